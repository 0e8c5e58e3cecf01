package dev.batchable.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.evaluation.simulated.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The quick part of the evaluation: every kind of workload once, in its smallest size.
class EvaluationTest {
    @Test
    void nothingThatMayBeWaitedForIsCalledBatchableAndNoSureAnswerIsWrong() {
        Evaluation small = new Evaluation("small", Evaluation.undistorted(Simulation.small()), List.of());
        assertThat(small.judged()).hasSizeGreaterThan(100);
        assertThat(Failures.of(small).byKind()).isEmpty();
    }
}
