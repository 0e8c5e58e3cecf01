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
/// Where parts take their time independently of each other, a slow one holds up all that follow, and more miss:
/// about 1.3 f(n) with four parts on the prior, 1.8 f(n) with eight. But k parts can be late together only if one of
/// them takes longer than budget ÷ k (Boole), so that never more miss than
///
/// b(n) = (1 ÷ n) · Σ 1 − (1 − miss(budget ÷ k))ᵏ, k = 1 … n
///
/// where a part that has the tier's whole window counts with its own miss alone: by then all before it have left the
/// queue, done or expired.
///
/// Consequence: one part is the plain case, f(1) = b(1); whether a job fits is judged by b, and the low end takes no
/// less; nothing is sampled, and parts whose turn comes before the first point of the distribution need not be
/// looked at, however many they are.
///
/// @param completion of one part
/// @param parts at least one
record InTurn(CompletionDistribution completion, long parts) {
    private static final BigDecimal PESSIMISM = BigDecimal.valueOf(2);
    private static final int SCALE = 6;

    /// Low is twice the expected share or the bound, whichever is more, and at most all. High is none of a job in one
    /// part; of several those are late in any case that have no result by their part of the budget.
    Missed missed(Duration budget) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal bounds = BigDecimal.ZERO;
        long turns = 0;
        while (turns < parts && begun(budget.dividedBy(turns + 1))) {
            turns++;
            BigDecimal missed = completion.missShare(budget.dividedBy(turns));
            sum = sum.add(missed);
            bounds = bounds.add(isWholeWindow(budget.dividedBy(turns)) ? missed : anyOf(turns, missed));
        }
        BigDecimal never = BigDecimal.valueOf(parts - turns);
        BigDecimal expected = share(sum.add(never));
        BigDecimal bound = share(bounds.add(never));
        BigDecimal low = PESSIMISM.multiply(expected).max(bound).min(BigDecimal.ONE);
        BigDecimal high = share(BigDecimal.valueOf(parts - Math.max(1, turns)));
        return new Missed(new Range(low, expected, high), bound, parts);
    }

    /// Whether a part has as long as the tier gives itself, so that those before it have surely left the queue.
    private boolean isWholeWindow(Duration turn) {
        return turn.compareTo(
                        completion.points().get(completion.points().size() - 1).after())
                >= 0;
    }

    /// The share in which at least one of several misses, if each does so by itself.
    private static BigDecimal anyOf(long several, BigDecimal missed) {
        if (several == 1) {
            return missed;
        }
        double none = StrictMath.pow(1 - missed.doubleValue(), (double) several);
        return BigDecimal.valueOf(1 - none).setScale(SCALE, RoundingMode.UP);
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
