package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.price.Saving;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All that the verdict on one workload rests on.
///
/// @param answers six, in the order of [QuestionId]
/// @param budget declared or observed, never assumed
record Case(Subject subject, List<Answer> answers, Optional<Budget> budget) {
    /// What is reckoned with where no budget is known, for display only: a move needs a known one.
    private static final Duration A_DAY = Duration.ofDays(1);

    Case {
        answers = List.copyOf(answers);
    }

    static Case of(Subject subject, List<Answer> answers) {
        return new Case(subject, answers, MaxLatency.budget(subject, answers));
    }

    /// A target with what a share of the work would save there.
    record Choice(Target target, Saving saving, BigDecimal share) {}

    Answer answer(QuestionId question) {
        return answers.stream()
                .filter(answer -> answer.question() == question)
                .findFirst()
                .orElseThrow();
    }

    boolean nobodyWaits() {
        return UserWaiting.surely(answer(QuestionId.USER_WAITING), UserWaiting.NO);
    }

    boolean userWaits() {
        return UserWaiting.surely(answer(QuestionId.USER_WAITING), UserWaiting.YES);
    }

    boolean instant() {
        return budget.filter(Budget::instant).isPresent();
    }

    Duration budgetOrDay() {
        return budget.map(Budget::time).orElse(A_DAY);
    }

    /// Every rated target, the one that saves most first; FLEX before BATCH at the same saving.
    List<Choice> rated() {
        return Target.of(subject).stream()
                .flatMap(target ->
                        target.within(budgetOrDay()).map(saving -> new Choice(target, saving, BigDecimal.ONE)).stream())
                .sorted(Comparator.comparing(
                                (Choice choice) -> choice.saving().window().expected())
                        .reversed())
                .toList();
    }

    /// Rated targets that nothing obstructs and that save something.
    List<Choice> open() {
        return rated().stream()
                .filter(choice -> Obstacles.of(subject, choice.target()).isEmpty())
                .filter(choice -> choice.saving().window().expected().signum() > 0)
                .toList();
    }

    /// Open targets that keep the known budget, and where the declared cost of delay does not eat up the saving.
    List<Choice> fitting() {
        return budget.map(known -> inTime(known).stream()
                        .filter(choice -> pays(choice.target(), known.time()))
                        .toList())
                .orElse(List.of());
    }

    private List<Choice> inTime(Budget known) {
        return open().stream()
                .filter(choice -> choice.target().fits(known.time()))
                .toList();
    }

    /// Whether a tier would keep the budget and save something if its queue took the work at once, and none does.
    boolean queueTooSmall() {
        return budget.filter(known -> inTime(known).isEmpty() && inTimeAtOnce(known))
                .isPresent();
    }

    private boolean inTimeAtOnce(Budget known) {
        return Target.of(subject).stream()
                .filter(target -> Obstacles.of(subject, target).isEmpty())
                .map(Target::atOnce)
                .anyMatch(target -> target.fits(known.time()) && target.saves(known.time()));
    }

    /// Whether a tier keeps the budget, but the declared cost of delay eats up what it saves.
    boolean delayCostsMore() {
        return fitting().isEmpty()
                && budget.filter(known -> !inTime(known).isEmpty()).isPresent();
    }

    private boolean pays(Target target, Duration time) {
        Optional<BigDecimal> cost = DeferralCost.cost(subject);
        return cost.isEmpty()
                || BreakEven.of(subject, time).stream()
                        .anyMatch(even -> even.tier() == target.tier() && even.pays(cost.get()));
    }

    /// Whether at least three known answers lean batch, and more than half of the known ones. An answer derived
    /// from another counts once with it. What is merely assumed can speak against a move, never for it.
    boolean leansBatch() {
        List<Answer.Known> counted = answers.stream()
                .filter(Answer.Known.class::isInstance)
                .map(Answer.Known.class::cast)
                .filter(known -> known.derivedFrom().isEmpty())
                .toList();
        return Rules.LEANS.reachedBy(batchLeans()) && batchLeans() * 2 > counted.size();
    }

    long batchLeans() {
        return answers.stream()
                .filter(Answer.Known.class::isInstance)
                .map(Answer.Known.class::cast)
                .filter(known -> known.derivedFrom().isEmpty())
                .filter(known -> known.origin() != Answer.Origin.ASSUMED && known.lean() == Lean.BATCH)
                .count();
    }
}
