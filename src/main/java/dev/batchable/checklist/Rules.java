package dev.batchable.checklist;

import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Rule;
import java.util.List;
import java.util.stream.Stream;

/// Every threshold by which answers and verdicts are reached, for the report's `rules[]` and the documentation;
/// [EvidenceRules] has those by which evidence is found and weighed.
public final class Rules {
    private static final String CAUTION = "assumed, on the side of caution";

    static final Rule ANSWERS = new Rule("combine.answer", 0.7, "confidence", "below, the answer is unknown");
    static final Rule DECIDES = new Rule("combine.decides", 0.9, "confidence", "docs/checklist.md");
    static final Rule OBSERVED =
            new Rule("answers.observed", 0.7, "confidence", "of what logs show on the other five questions; assumed");
    static final Rule ARCHETYPE =
            new Rule("use-case.confidence", 0.6, "confidence", "assumed from the declared use case");

    static final Rule DEADLINE_PART = new Rule(
            "max-latency.part",
            0.25,
            "of (period − length)",
            "a schedule shows when results are late, not when they are early");
    static final Rule SAME_BEHAVIOUR = new Rule("spells.same-behaviour", 0.66, "of incidents that show one", CAUTION);
    static final Rule CHAIN_STEP =
            new Rule("chains.seconds", 10, "s", "from one call's end to the next one's start; assumed");
    static final Rule CHAIN_SHARE = new Rule("chains.share", 0.8, "of a session's steps", CAUTION);
    static final Rule CHAINED_SESSIONS = new Rule("chains.sessions", 0.5, "share", CAUTION);
    static final Rule RATE_LIMITS = new Rule("quota.rate-limited", 5, "calls", CAUTION);

    static final Rule DEFERRED_SHARE = new Rule("verdict.deferred", 0.95, "of spend", "docs/checklist.md");
    static final Rule INSTANT = new Rule("verdict.instant", 60, "s", "docs/checklist.md");
    static final Rule MISSED = new Rule("verdict.missed", 0.10, "of calls", "docs/checklist.md");
    static final Rule LEANS = new Rule("verdict.leans", 3, "answers", "docs/checklist.md");
    static final Rule FITS_BATCH = new Rule(
            "verdict.fits-batch",
            60,
            "min",
            "nine in ten batches were done within the hour (OpenRouter, 230,000 batches)");

    private static final List<Rule> ALL = List.of(
            ANSWERS,
            DECIDES,
            OBSERVED,
            ARCHETYPE,
            DEADLINE_PART,
            SAME_BEHAVIOUR,
            CHAIN_STEP,
            CHAIN_SHARE,
            CHAINED_SESSIONS,
            RATE_LIMITS,
            DEFERRED_SHARE,
            INSTANT,
            MISSED,
            LEANS,
            FITS_BATCH);

    private Rules() {}

    /// Each of them once, those of the evidence first.
    public static List<Rule> all() {
        return Stream.concat(EvidenceRules.all().stream(), ALL.stream()).toList();
    }
}
