package dev.batchable.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole evaluation: `mvn -Pevaluate verify`, explained in `docs/evaluation.md`.
@Tag("evaluation")
class FullEvaluationTest {
    private static final Path FOLDER = Path.of("target/evaluation");
    private static final int SEEDS = 3;
    private static final int DISTORTED_SEEDS = 1;

    @Test
    void nothingThatMayBeWaitedForIsCalledBatchableAndNoSureAnswerIsWrong() throws IOException {
        List<Evaluation> evaluations = new ArrayList<>();
        evaluations.add(Evaluation.simulated(SEEDS, DISTORTED_SEEDS));
        Optional<String> traces = Optional.ofNullable(System.getProperty("traces"));
        if (traces.isPresent()) {
            evaluations.add(Evaluation.traces(Path.of(traces.get())));
        }
        Files.createDirectories(FOLDER);
        String report = evaluations.stream().map(Evaluation::text).collect(Collectors.joining("\n"));
        Files.writeString(FOLDER.resolve("report.md"), report);
        Files.writeString(
                FOLDER.resolve("cases.md"),
                evaluations.stream().map(Cases::text).collect(Collectors.joining("\n")));
        System.out.println(report);
        assertThat(evaluations.stream().flatMap(FullEvaluationTest::failures))
                .as("see target/evaluation/report.md")
                .isEmpty();
    }

    private static Stream<String> failures(Evaluation evaluation) {
        return Failures.of(evaluation).byKind().entrySet().stream()
                .map(kind -> kind.getKey() + ", " + kind.getValue().size() + " times");
    }
}
