package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.Timings;
import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.record.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How long callers wait before they give up.
///
/// A client's timeout is a constant, so that the calls it ends all last equally long; a provider's failures do
/// not. Nothing that comes later is accepted by the call as it is made today. That bounds the call and not the
/// work: where the same work is tried again, its results may come later than any one attempt, and the timeout
/// refutes nothing. People who leave a call were there; what the others put up with is the longest wait that
/// the log shows to be accepted. Answers that came only after several attempts were still used, so that at least
/// their time is tolerated; how much more is, they do not show. None of this speaks for a slower tier.
final class Patience {
    private static final String ERROR = "percentiles to 1 % (histogram of two significant digits)";

    private final Subject subject;
    private final Timings timings;

    Patience(Subject subject) {
        this.subject = subject;
        this.timings = subject.profile().timings();
    }

    /// What ended early or came late, as far as durations are told.
    List<Evidence> evidence() {
        return Stream.of(
                        timings.timedOut().map(this::timeouts),
                        timings.cancelled().map(this::cancellations),
                        timings.retried().map(this::retries))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The time after which callers clearly give up, where that is under a minute; else empty.
    Optional<Duration> limit() {
        return timings.timedOut()
                .filter(this::isTimeout)
                .filter(ended -> !retriedOften(ended))
                .map(Percentiles::p50)
                .or(() -> timings.cancelled().filter(this::peopleLeave).map(this::staying))
                .map(Patience::seconds);
    }

    private boolean isTimeout(Percentiles ended) {
        return isOneValue(ended) && seconds(ended.p95()).toSeconds() < Rules.INSTANT.value();
    }

    private static boolean isOneValue(Percentiles ended) {
        return EvidenceRules.MIN_CALLS.reachedBy(ended.samples())
                && Rules.ONE_TIMEOUT.keptBy((double) ended.p95() / Math.max(1, ended.p50()));
    }

    private boolean peopleLeave(Percentiles left) {
        return EvidenceRules.MIN_CALLS.reachedBy(left.samples())
                && Rules.LEAVERS.reachedBy((double) left.samples() / Math.max(1, subject.requests()))
                && seconds(staying(left)).toSeconds() < Rules.INSTANT.value();
    }

    /// How long those who stayed have waited: what people put up with, and no less than it took others to leave.
    private long staying(Percentiles left) {
        return timings.latency()
                .map(Percentiles::p95)
                .map(p95 -> Math.max(p95, left.p95()))
                .orElse(left.p95());
    }

    private boolean retriedOften(Percentiles ended) {
        return Rules.RETRIED_SHARE.reachedBy(
                (double) subject.profile().audience().retried() / ended.samples());
    }

    private Evidence timeouts(Percentiles ended) {
        boolean one = isOneValue(ended);
        long retried = subject.profile().audience().retried();
        String found = Wording.plural(ended.samples(), "call") + " timed out, " + spread(ended)
                + (one ? ": given up at one value, later answers were not taken" : "")
                + (one && retriedOften(ended)
                        ? "; " + Wording.plural(retried, "call") + " tried again, so that it bounds no work"
                        : "");
        boolean decides = isTimeout(ended) && !retriedOften(ended);
        return of("timeouts", found, "one value under 60 s bounds the call as it is made today", ended, decides);
    }

    private Evidence cancellations(Percentiles left) {
        String found = Wording.plural(left.samples(), "caller") + " left, " + spread(left)
                + timings.latency()
                        .map(stayed -> "; those who stayed had 95 % of their answers within " + time(stayed.p95()))
                        .orElse("");
        return of(
                "cancelled-after",
                found,
                "people who leave were there; 30 of them, and all within 60 s, decide",
                left,
                peopleLeave(left));
    }

    private Evidence retries(Percentiles answered) {
        String found = Wording.plural(answered.samples(), "answer")
                + " came after several attempts and were used, 95 % within " + time(answered.p95());
        return of("retried-answers", found, "shows how much is tolerated at least", answered, false);
    }

    private Evidence of(String signal, String found, String expected, Percentiles measured, boolean decides) {
        return subject.evidence(signal, found, expected, measured.samples(), decides ? Lean.REALTIME : Lean.NEITHER)
                .within(ERROR);
    }

    /// Which facts are missing for a limit.
    String missing() {
        Set<Field> told = subject.profile().coverage().seen().keySet();
        List<String> untold = Stream.of(
                        Clue.DURATIONS.isTold(told) ? "" : "no durations",
                        Clue.OUTCOMES.isTold(told) ? "" : "no outcomes")
                .filter(fact -> !fact.isEmpty())
                .toList();
        return untold.isEmpty()
                ? count(timings.timedOut()) + " timeouts and " + count(timings.cancelled())
                        + " cancellations do not show where callers give up"
                : "where callers give up is not told: " + String.join(", ", untold);
    }

    private static String count(Optional<Percentiles> ended) {
        return Wording.count(ended.map(Percentiles::samples).orElse(0L));
    }

    private static String spread(Percentiles ended) {
        return "half within " + time(ended.p50()) + ", 95 % within " + time(ended.p95());
    }

    private static String time(long millis) {
        long rounded = seconds(millis).toSeconds();
        return millis < 1_000 ? millis + "ms" : rounded < 600 ? rounded + "s" : Wording.duration(seconds(millis));
    }

    /// To the nearest second, at least one: the shortest time a policy can hold.
    private static Duration seconds(long millis) {
        return Duration.ofSeconds(Math.max(1, Math.round(millis / 1_000.0)));
    }
}
