package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintSignalsTest {
    @ParameterizedTest
    @CsvSource({
        "nightly-invoices, 0.4",
        "eval_runner, 0.4",
        "support-chat, -0.6",
        "CoPilot/prod, -0.6",
        "chat-batch, 0",
        "medieval, 0",
        "invoices, 0"
    })
    void namesHintByWholeWords(String name, double weight) {
        assertThat(HintSignals.name(workload(name).subject()).weight()).isEqualTo(weight);
    }

    @Test
    void embeddingsHintAtBatchAndChatAtNothing() {
        Subject embedding = workload("a")
                .operation(Operation.EMBEDDING)
                .calls(MONDAY, Duration.ofMinutes(1), 40)
                .subject();
        assertThat(HintSignals.operation(embedding).weight()).isEqualTo(0.5);
        assertThat(HintSignals.operation(steady().subject()).weight()).isZero();
    }
}
