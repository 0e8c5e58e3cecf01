package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.DELIVERY;
import static dev.batchable.checklist.evidence.Signal.Family.PEOPLE;

import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.profile.ClientKind;
import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Signs of people at the other end: streams, cancelled calls, end users, their programs.
final class PeopleSignals {
    static final String STREAMING = "streaming";
    static final String CANCELLATIONS = "cancellations";
    static final String END_USERS = "end-users";
    static final String CLIENTS = "clients";

    private PeopleSignals() {}

    /// A stream is made to be watched. That calls are not streamed shows nothing: most programs with people in
    /// front of them do not stream either.
    static Signal streaming(Subject subject) {
        Share streamed = new Share(
                subject.requests(key -> key.streaming() == Streaming.STREAMED),
                subject.requests(key -> key.streaming() != Streaming.UNKNOWN));
        if (!EvidenceRules.MIN_CALLS.reachedBy(streamed.whole())) {
            return Signal.inapplicable(DELIVERY, subject, STREAMING, "too few calls tell whether they were streamed");
        }
        Finding finding = new Finding(
                        STREAMING,
                        streamed.text() + " of calls streamed",
                        "50 % or more where somebody reads along",
                        streamed.whole())
                .within(streamed.error());
        if (EvidenceRules.STREAMED_SHARE.reachedBy(streamed.value())) {
            return Signal.weighed(DELIVERY, EvidenceRules.STREAMED, subject, finding);
        }
        return EvidenceRules.SOME_STREAMED_SHARE.reachedBy(streamed.value())
                ? Signal.weighed(DELIVERY, EvidenceRules.SOME_STREAMED, subject, finding)
                : Signal.silent(DELIVERY, subject, finding);
    }

    /// People give up at varied times. Calls cancelled after one and the same time met a client's timeout, which
    /// jobs have too.
    static Signal cancellations(Subject subject) {
        Share cancelled = new Share(
                subject.requests(key -> key.outcome() == Outcome.CANCELLED),
                subject.requests(key -> key.outcome() != Outcome.UNKNOWN));
        if (!EvidenceRules.MIN_CALLS.reachedBy(cancelled.whole())) {
            return Signal.inapplicable(DELIVERY, subject, CANCELLATIONS, "too few calls tell how they ended");
        }
        Optional<Percentiles> piled = subject.profile().timings().cancelled().filter(PeopleSignals::piledUp);
        Finding finding = new Finding(
                        CANCELLATIONS,
                        Wording.count(cancelled.part()) + " of " + Wording.count(cancelled.whole())
                                + " calls cancelled by the client"
                                + piled.map(PeopleSignals::asTimeout).orElse(""),
                        "5 and 0.5 % or more, after varied times, where people leave",
                        cancelled.whole())
                .within(cancelled.error());
        boolean many = EvidenceRules.CANCELLED_CALLS.reachedBy(cancelled.part())
                && EvidenceRules.CANCELLED_SHARE.reachedBy(cancelled.value());
        return many && piled.isEmpty()
                ? Signal.weighed(DELIVERY, EvidenceRules.CANCELLED, subject, finding)
                : Signal.silent(DELIVERY, subject, finding);
    }

    private static String asTimeout(Percentiles waits) {
        return ", nearly all after " + Wording.duration(Duration.ofMillis(waits.p50())) + ", as a timeout does";
    }

    private static boolean piledUp(Percentiles waits) {
        return EvidenceRules.PILED_CALLS.reachedBy(waits.samples())
                && waits.p95() - waits.p50() <= waits.p50() * EvidenceRules.PILED_SPREAD.value();
    }

    static Signal endUsers(Subject subject) {
        double share = subject.profile().coverage().share(Field.USER);
        if (!EvidenceRules.USERS_SHARE.reachedBy(share) || !EvidenceRules.MIN_CALLS.reachedBy(subject.requests())) {
            return Signal.inapplicable(PEOPLE, subject, END_USERS, "too few calls name an end user");
        }
        long users = subject.profile().audience().distinctUsers();
        Finding finding = new Finding(
                        END_USERS,
                        "about " + Wording.count(users) + " distinct end users",
                        "5 or more where people are served",
                        subject.requests())
                .within("±3.2 %, two standard errors of the count");
        return EvidenceRules.USERS.reachedBy(users)
                ? Signal.weighed(PEOPLE, EvidenceRules.USERS_WEIGHT, subject, finding)
                : Signal.silent(PEOPLE, subject, finding);
    }

    /// Plain HTTP libraries and vendor SDKs say nothing, so that shares are of all calls with a user agent or a
    /// scheduler's mark.
    static Signal clients(Subject subject) {
        Map<ClientKind, Long> kinds = subject.profile().audience().clients();
        long calls = kinds.values().stream().mapToLong(Long::longValue).sum();
        if (!EvidenceRules.MIN_CALLS.reachedBy(calls)) {
            return Signal.inapplicable(PEOPLE, subject, CLIENTS, "too few calls name their user agent");
        }
        Share interactive = new Share(kinds.getOrDefault(ClientKind.INTERACTIVE, 0L), calls);
        Share headless = new Share(kinds.getOrDefault(ClientKind.HEADLESS, 0L), calls);
        Share marked = new Share(headless.part() + kinds.getOrDefault(ClientKind.MARKED_JOB, 0L), calls);
        Finding finding = new Finding(
                        CLIENTS,
                        interactive.text() + " interactive, " + headless.text() + " headless clients, " + marked.text()
                                + " headless or marked as a job's",
                        "5 % interactive where people wait, 90 % headless where none does",
                        calls)
                .within("interactive: " + interactive.error());
        return weight(interactive, headless, marked)
                .map(weight -> Signal.weighed(PEOPLE, weight, subject, finding))
                .orElseGet(() -> Signal.silent(PEOPLE, subject, finding));
    }

    private static Optional<Rule> weight(Share interactive, Share headless, Share marked) {
        if (EvidenceRules.INTERACTIVE_SHARE.reachedBy(interactive.value())) {
            return Optional.of(EvidenceRules.INTERACTIVE);
        }
        if (EvidenceRules.HEADLESS_SHARE.reachedBy(headless.value())) {
            return Optional.of(EvidenceRules.HEADLESS);
        }
        return EvidenceRules.HEADLESS_SHARE.reachedBy(marked.value())
                ? Optional.of(EvidenceRules.JOBS)
                : Optional.empty();
    }
}
