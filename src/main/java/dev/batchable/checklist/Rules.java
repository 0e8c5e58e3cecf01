package dev.batchable.checklist;

import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.price.Completions;
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
    static final Rule ONE_TIMEOUT = new Rule(
            "max-latency.one-timeout",
            1.1,
            "95th percentile ÷ median",
            "a client's timeout is a constant; the tenth is measuring error and scheduling, assumed");
    static final Rule LEAVERS = new Rule("max-latency.leavers", 0.005, "of calls", CAUTION);
    static final Rule RETRIED_SHARE = new Rule("max-latency.retried-share", 0.1, "of calls that timed out", CAUTION);
    static final Rule SAME_BEHAVIOUR = new Rule("spells.same-behaviour", 0.66, "of incidents that show one", CAUTION);
    static final Rule CHAIN_STEP =
            new Rule("chains.seconds", 10, "s", "from one call's end to the next one's start; assumed");
    static final Rule CHAIN_SHARE = new Rule("chains.share", 0.8, "of a session's steps", CAUTION);
    static final Rule CHAINED_SESSIONS = new Rule("chains.sessions", 0.5, "share", CAUTION);
    static final Rule INDEPENDENT_SESSIONS = new Rule("chains.hardly-any", 0.1, "share", CAUTION);
    static final Rule AFTERCARE_SHARE = new Rule("aftercare.share", 0.9, "of the calls looked at", CAUTION);
    static final Rule AFTERCARE_RECURS = new Rule("aftercare.recurs", 0.5, "of answers or of sessions", "most of them");
    static final Rule AFTERCARE_SPEND =
            new Rule("aftercare.spend", 0.5, "of spend", "assumed: the dearer of two models writes what a user reads");
    static final Rule AFTERCARE_STREAMED =
            new Rule("aftercare.streamed", 0.05, "of calls", "a stream is made to be watched; more is no aftercare");
    static final Rule LONE_SHARE = new Rule("lone-calls.share", 0.99, "of calls", CAUTION);
    static final Rule PARALLEL_CALLS = new Rule("parallel.calls", 2, "calls under way", "more than one");
    static final Rule PARALLEL_MINUTES = new Rule("parallel.minutes", 0.95, "of a run's minutes", CAUTION);
    static final Rule PARALLEL_EVEN = new Rule(
            "parallel.dispersion",
            0.7,
            "variance ÷ that of independent calls",
            "theory (Campbell): calls that people make independently of each other have at least 1");
    static final Rule PARALLEL_SHARE = new Rule("parallel.share", 0.9, "of calls in such runs", CAUTION);
    static final Rule OWN_BATCHES = new Rule(
            "completion.own-batches",
            Completions.MIN_JOBS,
            "jobs of a model, or of a provider",
            "as of calls; else the prior holds");
    static final Rule OWN_BATCH_DAYS = new Rule("completion.own-days", Completions.MIN_DAYS, "days", CAUTION);
    static final Rule STRESS_REFUSED = new Rule("downgrade.rate-limited", 0.02, "of calls", CAUTION);
    static final Rule STRESS_SLOW = new Rule("downgrade.latency", 2, "times the usual 95th percentile", CAUTION);
    static final Rule STRESS_SPAN = new Rule("downgrade.span", 5, "min", CAUTION);
    static final Rule STRESS_QUEUE = new Rule("downgrade.queue-age", 0.5, "of the budget", CAUTION);
    static final Rule STRESS_OVER = new Rule("downgrade.over", 15, "min", CAUTION);
    static final Rule CONTROL_SHARE = new Rule("controls.share", 0.01, "of calls", "assumed: fewer may be trials");
    static final Rule STOOD_IN = new Rule("controls.stood-in", 2, "times the share of other times", CAUTION);
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
            ONE_TIMEOUT,
            LEAVERS,
            RETRIED_SHARE,
            SAME_BEHAVIOUR,
            CHAIN_STEP,
            CHAIN_SHARE,
            CHAINED_SESSIONS,
            INDEPENDENT_SESSIONS,
            AFTERCARE_SHARE,
            AFTERCARE_RECURS,
            AFTERCARE_SPEND,
            AFTERCARE_STREAMED,
            LONE_SHARE,
            PARALLEL_CALLS,
            PARALLEL_MINUTES,
            PARALLEL_EVEN,
            PARALLEL_SHARE,
            OWN_BATCHES,
            OWN_BATCH_DAYS,
            STRESS_REFUSED,
            STRESS_SLOW,
            STRESS_SPAN,
            STRESS_QUEUE,
            STRESS_OVER,
            CONTROL_SHARE,
            STOOD_IN,
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
