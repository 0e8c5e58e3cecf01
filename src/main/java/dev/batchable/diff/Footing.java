package dev.batchable.diff;

import dev.batchable.report.Basis.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;

/// What makes two windows comparable. Whole calendar months are compared by the month and windows of equal
/// length as they are, so that figures of one month stand here as in their report. All else is brought to a
/// month of 30.4375 days by the days of the window.
///
/// @param unit what amounts are for, such as `month`
/// @param old what amounts of the older report are multiplied by
/// @param now what those of the newer one are
/// @param toMonth what an amount on this footing is multiplied by to be one of a month
public record Footing(String unit, BigDecimal old, BigDecimal now, BigDecimal toMonth) {
    /// More digits than any amount has, so that only the last rounding counts.
    static final MathContext EXACT = new MathContext(50, RoundingMode.HALF_EVEN);

    /// A millionth of a millionth of a unit of currency.
    private static final int DECIMALS = 12;

    private static final BigDecimal MONTH = new BigDecimal("30.4375");

    static Footing of(Period old, Period now) {
        if (wholeMonths(old) > 0 && wholeMonths(now) > 0) {
            return new Footing("month", part(wholeMonths(old)), part(wholeMonths(now)), BigDecimal.ONE);
        }
        if (old.days() == now.days()) {
            String unit = old.days() + (old.days() == 1 ? " day" : " days");
            return new Footing(unit, BigDecimal.ONE, BigDecimal.ONE, month(now));
        }
        return new Footing("month of 30.4375 days", month(old), month(now), BigDecimal.ONE);
    }

    /// Calendar months the window is made of, 0 where it is not.
    private static long wholeMonths(Period window) {
        boolean whole = window.from().getDayOfMonth() == 1 && window.to().getDayOfMonth() == 1;
        return whole ? ChronoUnit.MONTHS.between(window.from(), window.to()) : 0;
    }

    private static BigDecimal part(long count) {
        return BigDecimal.ONE.divide(BigDecimal.valueOf(count), EXACT);
    }

    private static BigDecimal month(Period window) {
        return MONTH.divide(BigDecimal.valueOf(window.days()), EXACT);
    }

    /// The amount on another footing; as it is where the factor is 1.
    static BigDecimal scaled(BigDecimal amount, BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) == 0 ? amount : rounded(amount.multiply(factor, EXACT));
    }

    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
