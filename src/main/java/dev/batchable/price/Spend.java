package dev.batchable.price;

import java.math.BigDecimal;

/// What a workload cost over the window, in the report's currency.
///
/// @param total realtime + deferred + provisioned + unknown tier
/// @param waste charged spend of failed attempts and of repeats, part of `total`
/// @param movable realtime spend without its waste
public record Spend(
        BigDecimal total,
        BigDecimal realtime,
        BigDecimal deferred,
        BigDecimal provisioned,
        BigDecimal unknownTier,
        BigDecimal waste,
        BigDecimal movable) {
    public static final Spend ZERO = new Spend(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    public Spend plus(Spend other) {
        return new Spend(
                total.add(other.total),
                realtime.add(other.realtime),
                deferred.add(other.deferred),
                provisioned.add(other.provisioned),
                unknownTier.add(other.unknownTier),
                waste.add(other.waste),
                movable.add(other.movable));
    }
}
