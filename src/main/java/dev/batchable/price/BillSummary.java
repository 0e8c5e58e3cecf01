package dev.batchable.price;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a bill alone can tell: use of models by tier, and a bound on what could move.
///
/// @param byTier every tier with a charge
/// @param upperBound billed on a realtime tier: no more than this could move to a deferred tier, and without
///     request logs nothing says how much of it should; charges on an unknown tier are not in it
public record BillSummary(
        String currency, BigDecimal billed, SortedMap<Tier, BigDecimal> byTier, BigDecimal upperBound) {
    public BillSummary {
        byTier = Collections.unmodifiableSortedMap(new TreeMap<>(byTier));
    }

    public static BillSummary of(BillTotals bill, String currency) {
        SortedMap<Tier, BigDecimal> byTier = new TreeMap<>();
        bill.cells().forEach((cell, sum) -> {
            if (cell.isModelUsage() && cell.currency().equals(currency)) {
                byTier.merge(cell.meter().tier(), sum.billed(), BigDecimal::add);
            }
        });
        BigDecimal billed = byTier.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal realtime = byTier.getOrDefault(Tier.STANDARD, BigDecimal.ZERO)
                .add(byTier.getOrDefault(Tier.PRIORITY, BigDecimal.ZERO));
        return new BillSummary(currency, billed, byTier, realtime);
    }
}
