package dev.batchable.checklist;

import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.DeferralCost;
import dev.batchable.policy.LatencyBudget;
import dev.batchable.policy.PartialAsync;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/// Declared answers, one at a time.
record Declared(DeclaredAnswers answers) {
    static Declared nothing() {
        return new Declared(DeclaredAnswers.NONE);
    }

    /// All that a move needs: nobody waits, a day's time, and it queues.
    static Declared favourable() {
        return nothing()
                .userWaiting(DeclaredAnswers.UserWaiting.NO)
                .within(Duration.ofHours(24))
                .degradation(DeclaredAnswers.Degradation.QUEUE);
    }

    Declared userWaiting(DeclaredAnswers.UserWaiting value) {
        return with(Optional.of(value), answers.maxLatency(), answers.deferralCost(), answers.degradation());
    }

    Declared within(Duration time) {
        return latency(new LatencyBudget.Within(time));
    }

    Declared by(String time) {
        return latency(new LatencyBudget.By(LocalTime.parse(time)));
    }

    Declared costs(String amount, String currency) {
        DeferralCost cost = new DeferralCost(new Money(new BigDecimal(amount), currency));
        return with(answers.userWaiting(), answers.maxLatency(), Optional.of(cost), answers.degradation());
    }

    Declared degradation(DeclaredAnswers.Degradation value) {
        return with(answers.userWaiting(), answers.maxLatency(), answers.deferralCost(), Optional.of(value));
    }

    Declared partial(String share) {
        return new Declared(new DeclaredAnswers(
                answers.userWaiting(),
                answers.maxLatency(),
                answers.deferralCost(),
                answers.quotaDomain(),
                answers.degradation(),
                Optional.of(new PartialAsync(new BigDecimal(share)))));
    }

    Declared quota(String domain) {
        return new Declared(new DeclaredAnswers(
                answers.userWaiting(),
                answers.maxLatency(),
                answers.deferralCost(),
                Optional.of(domain),
                answers.degradation(),
                answers.partialAsync()));
    }

    private Declared latency(LatencyBudget budget) {
        return with(answers.userWaiting(), Optional.of(budget), answers.deferralCost(), answers.degradation());
    }

    private Declared with(
            Optional<DeclaredAnswers.UserWaiting> waiting,
            Optional<LatencyBudget> latency,
            Optional<DeferralCost> cost,
            Optional<DeclaredAnswers.Degradation> degradation) {
        return new Declared(new DeclaredAnswers(
                waiting, latency, cost, answers.quotaDomain(), degradation, answers.partialAsync()));
    }
}
