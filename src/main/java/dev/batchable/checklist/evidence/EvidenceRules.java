package dev.batchable.checklist.evidence;

import java.util.List;

/// Every threshold and weight by which evidence is found and weighed.
///
/// Weights are natural log-odds, positive where the evidence says that nobody waits. Where labelled traces
/// measured both sides, a weight is the logarithm of the ratio of the two shares; where they could not (no
/// public trace holds stream flags, user ids or cancellations), it is assumed and kept below what decides
/// alone. Night share, weekend dip, clock boundaries, burstiness, flatness and token ratios have no rule: on
/// real traces they do not separate.
public final class EvidenceRules {
    private static final String LOG_ODDS = "log-odds";
    private static final String SHARE = "share";
    private static final String CALLS = "calls";
    private static final String CAUTION = "assumed, on the side of caution";
    private static final String TRACES = "labelled public traces: ";

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
            "ln(0.91 / 0.06) = 2.7 on labelled public traces, held at 1.0: a session id may be the trace of one "
                    + "request that a person waits for");
    static final Rule LONG_SESSION = new Rule("session-pauses.long-session", 10, CALLS, CAUTION);

    static final Rule RUN_QUIET = new Rule("runs.quiet", 60, "min", "a pause that ends a run; assumed");
    static final Rule RUN_CALLS = new Rule("runs.calls", 30, CALLS, "the data minimum, for each run");
    static final Rule REPEATS = new Rule("schedule.repeats", 5, "runs on as many days", CAUTION);
    static final Rule DRIFT = new Rule(
            "schedule.tolerance",
            120,
            "min",
            TRACES
                    + "one scheduled job ended 03:53 to 09:22 and drifted by months; the same minute each day is too strict");
    static final Rule IN_STEP = new Rule("schedule.in-step", 0.8, "of the job's runs", CAUTION);
    static final Rule MAIN_RUN = new Rule("schedule.main-run", 0.1, "of the largest run's calls", CAUTION);
    static final Rule RUN_LENGTH = new Rule("schedule.length", 6, "h", CAUTION);
    static final Rule STRAY_SHARE = new Rule("schedule.stray-share", 0.05, SHARE, CAUTION);
    static final Rule SCHEDULED = new Rule(
            "schedule.weight", 1.2, LOG_ODDS, "assumed: people too may come in the same few hours of every day");
    static final Rule CLEAN_STRAY_SHARE = new Rule(
            "schedule.clean-stray-share",
            0.01,
            SHARE,
            TRACES + "2 % by day beside a nightly job may be people under its key");
    static final Rule CLEAN_SCHEDULE = new Rule(
            "schedule.clean-weight",
            2.4,
            LOG_ODDS,
            "assumed: on labelled public traces nothing interactive has runs that repeat, stay apart and are even or large");
    static final Rule EVEN_DISPERSION = new Rule(
            "schedule.even-dispersion",
            0.7,
            "variance ÷ mean of calls per minute",
            "theory: calls that people make independently of each other have at least 1");
    static final Rule FLAT_DISPERSION = new Rule("schedule.flat-dispersion", 1.3, EVEN_DISPERSION.unit(), CAUTION);
    static final Rule FLAT_EDGE =
            new Rule("schedule.flat-edge", 0.6, "share of the run's mean", "people come and go; a job starts and ends");
    static final Rule FLAT_CALLS = new Rule("schedule.flat-calls", 200, "calls a run", CAUTION);
    static final Rule EMPTY_MINUTES = new Rule("schedule.empty-minutes", 0.3, SHARE, CAUTION);
    static final Rule MASSIVE_CALLS = new Rule(
            "schedule.massive-calls",
            1_000,
            "calls a run",
            "so many people would not all stay away the rest of the day");
    static final Rule MASSIVE_LENGTH = new Rule("schedule.massive-length", 3, "h", CAUTION);

    static final Rule CUT_OUT = new Rule(
            "schedule.cut-out",
            2,
            "min",
            "runs that all start and end so near to the same time may be a log kept by the hour");

    static final Rule PACE_MINUTES = new Rule("even-pace.minutes", 300, "min", CAUTION);
    static final Rule PACE_RATE = new Rule("even-pace.rate", 2, "calls per minute", "below, dispersion shows little");
    static final Rule PACE_DISPERSION =
            new Rule("even-pace.dispersion", 0.5, EVEN_DISPERSION.unit(), EVEN_DISPERSION.source());
    static final Rule PACE = new Rule(
            "even-pace.weight",
            1.0,
            LOG_ODDS,
            "assumed: a worker pool in a closed loop, though a person may watch one");

    static final Rule REGULAR_GAPS = new Rule("regular-gaps.count", 30, "gaps", "the data minimum");
    static final Rule REGULAR_SHARE = new Rule("regular-gaps.share", 0.8, SHARE, TRACES + "one gap covers over 80 %");
    static final Rule REGULAR = new Rule(
            "regular-gaps.weight",
            0.91,
            LOG_ODDS,
            TRACES + "57 % of timers, 23 % of web-triggered functions: ln(0.57 / 0.23)");

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
    static final Rule CAMPAIGN_REPEATS =
            new Rule("campaign.correlation", 0.35, "correlation of two days", TRACES + "-0.07 to 0.31 for scripts");
    static final Rule CAMPAIGN =
            new Rule("campaign.weight", 1.0, LOG_ODDS, "assumed: programmatic, which is not yet that nobody waits");

    static final Rule EMBEDDING =
            new Rule("operation.embedding-weight", 0.5, LOG_ODDS, "assumed: queries are embedded too");
    static final Rule BATCH_NAME = new Rule("name.batch-weight", 0.4, LOG_ODDS, "assumed: names outlive their meaning");
    static final Rule CHAT_NAME = new Rule("name.chat-weight", -0.6, LOG_ODDS, "assumed: names outlive their meaning");

    static final Rule FAMILY_CAP =
            new Rule("combine.family-cap", 2.6, LOG_ODDS, "signals of one kind are not independent");
    static final Rule HINT_CAP = new Rule("combine.hint-cap", 0.8, LOG_ODDS, "names and operations are never enough");
    static final Rule TOTAL_CAP = new Rule("combine.total-cap", 4.0, LOG_ODDS, "0.98 is as sure as logs can be");
    static final Rule STRONG = new Rule("combine.strong", 1.5, LOG_ODDS, CAUTION);
    public static final Rule HELD = new Rule(
            "combine.held",
            0.89,
            "confidence",
            "a no without a strong and uncontradicted kind of evidence stays below 0.9");
    static final Rule STEADY_GAP = new Rule("max-latency.steady-gap", 0.2, "of the period", CAUTION);
    static final Rule STEADY_SHARE = new Rule("max-latency.steady-share", 0.8, SHARE, CAUTION);
    static final Rule FALSE_ALARM = new Rule(
            "spells.false-alarm",
            1e-6,
            "per minute with calls",
            "scan over four window lengths: one false window in 1,000,000, about one in two years of busy minutes");
    static final Rule SPELL_CALLS = new Rule("spells.calls", 3, "failed calls a window", CAUTION);
    static final Rule SPELL_SPAN = new Rule("spells.span", 180, "min", "the longest window; assumed");
    static final Rule SPELL_QUIET = new Rule("spells.quiet", 10, "min", "a pause that ends a spell; assumed");
    static final Rule SLOW_CALLS = new Rule("spells.slow-calls", 30, "calls a window", "means of fewer are not normal");
    static final Rule SLOW_WINDOWS = new Rule("spells.slow-windows", 20, "windows", CAUTION);
    static final Rule SLOW_FACTOR = new Rule("spells.slow-factor", 2, "times the usual latency", CAUTION);
    static final Rule SLOW_DAYS = new Rule("spells.slow-days", 5, "days, for an hour's own level", CAUTION);
    static final Rule SLOW_TOLD = new Rule("spells.slow-told", 0.9, "of calls tell their latency", CAUTION);
    static final Rule REACTION_CHANCE =
            new Rule("spells.reaction-chance", 0.001, "chance of so few or so many calls at the usual level", CAUTION);
    static final Rule MADE_GOOD = new Rule(
            "spells.made-good", 0.5, "of failed or missing calls", "a behaviour is named after what most calls show");
    static final Rule AFTER = new Rule("spells.after", 60, "min", "in which calls are made up for; assumed");
    static final Rule SPELL_FLOOR = new Rule("spells.floor", 0.001, "error share", "the least that is taken as usual");

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
            USERS,
            USERS_SHARE,
            USERS_WEIGHT,
            INTERACTIVE_SHARE,
            INTERACTIVE,
            HEADLESS_SHARE,
            HEADLESS,
            PAUSE,
            SESSIONS,
            HUMAN_SHARE,
            HUMAN_PAUSES,
            AUTOMATED_SHARE,
            NO_PAUSES,
            LONG_SESSION,
            RUN_QUIET,
            RUN_CALLS,
            REPEATS,
            DRIFT,
            IN_STEP,
            MAIN_RUN,
            RUN_LENGTH,
            STRAY_SHARE,
            SCHEDULED,
            CLEAN_STRAY_SHARE,
            CLEAN_SCHEDULE,
            EVEN_DISPERSION,
            FLAT_DISPERSION,
            FLAT_EDGE,
            FLAT_CALLS,
            EMPTY_MINUTES,
            MASSIVE_CALLS,
            MASSIVE_LENGTH,
            CUT_OUT,
            PACE_MINUTES,
            PACE_RATE,
            PACE_DISPERSION,
            PACE,
            REGULAR_GAPS,
            REGULAR_SHARE,
            REGULAR,
            CURVE_DAYS,
            CURVE_CALLS,
            CURVE_HOURS,
            CURVE_REPEATS,
            CURVE,
            CAMPAIGN_CALLS,
            CAMPAIGN_PEAK,
            CAMPAIGN_REPEATS,
            CAMPAIGN,
            EMBEDDING,
            BATCH_NAME,
            CHAT_NAME,
            FAMILY_CAP,
            HINT_CAP,
            TOTAL_CAP,
            STRONG,
            HELD,
            STEADY_GAP,
            STEADY_SHARE,
            FALSE_ALARM,
            SPELL_CALLS,
            SPELL_SPAN,
            SLOW_CALLS,
            SLOW_WINDOWS,
            SLOW_FACTOR,
            SLOW_DAYS,
            SLOW_TOLD,
            REACTION_CHANCE,
            MADE_GOOD,
            AFTER,
            SPELL_QUIET,
            SPELL_FLOOR);

    private EvidenceRules() {}

    /// Each of them once.
    public static List<Rule> all() {
        return ALL;
    }
}
