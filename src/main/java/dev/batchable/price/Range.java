package dev.batchable.price;

import java.math.BigDecimal;

/// A figure with its uncertainty, in the report's currency; `low ≤ expected ≤ high` unless `low` is the
/// pessimistic end of a cost.
public record Range(BigDecimal low, BigDecimal expected, BigDecimal high) {
    public static final Range ZERO = new Range(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Range plus(Range other) {
        return new Range(low.add(other.low), expected.add(other.expected), high.add(other.high));
    }

    public Range times(BigDecimal factor) {
        return new Range(low.multiply(factor), expected.multiply(factor), high.multiply(factor));
    }
}
