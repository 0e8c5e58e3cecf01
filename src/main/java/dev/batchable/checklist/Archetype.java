package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a declared use case usually means for who waits; assumed, never enough for a move.
enum Archetype {
    /// A user, or a system with a user behind it, waits for the answer.
    WAITED_FOR("point-of-capture|lead-enrichment|risk|fraud|trigger|copilot|chat|assistant|autocomplete|voice|support"
            + "|search"),
    /// Results are read later.
    CAN_WAIT("classification|enrichment|analytics|reporting|report|scoring|evals?|evaluation|backfill|indexing"
            + "|extraction|summarization|digest|labeling");

    private final Pattern useCases;

    Archetype(String useCases) {
        this.useCases = Pattern.compile("-(" + useCases + ")-");
    }

    /// The archetype of the use case that a workload's owner declared.
    static Optional<Archetype> of(Subject subject) {
        return subject.profile()
                .rule()
                .flatMap(rule -> rule.ownership().useCase())
                .flatMap(Archetype::of);
    }

    /// The archetype of a use case as declared, such as `document-extraction`; where both kinds fit, somebody
    /// waits.
    static Optional<Archetype> of(String useCase) {
        String words = "-" + useCase.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "-";
        return Arrays.stream(values())
                .filter(archetype -> archetype.useCases.matcher(words).find())
                .findFirst();
    }
}
