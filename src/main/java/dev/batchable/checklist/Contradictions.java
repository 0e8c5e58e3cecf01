package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Schedule;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.LatencyBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Declared answers that the logs contradict.
final class Contradictions {
    private Contradictions() {}

    static List<Judgement.Contradiction> of(Subject subject) {
        List<Judgement.Contradiction> found = new ArrayList<>();
        userWaiting(subject).ifPresent(found::add);
        maxLatency(subject).ifPresent(found::add);
        return List.copyOf(found);
    }

    /// People on what is declared as waited for by nobody are reported from the first fair evidence; the
    /// reverse only where the logs would decide by themselves, since nothing is lost by waiting.
    private static Optional<Judgement.Contradiction> userWaiting(Subject subject) {
        Optional<DeclaredAnswers.UserWaiting> declared = subject.declared().userWaiting();
        if (declared.isEmpty() || !(UserWaiting.observed(subject) instanceof Answer.Known observed)) {
            return Optional.empty();
        }
        boolean people = declared.get() == DeclaredAnswers.UserWaiting.NO && observed.lean() == Lean.REALTIME;
        boolean nobody =
                declared.get() == DeclaredAnswers.UserWaiting.YES && UserWaiting.surely(observed, UserWaiting.NO);
        return people || nobody
                ? Optional.of(
                        new Judgement.Contradiction(QuestionId.USER_WAITING, people ? "no" : "yes", reasons(observed)))
                : Optional.empty();
    }

    private static String reasons(Answer.Known observed) {
        return observed.evidence().stream()
                .filter(evidence -> evidence.lean() == observed.lean())
                .map(Evidence::found)
                .collect(Collectors.joining("; "));
    }

    /// Results that may come later than the next run but one starts pile up.
    private static Optional<Judgement.Contradiction> maxLatency(Subject subject) {
        Optional<Duration> declared = subject.declared()
                .maxLatency()
                .filter(LatencyBudget.Within.class::isInstance)
                .map(budget -> ((LatencyBudget.Within) budget).duration());
        return declared.flatMap(budget -> Schedule.of(subject)
                .flatMap(Schedule::period)
                .filter(period -> budget.compareTo(period) > 0)
                .map(period -> new Judgement.Contradiction(
                        QuestionId.MAX_LATENCY,
                        Wording.duration(budget),
                        "the next run starts after " + Wording.duration(period))));
    }
}
