package dev.batchable.price.catalog;

import java.math.BigDecimal;

/// One spelling per number, so that equal prices are equal records whichever file they came from.
final class Decimals {
    private Decimals() {}

    /// Without trailing zeros after the point, and never in powers of ten.
    static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
