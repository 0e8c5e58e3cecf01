package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Schedule;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.LatencyBudget;
import dev.batchable.record.Providers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Declared answers that the logs contradict.
final class Contradictions {
    private Contradictions() {}

    static List<Judgement.Contradiction> of(Subject subject) {
        List<Judgement.Contradiction> found = new ArrayList<>();
        userWaiting(subject).ifPresent(found::add);
        maxLatency(subject).ifPresent(found::add);
        deferralCost(subject).ifPresent(found::add);
        quotaDomain(subject).ifPresent(found::add);
        degradation(subject).ifPresent(found::add);
        partialAsync(subject).ifPresent(found::add);
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

    /// Delay that is said to cost nothing, with people in front of it.
    private static Optional<Judgement.Contradiction> deferralCost(Subject subject) {
        boolean free = subject.declared()
                .deferralCost()
                .filter(cost -> cost.perHour().amount().signum() == 0)
                .isPresent();
        return free
                        && UserWaiting.observed(subject) instanceof Answer.Known observed
                        && UserWaiting.surely(observed, UserWaiting.YES)
                ? Optional.of(new Judgement.Contradiction(
                        QuestionId.DEFERRAL_COST, "0", "that people wait on it: " + reasons(observed)))
                : Optional.empty();
    }

    private static Optional<Judgement.Contradiction> degradation(Subject subject) {
        return subject.declared()
                .degradation()
                .flatMap(declared -> DegradationBehaviour.contradiction(subject)
                        .map(observed -> new Judgement.Contradiction(
                                QuestionId.DEGRADATION, declared.name().toLowerCase(Locale.ROOT), observed)));
    }

    /// A domain that names one provider, with all calls at others. What else it names may be an alias.
    private static Optional<Judgement.Contradiction> quotaDomain(Subject subject) {
        List<String> providers = subject.profile().usage().rows().keySet().stream()
                .flatMap(key -> key.model().provider().stream())
                .distinct()
                .sorted()
                .toList();
        return subject.declared()
                .quotaDomain()
                .filter(declared -> names(declared)
                        .filter(provider -> !providers.isEmpty() && !providers.contains(provider))
                        .isPresent())
                .map(declared -> new Judgement.Contradiction(
                        QuestionId.QUOTA_DOMAIN, declared, "calls to " + String.join(", ", providers) + " only"));
    }

    private static Optional<String> names(String domain) {
        String first = domain.strip().split("[/:]", 2)[0];
        return Providers.isKnown(first) ? Providers.canonical(first) : Optional.empty();
    }

    /// Work that is said to be completed later as a whole, each call of which waits for the one before.
    private static Optional<Judgement.Contradiction> partialAsync(Subject subject) {
        return subject.declared()
                .partialAsync()
                .filter(partial -> partial.share().compareTo(BigDecimal.ONE) == 0)
                .flatMap(partial -> Chains.of(subject).filter(Chains::prevail))
                .map(chains -> new Judgement.Contradiction(
                        QuestionId.PARTIAL_ASYNC,
                        PartialCompletion.WHOLE,
                        chains.evidence(subject).found()));
    }

    /// Results that may come later than the next run but one starts pile up.
    private static Optional<Judgement.Contradiction> maxLatency(Subject subject) {
        Optional<Duration> declared = subject.declared()
                .maxLatency()
                .filter(LatencyBudget.Within.class::isInstance)
                .map(budget -> ((LatencyBudget.Within) budget).duration());
        return declared.flatMap(budget -> subject.schedule()
                .flatMap(Schedule::period)
                .filter(period -> budget.compareTo(period) > 0)
                .map(period -> new Judgement.Contradiction(
                        QuestionId.MAX_LATENCY,
                        Wording.duration(budget),
                        "the next run starts after " + Wording.duration(period))));
    }
}
