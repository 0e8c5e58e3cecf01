package dev.batchable.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The arithmetic of a saving.
///
/// With f the share of calls whose results miss the budget, and are therefore run again on their own tier:
///
/// saving = movable − target × (1 − f) − movable × f − late × target × f
///
/// where `late` is the share of the target price that is charged although the result came too late. The three
/// scenarios take f as [InTurn] has it, each with its own target cost. Where moving
/// costs more than it saves, a call that falls back saves money, so the scenarios can change places; the
/// smallest and the largest of them are the ends of the range.
final class Savings {
    private Savings() {}

    static Saving of(TargetRating.Rated rated, Duration budget) {
        TargetRating.Terms terms = rated.terms();
        Missed missed = terms.inTurn().missed(budget);
        Range miss = missed.share();
        Range window = scenarios(rated.movable(), rated.cost(), miss, terms.lateCharge());
        Range atAsOf = scenarios(terms.movableAsOf(), terms.costAsOf(), miss, terms.lateCharge());
        return new Saving(window, monthly(atAsOf, rated.monthlyFactor()), rated.naive(), missed, assumptions(rated));
    }

    private static Range scenarios(BigDecimal movable, Range cost, Range miss, Range late) {
        BigDecimal low = saving(movable, cost.low(), miss.low(), late.low());
        BigDecimal expected = saving(movable, cost.expected(), miss.expected(), late.expected());
        BigDecimal high = saving(movable, cost.high(), miss.high(), late.high());
        return new Range(
                low.min(expected).min(high), expected, low.max(expected).max(high));
    }

    private static BigDecimal saving(BigDecimal movable, BigDecimal target, BigDecimal miss, BigDecimal late) {
        BigDecimal kept = BigDecimal.ONE.subtract(miss);
        BigDecimal charged = target.multiply(miss).multiply(late);
        return Amounts.rounded(movable.subtract(target).multiply(kept).subtract(charged));
    }

    /// A loss is at its worst in the busiest month, a gain in the quietest.
    private static Range monthly(Range saving, Range factor) {
        BigDecimal low = saving.low().multiply(saving.low().signum() < 0 ? factor.high() : factor.low());
        BigDecimal high = saving.high().multiply(saving.high().signum() < 0 ? factor.low() : factor.high());
        BigDecimal expected = saving.expected().multiply(factor.expected());
        return new Range(Amounts.rounded(low), Amounts.rounded(expected), Amounts.rounded(high));
    }

    private static List<String> assumptions(TargetRating.Rated rated) {
        List<String> all = new ArrayList<>(rated.assumptions());
        CompletionDistribution completion = rated.terms().completion();
        all.add((completion.assumed() ? "completion times are assumed: " : "completion times are observed: ")
                + completion.source());
        return all;
    }
}
