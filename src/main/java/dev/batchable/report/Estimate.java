package dev.batchable.report;

import java.math.BigDecimal;

/// A figure with its uncertainty, in the report's currency unless its owner says otherwise. For savings `low`
/// is the smallest; for what a target would cost `low` is the pessimistic end, hence the dearest.
public record Estimate(BigDecimal low, BigDecimal expected, BigDecimal high) {
    public static final Estimate ZERO = new Estimate(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Estimate {
        low = Decimals.canonical(low);
        expected = Decimals.canonical(expected);
        high = Decimals.canonical(high);
    }

    /// End by end.
    public Estimate minus(Estimate other) {
        return new Estimate(low.subtract(other.low), expected.subtract(other.expected), high.subtract(other.high));
    }

    public Estimate plus(Estimate other) {
        return new Estimate(low.add(other.low), expected.add(other.expected), high.add(other.high));
    }
}
