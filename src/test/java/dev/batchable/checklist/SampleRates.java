package dev.batchable.checklist;

import dev.batchable.price.Range;
import dev.batchable.price.Spend;
import dev.batchable.price.TargetRating;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.List;

/// What work costs where it runs and elsewhere.
public final class SampleRates {
    private SampleRates() {}

    /// A batch target at half the price; the work costs 100 USD in the window and 200 a month.
    public static TargetRating.Rated rated(Tier target, String cost) {
        Range range = new Range(new BigDecimal(cost), new BigDecimal(cost), new BigDecimal(cost));
        Range twice = new Range(BigDecimal.valueOf(2), BigDecimal.valueOf(2), BigDecimal.valueOf(2));
        return new TargetRating.Rated(
                target, BigDecimal.valueOf(100), BigDecimal.ZERO, range, BigDecimal.valueOf(50), twice, List.of());
    }

    public static TargetRating.Unrated unrated(Tier target, TargetRating.Reason reason) {
        return new TargetRating.Unrated(target, reason, "no price known");
    }

    public static Spend realtime(String amount) {
        BigDecimal spent = new BigDecimal(amount);
        return new Spend(spent, spent, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, spent);
    }
}
