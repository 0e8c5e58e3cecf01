package dev.batchable.checklist.evidence;

import java.util.List;
import java.util.stream.Stream;

/// Every threshold and weight by which evidence is found and weighed.
///
/// Weights are natural log-odds, positive where the evidence says that nobody waits. Where labelled traces
/// measured both sides, a weight is the logarithm of the ratio of the two shares; where they could not (no
/// public trace holds stream flags, user ids or cancellations), it is assumed and kept below what decides
/// alone. Night share, weekend dip, clock boundaries, burstiness, flatness and token ratios have no rule: on
/// real traces they do not separate.
public final class EvidenceRules {
    static final String LOG_ODDS = "log-odds";
    static final String SHARE = "share";
    static final String CALLS = "calls";
    static final String CAUTION = "assumed, on the side of caution";
    static final String TRACES = "labelled public traces: ";

    public static final Rule MIN_CALLS = new Rule("data.calls", 30, CALLS, "docs/report.md");
    static final Rule MIN_DAYS = new Rule("data.days", 3, "days", "docs/report.md");
    public static final Rule MIN_RUNS = new Rule("data.runs", 3, "runs", "docs/report.md");

    public static final Rule STREAMED_SHARE = new Rule("streaming.share", 0.5, SHARE, CAUTION);
    static final Rule STREAMED = new Rule(
            "streaming.weight",
            -1.6,
            LOG_ODDS,
            "assumed: streams are made to be watched, though some clients always stream");
    static final Rule SOME_STREAMED_SHARE = new Rule("streaming.some-share", 0.05, SHARE, CAUTION);
    static final Rule SOME_STREAMED = new Rule("streaming.some-weight", -0.8, LOG_ODDS, CAUTION);
    static final Rule CANCELLED_CALLS = new Rule("cancellations.calls", 5, CALLS, CAUTION);
    static final Rule CANCELLED_SHARE = new Rule("cancellations.share", 0.005, SHARE, CAUTION);
    static final Rule CANCELLED = new Rule(
            "cancellations.weight", -1.2, LOG_ODDS, "assumed: somebody who leaves was there, or a job timed out");
    static final Rule PILED_CALLS = new Rule("cancellations.piled-calls", 20, CALLS, CAUTION);
    static final Rule PILED_SPREAD = new Rule(
            "cancellations.piled-spread",
            0.05,
            "of the median wait",
            "a client's timeout is one value, people give up at varied times; the histogram errs by 1 %");
    static final Rule USERS = new Rule("end-users.distinct", 5, "users", CAUTION);
    static final Rule USERS_SHARE = new Rule("end-users.share", 0.5, SHARE, CAUTION);
    static final Rule USERS_WEIGHT = new Rule(
            "end-users.weight", -1.2, LOG_ODDS, "assumed: jobs that work through a list of users log their ids too");
    static final Rule INTERACTIVE_SHARE = new Rule("clients.interactive-share", 0.05, SHARE, CAUTION);
    static final Rule INTERACTIVE =
            new Rule("clients.interactive-weight", -2.0, LOG_ODDS, "assumed: a person's program");
    static final Rule HEADLESS_SHARE = new Rule("clients.headless-share", 0.9, SHARE, CAUTION);
    static final Rule HEADLESS = new Rule(
            "clients.headless-weight",
            1.6,
            LOG_ODDS,
            "assumed: schedulers and pipelines, though people wait for some builds");

    static final Rule JOBS = new Rule(
            "clients.job-weight",
            0.8,
            LOG_ODDS,
            "assumed: a scheduler's mark on a tag, service or key; marks outlive jobs");

    static final Rule PAUSE = new Rule("session-pauses.seconds", 60, "s", TRACES + "pauses in agent and chat sessions");
    public static final Rule SESSIONS = new Rule("session-pauses.sessions", 10, "sessions of several calls", CAUTION);
    static final Rule HUMAN_SHARE = new Rule(
            "session-pauses.human-share", 0.5, SHARE, TRACES + "94 % of human-driven sessions, 9 % of automated");
    static final Rule HUMAN_PAUSES =
            new Rule("session-pauses.human-weight", -2.35, LOG_ODDS, TRACES + "ln(0.09 / 0.94)");
    static final Rule AUTOMATED_SHARE = new Rule("session-pauses.automated-share", 0.2, SHARE, HUMAN_SHARE.source());
    static final Rule NO_PAUSES = new Rule(
            "session-pauses.automated-weight",
            1.0,
            LOG_ODDS,
            "ln(0.91 / 0.06) = 2.7 on labelled public traces, held at 1.0: somebody may look on");
    static final Rule REQUEST_MINUTES = new Rule(
            "session-pauses.request-minutes",
            5,
            "min",
            "assumed: shorter sessions may be the trace of one request that a person waits for");
    static final Rule SHORT_SESSIONS = new Rule("session-pauses.short-weight", 0.5, LOG_ODDS, CAUTION);
    static final Rule PAUSED_STEPS = new Rule(
            "session-pauses.steps",
            0.15,
            "of the steps from call to call",
            TRACES + "4 % to 11 % in agent sessions; where more are, calls in between may be missing from the log");
    static final Rule SPARSE_PAUSES = new Rule(
            "session-pauses.sparse-weight",
            -1.8,
            LOG_ODDS,
            "assumed: chat, or a thinned log of a program, or a slow one whose latency is not told");
    static final Rule UNBROKEN_MINUTES = new Rule(
            "session-pauses.unbroken-minutes", 30, "min", "assumed: longer than anybody waits for one request");
    static final Rule UNBROKEN = new Rule(
            "session-pauses.unbroken-weight", 1.4, LOG_ODDS, "assumed: no person in between, though one may look on");
    static final Rule IN_SESSIONS = new Rule(
            "session-pauses.in-sessions",
            0.8,
            "of the calls",
            "assumed: people may make the calls that name no session");
    static final Rule FINE_STAMPS = new Rule(
            "session-pauses.stamps", 10, "s", "a clock that shows the pauses which a session is said not to hold");
    static final Rule LONG_SESSION = new Rule("session-pauses.long-session", 10, CALLS, CAUTION);

    static final Rule CURVE_DAYS = new Rule("day-curve.days", 5, "days", CAUTION);
    static final Rule CURVE_CALLS =
            new Rule("day-curve.calls", 1_000, CALLS, "smaller numbers of people have no curve");
    static final Rule CURVE_HOURS =
            new Rule("day-curve.active-hours", 0.8, SHARE, TRACES + "0.97 for people, 0.60 for scripts");
    static final Rule CURVE_REPEATS =
            new Rule("day-curve.correlation", 0.7, "correlation of two days", TRACES + "0.82 to 0.93 for people");
    static final Rule CURVE = new Rule(
            "day-curve.weight",
            -1.0,
            LOG_ODDS,
            "assumed: people cause the calls, which is not yet that they wait for them");
    static final Rule CAMPAIGN_CALLS = new Rule("campaign.calls", 10_000, CALLS, CAUTION);
    static final Rule CAMPAIGN_PEAK = new Rule(
            "campaign.peak-hour",
            1_000,
            "calls",
            TRACES + "a person with agents makes hundreds an hour, a script thousands");
    static final Rule CAMPAIGN_DAYS =
            new Rule("campaign.days", 2, "days with such an hour", "one flood of calls is one event; assumed");
    static final Rule CAMPAIGN_HOURS = new Rule(
            "campaign.active-hours", 0.8, SHARE, TRACES + "where hours are hardly ever empty, people call too");
    static final Rule CAMPAIGN_REPEATS =
            new Rule("campaign.correlation", 0.35, "correlation of two days", TRACES + "-0.07 to 0.31 for scripts");
    static final Rule CAMPAIGN =
            new Rule("campaign.weight", 1.0, LOG_ODDS, "assumed: programmatic, which is not yet that nobody waits");

    static final Rule EMBEDDING_SHARE = new Rule("operation.embedding-share", 0.95, SHARE, CAUTION);
    static final Rule EMBEDDING =
            new Rule("operation.embedding-weight", 0.5, LOG_ODDS, "assumed: queries are embedded too");
    static final Rule BATCH_NAME = new Rule("name.batch-weight", 0.4, LOG_ODDS, "assumed: names outlive their meaning");
    static final Rule CHAT_NAME = new Rule("name.chat-weight", -0.6, LOG_ODDS, "assumed: names outlive their meaning");

    static final Rule FAMILY_CAP =
            new Rule("combine.family-cap", 2.6, LOG_ODDS, "signals of one kind are not independent");
    static final Rule HINT_CAP = new Rule("combine.hints-cap", 0.8, LOG_ODDS, "names and operations are never enough");
    static final Rule PACE_CAP =
            new Rule("combine.pace-cap", 1.4, LOG_ODDS, "an even pace shows a program, which somebody may wait for");
    static final Rule TOTAL_CAP = new Rule("combine.total-cap", 4.0, LOG_ODDS, "0.98 is as sure as logs can be");
    static final Rule STRONG = new Rule("combine.strong", 1.5, LOG_ODDS, CAUTION);
    public static final Rule MIXED = new Rule(
            "combine.mixed", 0.75, "confidence", "assumed: people and a job under one key; decides nothing alone");
    public static final Rule DOUBTS = new Rule(
            "combine.doubts",
            0.85,
            "confidence",
            "assumed: people on what is declared as waited for by nobody; more than a day's curve, or streams, which some "
                    + "libraries always ask for");
    public static final Rule HELD = new Rule(
            "combine.held",
            0.89,
            "confidence",
            "a no without a strong and uncontradicted kind of evidence stays below 0.9, as does what only names and "
                    + "operations would lift there");
    static final Rule STEADY_GAP = new Rule("max-latency.steady-gap", 0.2, "of the period", CAUTION);
    static final Rule STEADY_SHARE = new Rule("max-latency.steady-share", 0.8, SHARE, CAUTION);

    private static final List<Rule> ALL = List.of(
            MIN_CALLS,
            MIN_DAYS,
            MIN_RUNS,
            STREAMED_SHARE,
            STREAMED,
            SOME_STREAMED_SHARE,
            SOME_STREAMED,
            CANCELLED_CALLS,
            CANCELLED_SHARE,
            CANCELLED,
            PILED_CALLS,
            PILED_SPREAD,
            USERS,
            USERS_SHARE,
            USERS_WEIGHT,
            INTERACTIVE_SHARE,
            INTERACTIVE,
            HEADLESS_SHARE,
            HEADLESS,
            JOBS,
            PAUSE,
            SESSIONS,
            HUMAN_SHARE,
            HUMAN_PAUSES,
            AUTOMATED_SHARE,
            NO_PAUSES,
            REQUEST_MINUTES,
            SHORT_SESSIONS,
            PAUSED_STEPS,
            SPARSE_PAUSES,
            UNBROKEN_MINUTES,
            UNBROKEN,
            IN_SESSIONS,
            FINE_STAMPS,
            LONG_SESSION,
            CURVE_DAYS,
            CURVE_CALLS,
            CURVE_HOURS,
            CURVE_REPEATS,
            CURVE,
            CAMPAIGN_CALLS,
            CAMPAIGN_PEAK,
            CAMPAIGN_DAYS,
            CAMPAIGN_HOURS,
            CAMPAIGN_REPEATS,
            CAMPAIGN,
            EMBEDDING_SHARE,
            EMBEDDING,
            BATCH_NAME,
            CHAT_NAME,
            FAMILY_CAP,
            HINT_CAP,
            PACE_CAP,
            TOTAL_CAP,
            STRONG,
            MIXED,
            DOUBTS,
            HELD,
            STEADY_GAP,
            STEADY_SHARE);

    private EvidenceRules() {}

    /// Each of them once, those of spells, rhythm and pace last.
    public static List<Rule> all() {
        return Stream.of(ALL, SpellRules.all(), RhythmRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
