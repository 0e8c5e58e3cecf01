package dev.batchable.price;

import dev.batchable.price.MonthlyProjection.Projection;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Rates one workload after another.
///
/// @param billed what a bill really charged
/// @param sunk what of it no move lowers
/// @param completions when results of a target may be expected
/// @param projection of the window that all were read in
record WorkloadRater(
        PriceBook book,
        RateCards cards,
        BilledRates billed,
        SunkShares sunk,
        Repricing repricing,
        MonthlyProjection projection,
        Completions completions) {
    private static final List<Tier> TARGETS = List.of(Tier.FLEX, Tier.BATCH);

    RatedWorkload rate(ChargedWorkload workload) {
        Projection month = month(workload);
        LineSheet sheet = new LineSheet(workload.keys());
        List<TargetSum> sums =
                TARGETS.stream().map(target -> target(workload, target)).toList();
        boolean unpriced = workload.unpriced().stream()
                .anyMatch(charge -> charge.key().tier().isRealtime());
        List<TargetRating> targets = sums.stream()
                .map(sum -> sum.rating(month.factor(), sheet.lines(sum.lineAmounts()), unpriced))
                .toList();
        return new RatedWorkload(
                workload.profile(),
                workload.spend(),
                recurrence(workload),
                realtimeFactor(workload, month.factor()),
                sheet.lines(cheapest(sums)),
                targets,
                workload.unpricedTotals(),
                Stream.concat(SpendAssumptions.of(workload).stream(), month.assumptions().stream())
                        .toList(),
                DayAmounts.of(workload));
    }

    private static Recurrence recurrence(ChargedWorkload workload) {
        return MonthlyProjection.recurrence(workload.profile());
    }

    /// The same at the prices of another day.
    WorkloadRater at(Repricing day) {
        return new WorkloadRater(book, cards, billed, sunk, day, projection, completions);
    }

    Projection month(ChargedWorkload workload) {
        return projection.of(recurrence(workload), repricing.daily(workload));
    }

    private TargetSum target(ChargedWorkload workload, Tier target) {
        Optional<TokenKind> write =
                CachePricing.dominantWrite(workload.profile().usage().total().tokens());
        TargetPricing pricing = new TargetPricing(book, cards, billed, target, write);
        return new TargetRater(pricing, repricing, sunk, completions).rate(workload);
    }

    /// Line amounts of the cheapest target; of equals the one that comes first.
    private static Map<LineSheet.LineKey, Range> cheapest(List<TargetSum> sums) {
        return sums.stream()
                .filter(sum -> sum.movable().signum() > 0)
                .min(Comparator.comparing(TargetSum::expectedCost))
                .map(TargetSum::lineAmounts)
                .orElse(Map.of());
    }

    /// The factor of realtime spend also carries what prices changed since the window.
    private Range realtimeFactor(ChargedWorkload workload, Range factor) {
        BigDecimal paid = workload.realtime().map(RatedKey::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal asOf = workload.realtime()
                .map(key -> repricing.amount(key, key.amount(), key.usage().tokens()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (paid.signum() == 0 || paid.compareTo(asOf) == 0) {
            return factor;
        }
        return factor.times(asOf.divide(paid, Amounts.FACTOR));
    }

    /// Empty where no priority call has both prices.
    Optional<TierSaving> tierSaving(ChargedWorkload workload) {
        List<RatedKey> priority = workload.realtime()
                .filter(key -> key.charge().key().tier() == Tier.PRIORITY)
                .filter(key ->
                        key.isItemized() && standard(key).covers(key.usage().tokens()))
                .toList();
        if (priority.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal window = priority.stream().map(this::premium).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal asOf = priority.stream().map(this::premiumAsOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal monthly =
                Amounts.rounded(asOf.multiply(month(workload).factor().expected()));
        return Optional.of(new TierSaving(workload.name(), window, monthly));
    }

    private RateCard standard(RatedKey key) {
        KeyCharge charge = key.charge();
        return cards.charged(charge.key(), Tier.STANDARD, charge.dayInForce());
    }

    private BigDecimal premium(RatedKey key) {
        return premium(key, key.charge().card(), standard(key));
    }

    private BigDecimal premiumAsOf(RatedKey key) {
        RateCard priority = cards.charged(key.charge().key(), Tier.PRIORITY, repricing.asOf());
        RateCard standard = cards.charged(key.charge().key(), Tier.STANDARD, repricing.asOf());
        boolean known = priority.covers(key.usage().tokens())
                && standard.covers(key.usage().tokens());
        return known ? premium(key, priority, standard) : premium(key);
    }

    private static BigDecimal premium(RatedKey key, RateCard priority, RateCard standard) {
        if (key.movable().signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal paid = key.charge().card().amount(key.movableTokens());
        BigDecimal difference = priority.amount(key.movableTokens()).subtract(standard.amount(key.movableTokens()));
        return Amounts.share(key.movable(), difference, paid);
    }
}
