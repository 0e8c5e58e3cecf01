package dev.batchable.checklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a declared use case usually means for who waits; assumed, never enough for a move.
enum Archetype {
    /// A user, or a system with a user behind it, waits for the answer.
    WAITED_FOR(List.of(
            "point-of-capture",
            "lead-enrichment",
            "risk",
            "fraud",
            "agent-trigger",
            "trigger",
            "copilot",
            "chat",
            "assistant",
            "autocomplete",
            "voice",
            "support",
            "search")),
    /// Results are read later.
    CAN_WAIT(List.of(
            "classification",
            "enrichment",
            "analytics",
            "reporting",
            "report",
            "scoring",
            "eval",
            "evals",
            "evaluation",
            "backfill",
            "embedding-backfill",
            "indexing",
            "document-extraction",
            "extraction",
            "summarization",
            "digest",
            "labeling",
            "translation-batch"));

    private final List<String> useCases;

    Archetype(List<String> useCases) {
        this.useCases = useCases;
    }

    /// The archetype of a use case as declared, such as `document-extraction`; where both kinds fit, somebody
    /// waits.
    static Optional<Archetype> of(String useCase) {
        String words = "-" + useCase.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "-";
        return Arrays.stream(values())
                .filter(archetype -> archetype.names(words))
                .findFirst();
    }

    private boolean names(String words) {
        return useCases.stream().anyMatch(useCase -> words.contains("-" + useCase + "-"));
    }
}
