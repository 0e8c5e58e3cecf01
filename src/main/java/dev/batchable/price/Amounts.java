package dev.batchable.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Where an amount cannot be exact, because it comes from a division, it is rounded here and nowhere else.
public final class Amounts {
    /// A millionth of a millionth: far below the price of one token of any model.
    private static final int SCALE = 12;

    /// Twelve digits, more than any mean of days is worth.
    public static final MathContext FACTOR = new MathContext(SCALE, RoundingMode.HALF_EVEN);

    static final int MILLION_DIGITS = 6;

    private Amounts() {}

    /// The amount itself where it has at most twelve decimals, else rounded to twelve.
    public static BigDecimal rounded(BigDecimal amount) {
        return amount.scale() <= SCALE ? amount : amount.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /// Exact.
    public static BigDecimal ofTokens(long tokens, BigDecimal perMillion) {
        return perMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION_DIGITS);
    }

    /// `amount × part ÷ whole`, exact where the amount is the whole.
    public static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        if (amount.compareTo(whole) == 0) {
            return rounded(part);
        }
        return amount.multiply(part).divide(whole, SCALE, RoundingMode.HALF_EVEN);
    }

    /// The price per million tokens that makes the amount, to 16 digits.
    public static BigDecimal perMillion(BigDecimal amount, long tokens) {
        return amount.movePointRight(MILLION_DIGITS)
                .divide(BigDecimal.valueOf(tokens), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }
}
