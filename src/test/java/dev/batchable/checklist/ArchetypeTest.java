package dev.batchable.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchetypeTest {
    @ParameterizedTest
    @CsvSource({
        "lead enrichment at point of capture, WAITED_FOR",
        "risk-flag, WAITED_FOR",
        "agent trigger, WAITED_FOR",
        "copilot, WAITED_FOR",
        "Chat, WAITED_FOR",
        "risk-scoring, WAITED_FOR",
        "classification, CAN_WAIT",
        "document-extraction, CAN_WAIT",
        "embedding_backfill, CAN_WAIT",
        "evals, CAN_WAIT"
    })
    void useCasesHaveArchetypes(String useCase, Archetype expected) {
        assertThat(Archetype.of(useCase)).contains(expected);
    }

    @Test
    void anUnknownUseCaseHasNone() {
        assertThat(Archetype.of("retrieval")).isEmpty();
    }
}
