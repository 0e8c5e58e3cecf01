package dev.batchable.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.evaluation.simulated.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The quick part of the evaluation: every kind of workload once, in its smallest size.
class EvaluationTest {
    @Test
    void nothingThatMayBeWaitedForIsCalledBatchableAndNoSureAnswerIsWrong() {
        List<Judged> judged = Evaluation.of(Simulation.small());
        assertThat(judged).filteredOn(Cases::broken).isEmpty();
        for (Mode mode : Mode.values()) {
            assertThat(judged)
                    .filteredOn(one -> one.surelyWrong(mode))
                    .as(mode.text())
                    .isEmpty();
        }
    }
}
