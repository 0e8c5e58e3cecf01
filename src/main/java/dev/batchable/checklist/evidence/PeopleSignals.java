package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.DELIVERY;
import static dev.batchable.checklist.evidence.Signal.Family.PEOPLE;

import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.profile.ClientKind;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import java.util.List;

/// Signs of people at the other end: streams, cancelled calls, end users, their programs.
final class PeopleSignals {
    private PeopleSignals() {}

    static List<Signal> of(Subject subject) {
        return List.of(streaming(subject), cancellations(subject), endUsers(subject), clients(subject));
    }

    /// A stream is made to be watched. That calls are not streamed shows nothing: most programs with people in
    /// front of them do not stream either.
    static Signal streaming(Subject subject) {
        long known = subject.requests(key -> key.streaming() != Streaming.UNKNOWN);
        if (!EvidenceRules.MIN_CALLS.reachedBy(known)) {
            return Signal.inapplicable(DELIVERY, subject, "streaming", "too few calls tell whether they were streamed");
        }
        double share = subject.streamedShare();
        Finding finding = new Finding(
                "streaming",
                Wording.percent(share) + " of calls streamed",
                "50 % or more where somebody reads along",
                known);
        if (EvidenceRules.STREAMED_SHARE.reachedBy(share)) {
            return Signal.weighed(DELIVERY, EvidenceRules.STREAMED, subject, finding);
        }
        return EvidenceRules.SOME_STREAMED_SHARE.reachedBy(share)
                ? Signal.weighed(DELIVERY, EvidenceRules.SOME_STREAMED, subject, finding)
                : Signal.silent(DELIVERY, subject, finding);
    }

    static Signal cancellations(Subject subject) {
        long known = subject.requests(key -> key.outcome() != Outcome.UNKNOWN);
        if (!EvidenceRules.MIN_CALLS.reachedBy(known)) {
            return Signal.inapplicable(DELIVERY, subject, "cancellations", "too few calls tell how they ended");
        }
        long cancelled = subject.requests(key -> key.outcome() == Outcome.CANCELLED);
        Finding finding = new Finding(
                "cancellations",
                Wording.count(cancelled) + " of " + Wording.count(known) + " calls cancelled by the client",
                "5 and 0.5 % or more where people leave",
                known);
        boolean many = EvidenceRules.CANCELLED_CALLS.reachedBy(cancelled)
                && EvidenceRules.CANCELLED_SHARE.reachedBy((double) cancelled / known);
        return many
                ? Signal.weighed(DELIVERY, EvidenceRules.CANCELLED, subject, finding)
                : Signal.silent(DELIVERY, subject, finding);
    }

    static Signal endUsers(Subject subject) {
        double share = subject.profile().coverage().share(Field.USER);
        if (!EvidenceRules.USERS_SHARE.reachedBy(share) || !EvidenceRules.MIN_CALLS.reachedBy(subject.requests())) {
            return Signal.inapplicable(PEOPLE, subject, "end-users", "too few calls name an end user");
        }
        long users = subject.profile().audience().distinctUsers();
        Finding finding = new Finding(
                "end-users",
                "about " + Wording.count(users) + " distinct end users",
                "5 or more where people are served",
                subject.requests());
        return EvidenceRules.USERS.reachedBy(users)
                ? Signal.weighed(PEOPLE, EvidenceRules.USERS_WEIGHT, subject, finding)
                : Signal.silent(PEOPLE, subject, finding);
    }

    /// Plain HTTP libraries and vendor SDKs say nothing, so that shares are of all calls with a user agent.
    static Signal clients(Subject subject) {
        long calls = calls(subject, ClientKind.INTERACTIVE)
                + calls(subject, ClientKind.HEADLESS)
                + calls(subject, ClientKind.LIBRARY);
        if (!EvidenceRules.MIN_CALLS.reachedBy(calls)) {
            return Signal.inapplicable(PEOPLE, subject, "clients", "too few calls name their user agent");
        }
        double interactive = (double) calls(subject, ClientKind.INTERACTIVE) / calls;
        double headless = (double) calls(subject, ClientKind.HEADLESS) / calls;
        Finding finding = new Finding(
                "clients",
                Wording.percent(interactive) + " interactive, " + Wording.percent(headless) + " headless clients",
                "5 % interactive where people wait, 90 % headless where none does",
                calls);
        if (EvidenceRules.INTERACTIVE_SHARE.reachedBy(interactive)) {
            return Signal.weighed(PEOPLE, EvidenceRules.INTERACTIVE, subject, finding);
        }
        return EvidenceRules.HEADLESS_SHARE.reachedBy(headless)
                ? Signal.weighed(PEOPLE, EvidenceRules.HEADLESS, subject, finding)
                : Signal.silent(PEOPLE, subject, finding);
    }

    private static long calls(Subject subject, ClientKind kind) {
        return subject.profile().audience().clients().getOrDefault(kind, 0L);
    }
}
