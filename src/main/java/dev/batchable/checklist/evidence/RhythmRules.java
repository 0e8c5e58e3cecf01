package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.EvidenceRules.CALLS;
import static dev.batchable.checklist.evidence.EvidenceRules.CAUTION;
import static dev.batchable.checklist.evidence.EvidenceRules.LOG_ODDS;
import static dev.batchable.checklist.evidence.EvidenceRules.SHARE;
import static dev.batchable.checklist.evidence.EvidenceRules.TRACES;

import java.util.List;

/// The thresholds and weights of when calls come and how evenly: runs, schedules, pools, gaps.
public final class RhythmRules {
    static final Rule RUN_QUIET = new Rule("runs.quiet", 60, "min", "a pause that ends a run; assumed");
    static final Rule RUN_CALLS = new Rule("runs.calls", 30, CALLS, "the data minimum, for each run");
    static final Rule RUN_QUIET_SHORTER =
            new Rule("runs.quiet-shorter", 15, "min", "for jobs that run every few hours; assumed");
    static final Rule RUN_QUIET_SHORTEST =
            new Rule("runs.quiet-shortest", 5, "min", "for jobs that run every hour; assumed");
    static final Rule REPEATS = new Rule("schedule.repeats", 5, "periods with a run", CAUTION);
    static final Rule SHORT_REPEATS = new Rule(
            "schedule.short-repeats",
            24,
            "periods with a run, where they are shorter than a day",
            "chance: four in five of 24 random starts are in step less than once in 100 million");
    static final Rule FILLED = new Rule(
            "schedule.filled",
            0.8,
            "of the periods hold a run, unless they are days",
            "assumed: jobs skip days without work, but hours and weeks that people skip are most of them");
    static final Rule DRIFT = new Rule(
            "schedule.tolerance",
            120,
            "min",
            TRACES
                    + "one scheduled job ended 03:53 to 09:22 and drifted by months; the same minute each day is too strict");
    static final Rule DRIFT_PART = new Rule(
            "schedule.tolerance-part", 0.125, "of the period at most", "a quarter of the circle may not be all of it");
    static final Rule MONTHLY_TOLERANCE =
            new Rule("schedule.monthly-tolerance", 3, "days", "monthly jobs wait for the end of a weekend; assumed");
    static final Rule IN_STEP = new Rule("schedule.in-step", 0.8, "of the job's runs", CAUTION);
    static final Rule MAIN_RUN = new Rule("schedule.main-run", 0.1, "of the largest run's calls", CAUTION);
    static final Rule RUN_LENGTH = new Rule("schedule.length", 6, "h", CAUTION);
    static final Rule STRAY_SHARE = new Rule("schedule.stray-share", 0.05, SHARE, CAUTION);
    static final Rule SCHEDULED = new Rule(
            "schedule.weight", 1.2, LOG_ODDS, "assumed: people too may come in the same few hours of every day");
    static final Rule SCHEDULED_ALONE = new Rule(
            "schedule.alone-weight",
            0.8,
            LOG_ODDS,
            "assumed: where nothing shows that the log was kept at other times, it may be a cut of people's calls");
    static final Rule CLEAN_STRAY_SHARE = new Rule(
            "schedule.clean-stray-share",
            0.01,
            SHARE,
            TRACES + "2 % by day beside a nightly job may be people under its key");
    static final Rule CLEAN_STRAY_DAYS = new Rule(
            "schedule.clean-stray-days",
            0.25,
            "of the days from the first run to the last hold a call outside the runs",
            "assumed: trials come now and then, people come again");
    static final Rule CLEAN_SCHEDULE = new Rule(
            "schedule.clean-weight",
            2.4,
            LOG_ODDS,
            "assumed: on labelled public traces nothing interactive has runs that repeat, stay apart and are so even");
    static final Rule AROUND_THE_CLOCK = new Rule(
            "schedule.around-the-clock", 0.9, "of the periods, shorter than a day, hold a run", "people sleep");
    static final Rule AROUND_THE_CLOCK_WEIGHT = new Rule(
            "schedule.around-the-clock-weight",
            1.6,
            LOG_ODDS,
            "assumed: nobody comes every few hours of day and night, but somebody may wait for what does");
    static final Rule EVEN_DISPERSION = new Rule(
            "schedule.even-dispersion",
            0.7,
            "variance ÷ mean of calls per minute",
            "theory: calls that people make independently of each other have at least 1");
    static final Rule UNEVEN_SHARE = new Rule(
            "schedule.uneven-share",
            0.1,
            "of the job's calls lie in runs that are not so even",
            "assumed: nights with trouble");
    static final Rule EMPTY_MINUTES = new Rule("schedule.empty-minutes", 0.3, SHARE, CAUTION);
    static final Rule CUT_OUT = new Rule(
            "schedule.cut-out",
            2,
            "min",
            "runs that all start and end so near to the same time may be a log kept by the hour");

    static final Rule MIXTURE_ABOVE = new Rule(
            "mixture.above", 3, "times the usual level around", "clearly more than the curve of a day; assumed");
    static final Rule MIXTURE_CALLS = new Rule("mixture.slot-calls", 10, "calls a slot above it", CAUTION);
    static final Rule MIXTURE_SIZE = new Rule("mixture.size", 100, "calls that the median run adds", CAUTION);
    static final Rule MIXTURE_FILLED = new Rule("mixture.filled", 0.7, "of the periods hold a run", CAUTION);
    static final Rule POOL_STRETCH =
            new Rule("worker-pool.stretch", 20, "min", "shorter, a level shows little; assumed");
    static final Rule POOL_MINUTES = new Rule("worker-pool.minutes", 120, "min", CAUTION);
    static final Rule POOL_STAMPS =
            new Rule("worker-pool.stamps", 5, "s", "coarser, calls seem to overlap that did not; assumed");
    static final Rule POOL_INDEX = new Rule(
            "worker-pool.index",
            0.3,
            "variance of the busy time per minute ÷ mean sum of squares",
            "theory: calls that come independently have at least 1 (M/G/∞), N workers without a pause 0");
    static final Rule POOL_WHOLE = new Rule(
            "worker-pool.whole",
            0.05,
            "calls under way from a whole number",
            "calls started at a steady rate vary little too, at any level; one in ten is so near by chance");
    static final Rule POOL_FULL = new Rule("worker-pool.full", 0.8, "of the usual level", CAUTION);
    static final Rule POOL_EDGE = new Rule(
            "worker-pool.edge",
            3,
            "min to the full level, or from it besides the longest calls",
            "assumed: a service near its limit of concurrent calls fills up and empties as people come and go");
    static final Rule POOL_EDGES = new Rule("worker-pool.edges", 0.8, "of the stretches", CAUTION);
    static final Rule POOL = new Rule(
            "worker-pool.weight",
            1.0,
            LOG_ODDS,
            "assumed: several workers in a closed loop, though somebody may watch them");
    static final Rule SINGLE_WORKER = new Rule(
            "worker-pool.single-weight",
            0.3,
            LOG_ODDS,
            "assumed: one person with one agent makes one call after another");

    static final Rule PACE_MINUTES = new Rule("even-pace.minutes", 300, "min", CAUTION);
    static final Rule PACE_RATE = new Rule("even-pace.rate", 2, "calls per minute", "below, dispersion shows little");
    static final Rule PACE_DISPERSION =
            new Rule("even-pace.dispersion", 0.5, EVEN_DISPERSION.unit(), EVEN_DISPERSION.source());
    static final Rule PACE = new Rule(
            "even-pace.weight",
            0.8,
            LOG_ODDS,
            "assumed: a worker pool or a paced program, though a limit of calls a minute paces people too");

    static final Rule REGULAR_GAPS = new Rule("regular-gaps.count", 30, "gaps", "the data minimum");
    static final Rule REGULAR_SHARE = new Rule("regular-gaps.share", 0.8, SHARE, TRACES + "one gap covers over 80 %");
    static final Rule REGULAR = new Rule(
            "regular-gaps.weight",
            0.91,
            LOG_ODDS,
            TRACES + "57 % of timers, 23 % of web-triggered functions: ln(0.57 / 0.23)");

    private static final List<Rule> ALL = List.of(
            RUN_QUIET,
            RUN_CALLS,
            RUN_QUIET_SHORTER,
            RUN_QUIET_SHORTEST,
            REPEATS,
            SHORT_REPEATS,
            FILLED,
            DRIFT,
            DRIFT_PART,
            MONTHLY_TOLERANCE,
            IN_STEP,
            MAIN_RUN,
            RUN_LENGTH,
            STRAY_SHARE,
            SCHEDULED,
            SCHEDULED_ALONE,
            CLEAN_STRAY_SHARE,
            CLEAN_STRAY_DAYS,
            CLEAN_SCHEDULE,
            AROUND_THE_CLOCK,
            AROUND_THE_CLOCK_WEIGHT,
            EVEN_DISPERSION,
            UNEVEN_SHARE,
            EMPTY_MINUTES,
            CUT_OUT,
            MIXTURE_ABOVE,
            MIXTURE_CALLS,
            MIXTURE_SIZE,
            MIXTURE_FILLED,
            POOL_STRETCH,
            POOL_MINUTES,
            POOL_STAMPS,
            POOL_INDEX,
            POOL_WHOLE,
            POOL_FULL,
            POOL_EDGE,
            POOL_EDGES,
            POOL,
            SINGLE_WORKER,
            PACE_MINUTES,
            PACE_RATE,
            PACE_DISPERSION,
            PACE,
            REGULAR_GAPS,
            REGULAR_SHARE,
            REGULAR);

    private RhythmRules() {}

    static List<Rule> all() {
        return ALL;
    }
}
