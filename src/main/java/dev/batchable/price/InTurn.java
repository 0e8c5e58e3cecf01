package dev.batchable.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// A job in parts that a queue takes one after the other, since its cap holds no more at once.
///
/// Problem: each part is enqueued when the one before has left, so that the last is done when all have taken
/// their time, of which the distribution knows that of one only. Method: the k-th part is taken to be done
/// within the budget where parts take budget ÷ k on average, so that the share that misses is
///
/// f(n) = (1 ÷ n) · Σ miss(budget ÷ k), k = 1 … n
///
/// Consequence: one part is the plain case, nothing is sampled, and parts whose turn comes before the first
/// point of the distribution need not be looked at, however many they are.
///
/// @param completion of one part
/// @param parts at least one
record InTurn(CompletionDistribution completion, long parts) {
    private static final BigDecimal PESSIMISM = BigDecimal.valueOf(2);
    private static final int SCALE = 6;

    /// Low is twice the expected share, at most all. High is none of a job in one part; of several those are
    /// late in any case that have no result by their part of the budget.
    Range missed(Duration budget) {
        BigDecimal sum = BigDecimal.ZERO;
        long turns = 0;
        while (turns < parts && begun(budget.dividedBy(turns + 1))) {
            turns++;
            sum = sum.add(completion.missShare(budget.dividedBy(turns)));
        }
        BigDecimal expected = share(sum.add(BigDecimal.valueOf(parts - turns)));
        BigDecimal high = share(BigDecimal.valueOf(parts - Math.max(1, turns)));
        return new Range(PESSIMISM.multiply(expected).min(BigDecimal.ONE), expected, high);
    }

    private boolean begun(Duration turn) {
        return completion.shareWithin(turn).signum() > 0;
    }

    private BigDecimal share(BigDecimal sum) {
        return sum.divide(BigDecimal.valueOf(parts), SCALE, RoundingMode.UP);
    }

    /// Hours until the last part is there, since the results of a job are used together: n times those of one part
    /// within its part of the budget. Low is the pessimistic end, the longest.
    Range delayHours(Duration budget) {
        return new CompletionDelay(completion, budget, parts).hours();
    }
}
