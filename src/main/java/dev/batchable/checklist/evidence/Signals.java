package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.DELIVERY;
import static dev.batchable.checklist.evidence.Signal.Family.HINTS;
import static dev.batchable.checklist.evidence.Signal.Family.PACE;
import static dev.batchable.checklist.evidence.Signal.Family.PEOPLE;
import static dev.batchable.checklist.evidence.Signal.Family.RHYTHM;
import static dev.batchable.checklist.evidence.Signal.Family.SESSIONS;

import dev.batchable.checklist.evidence.Probe.Weighing;
import java.util.List;

/// Everything that is looked at for whether a user waits.
public final class Signals {
    private static final String WILSON = "Wilson's 95 % interval of the share";
    private static final String VARIANCE = "95 % interval of a variance, minutes taken for independent";
    private static final String HALF_OF_DAYS = "the middle half of the pairs of days";

    private static final List<Probe> PROBES = List.of(
            new Probe(
                    PeopleSignals.STREAMING,
                    DELIVERY,
                    "the share of calls that were streamed",
                    "30 calls tell whether they were",
                    WILSON,
                    List.of(
                            new Weighing(EvidenceRules.STREAMED, "half of the calls streamed"),
                            new Weighing(EvidenceRules.SOME_STREAMED, "5 % of the calls streamed")),
                    "that nobody waits where nothing is streamed; some libraries stream always",
                    PeopleSignals::streaming),
            new Probe(
                    PeopleSignals.CANCELLATIONS,
                    DELIVERY,
                    "calls that the client cancelled, and how long it had waited",
                    "30 calls tell how they ended",
                    WILSON,
                    List.of(new Weighing(
                            EvidenceRules.CANCELLED, "5 and 0.5 % of the calls cancelled after varied times")),
                    "anything where nearly all are cancelled after one time: a client's timeout",
                    PeopleSignals::cancellations),
            new Probe(
                    PeopleSignals.END_USERS,
                    PEOPLE,
                    "how many end users the calls name",
                    "half of the calls name one, and there are 30",
                    "±3.2 %, two standard errors of the count",
                    List.of(new Weighing(EvidenceRules.USERS_WEIGHT, "5 distinct end users")),
                    "that these users wait: jobs work through lists of users",
                    PeopleSignals::endUsers),
            new Probe(
                    PeopleSignals.CLIENTS,
                    PEOPLE,
                    "the programs that called, by user agent, and schedulers' marks on tags and names",
                    "30 calls tell their program or carry a mark",
                    WILSON,
                    List.of(
                            new Weighing(EvidenceRules.INTERACTIVE, "5 % of the calls from a person's program"),
                            new Weighing(EvidenceRules.HEADLESS, "90 % of the calls from schedulers or pipelines"),
                            new Weighing(EvidenceRules.JOBS, "90 % of the calls headless or with a scheduler's mark")),
                    "anything from plain libraries; that nobody waits for a pipeline's result",
                    PeopleSignals::clients),
            new Probe(
                    SessionSignals.ID,
                    SESSIONS,
                    "pauses of more than a minute between the calls of a session",
                    "10 sampled sessions hold several calls, and are a fifth of all; stamps of a minute, 10 s for none",
                    WILSON,
                    List.of(
                            new Weighing(EvidenceRules.HUMAN_PAUSES, "pauses that stand out in half of the sessions"),
                            new Weighing(
                                    EvidenceRules.SPARSE_PAUSES,
                                    "pauses in half of the sessions, at most of their steps"),
                            new Weighing(
                                    EvidenceRules.SHORT_SESSIONS,
                                    "pauses in at most a fifth of the sessions, of 10 calls or more"),
                            new Weighing(
                                    EvidenceRules.NO_PAUSES, "pauses in at most a fifth of the sessions, of 5 min"),
                            new Weighing(
                                    EvidenceRules.UNBROKEN, "pauses in at most a fifth of the sessions, of 30 min")),
                    "that nobody waits for a session without a pause: it may be one request of a person",
                    SessionSignals::pauses),
            new Probe(
                    RhythmSignals.SCHEDULE,
                    RHYTHM,
                    "runs that come back: their period, drift, spread, strays and shape",
                    "slots of an hour or less; 5 periods with runs of 30 calls, 24 where shorter than a day",
                    "95 % interval of the drift",
                    List.of(
                            new Weighing(RhythmRules.SCHEDULED_ALONE, "runs that return and hold 95 % of the calls"),
                            new Weighing(RhythmRules.SCHEDULED, "runs that return, in a log kept at other times too"),
                            new Weighing(
                                    RhythmRules.AROUND_THE_CLOCK_WEIGHT,
                                    "runs that return every few hours, day and night"),
                            new Weighing(
                                    RhythmRules.CLEAN_SCHEDULE,
                                    "runs that return, hold 99 % of the calls, and have a shape that people do not make")),
                    "anything where all start and end on one minute, as in a log kept by the hour; people return too",
                    RhythmSignals::schedule),
            new Probe(
                    RhythmSignals.DAY_CURVE,
                    RHYTHM,
                    "whether every day has the same curve over most of its hours",
                    "1,000 calls on 5 days, slots of an hour or less",
                    HALF_OF_DAYS,
                    List.of(new Weighing(EvidenceRules.CURVE, "the same curve every day")),
                    "that people wait for what they cause",
                    RhythmSignals::dayCurve),
            new Probe(
                    RhythmSignals.CAMPAIGN,
                    RHYTHM,
                    "many thousands of calls that no day repeats",
                    "5 active days, slots of an hour or less",
                    HALF_OF_DAYS,
                    List.of(new Weighing(EvidenceRules.CAMPAIGN, "thousands of calls an hour at irregular times")),
                    "that nobody waits for a script",
                    RhythmSignals::campaign),
            new Probe(
                    RhythmSignals.REGULAR_GAPS,
                    RHYTHM,
                    "whether one distance separates nearly all active minutes",
                    "30 gaps, stamps and slots of a minute",
                    WILSON,
                    List.of(new Weighing(RhythmRules.REGULAR, "one gap of 2 min or more in 80 % of cases")),
                    "that a poll is not one of a page that somebody has open",
                    RhythmSignals::regularGaps),
            new Probe(
                    PaceSignals.EVEN_PACE,
                    PACE,
                    "how evenly calls start over the minutes of runs",
                    "300 minutes inside runs, stamps and slots of a minute",
                    VARIANCE,
                    List.of(new Weighing(RhythmRules.PACE, "starts twice as even as independent calls")),
                    "that nobody watches the program",
                    PaceSignals::evenPace),
            new Probe(
                    PaceSignals.WORKER_POOL,
                    PACE,
                    "how steady the number of calls under way is, and how it starts and ends",
                    "latencies; stamps of 5 s; 120 minutes in stretches of 20 without a pause",
                    VARIANCE,
                    List.of(
                            new Weighing(RhythmRules.POOL, "a steady number of workers under way"),
                            new Weighing(RhythmRules.SINGLE_WORKER, "one worker always under way")),
                    "that nobody watches; a service at its limit of concurrent calls, in a log cut at its busy hours, "
                            + "looks so too",
                    PaceSignals::workerPool),
            new Probe(
                    HintSignals.OPERATION,
                    HINTS,
                    "the share of calls that are embeddings",
                    "always",
                    WILSON,
                    List.of(new Weighing(EvidenceRules.EMBEDDING, "95 % embeddings")),
                    "anything by itself: queries are embedded too",
                    HintSignals::operation),
            new Probe(
                    HintSignals.NAME,
                    HINTS,
                    "words in the caller's name",
                    "always",
                    "none: a name is what it is",
                    List.of(
                            new Weighing(EvidenceRules.BATCH_NAME, "a name such as nightly"),
                            new Weighing(EvidenceRules.CHAT_NAME, "a name such as chat")),
                    "anything by itself: names outlive their meaning",
                    HintSignals::name));

    private Signals() {}

    /// All that is looked at, in the order of the answer's evidence.
    public static List<Probe> probes() {
        return PROBES;
    }

    /// What each signal says of a workload, also where it says nothing or could not be looked at.
    public static List<Signal> of(Subject subject) {
        return PROBES.stream().map(probe -> probe.look().apply(subject)).toList();
    }

    /// Whether some sessions pause as people's do and most run on as a program's.
    public static boolean sessionsOfBothKinds(Subject subject) {
        return SessionSignals.bothKinds(subject);
    }
}
