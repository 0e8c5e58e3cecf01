package dev.batchable.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Shares of money, and the way they and amounts are written in sentences.
final class Shares {
    /// A hundredth of a percent of a percent: finer than any limit.
    private static final int DIGITS = 6;

    private Shares() {}

    /// The share of a part, 0 where there is no part; empty where a part has no whole.
    static Optional<BigDecimal> of(BigDecimal part, BigDecimal whole) {
        if (whole.signum() != 0) {
            return Optional.of(part.divide(whole, DIGITS, RoundingMode.HALF_UP));
        }
        return part.signum() == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    }

    static String percent(BigDecimal share) {
        BigDecimal percent =
                share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return percent.toPlainString() + " %";
    }

    static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
