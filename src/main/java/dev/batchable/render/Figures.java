package dev.batchable.render;

import dev.batchable.report.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Figures as people read them: whole units from 100 on, cents below, and never a bare 0 for what is not 0.
final class Figures {
    private static final BigDecimal UNITS_FROM = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXACT_DIGITS = 6;

    private Figures() {}

    static String money(BigDecimal amount) {
        return fixed(amount, decimals(amount));
    }

    static String money(BigDecimal amount, String currency) {
        return money(amount) + " " + currency;
    }

    /// Low to expected, both as fine as the larger of them.
    static String range(Estimate estimate) {
        return range(estimate.low(), estimate.expected());
    }

    static String range(BigDecimal low, BigDecimal expected) {
        int decimals = decimals(low.abs().max(expected.abs()));
        return between(fixed(low, decimals), fixed(expected, decimals));
    }

    static String between(String low, String expected) {
        return low.equals(expected) ? low : low + " to " + expected;
    }

    /// How many decimals money of this size is shown with.
    static int decimals(BigDecimal amount) {
        return amount.abs().setScale(2, RoundingMode.HALF_EVEN).compareTo(UNITS_FROM) >= 0 ? 0 : 2;
    }

    static String fixed(BigDecimal amount, int decimals) {
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return tiny(amount, decimals);
        }
        return format(decimals == 0 ? "#,##0" : "#,##0.00", rounded);
    }

    /// What rounds to nothing.
    static String tiny(BigDecimal amount, int decimals) {
        String smallest = BigDecimal.ONE.movePointLeft(decimals).toPlainString();
        return amount.signum() == 0 ? "0" : amount.signum() > 0 ? "<" + smallest : ">-" + smallest;
    }

    /// At least cents, at most six decimals: for arithmetic that is checked line by line.
    static String exact(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(EXACT_DIGITS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? tiny(amount, EXACT_DIGITS) : format("#,##0.00####", rounded);
    }

    static String count(long count) {
        return format("#,##0", BigDecimal.valueOf(count));
    }

    /// A share 0–1 in percent; only all is `100 %`, only nothing is `0 %`.
    static String percent(BigDecimal share) {
        BigDecimal percent = share.multiply(HUNDRED);
        BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return tiny(percent, 1) + " %";
        }
        if (rounded.compareTo(HUNDRED) == 0 && percent.compareTo(HUNDRED) < 0) {
            return ">99.9 %";
        }
        return format("#,##0.#", rounded) + " %";
    }

    /// The share of a part in a whole that is not 0.
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, 6, RoundingMode.HALF_EVEN);
    }

    static String tenths(BigDecimal figure) {
        return format("#,##0.0", figure.setScale(1, RoundingMode.HALF_EVEN));
    }

    private static String format(String pattern, BigDecimal figure) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(figure);
    }
}
