package dev.batchable.report;

import java.math.BigDecimal;
import java.util.Optional;

/// The one spelling of a figure: no trailing zeros after the point, never an exponent, so `1.50` and `1.5`, or
/// `1E+2` and `100`, make equal reports and equal bytes. Exact: nothing is rounded.
public final class Decimals {
    private Decimals() {}

    public static BigDecimal canonical(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static Optional<BigDecimal> canonical(Optional<BigDecimal> figure) {
        return figure.map(Decimals::canonical);
    }
}
