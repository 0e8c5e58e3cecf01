package dev.batchable.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.evaluation.simulated.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole evaluation: `mvn -Pevaluate verify`, explained in `docs/evaluation.md`.
@Tag("evaluation")
class FullEvaluationTest {
    private static final Path FOLDER = Path.of("target/evaluation");
    private static final int SEEDS = 3;

    @Test
    void nothingThatMayBeWaitedForIsCalledBatchableAndNoSureAnswerIsWrong() throws IOException {
        List<Judged> judged = Evaluation.of(Simulation.all(SEEDS));
        write("report.md", new Scores(judged).text());
        write("cases.md", new Cases(judged).text());
        assertThat(judged).filteredOn(Cases::broken).isEmpty();
        for (Mode mode : Mode.values()) {
            assertThat(judged)
                    .filteredOn(one -> one.surelyWrong(mode))
                    .as(mode.text())
                    .isEmpty();
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name), text);
        System.out.println(text);
    }
}
