package dev.batchable.input;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads exact decimals: digits with an optional sign, point and exponent, and nothing else.
final class Decimals {
    private static final String NUMBER = "a number";
    private static final String NO_SEPARATORS = "a number without thousands separators or decimal comma";
    private static final String SCALE = "at most " + Limits.MAX_SCALE + " digits on either side of the point";
    /// Digits of any long.
    private static final int LONG_DIGITS = 18;

    private Decimals() {}

    static BigDecimal parse(String path, String text) throws BadValueException {
        return parse(path, text, NUMBER);
    }

    /// @param path where the text stood, for the message
    static BigDecimal parse(String path, String given, String expected) throws BadValueException {
        String text = given.strip();
        Optional<BigDecimal> plain = plainDecimal(text);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (!looksLikeNumber(text)) {
            boolean comma = text.indexOf(',') > 0
                    && looksLikeNumber(text.replace(",", "").replace(".", ""));
            throw new BadValueException(path, text, comma ? NO_SEPARATORS : expected);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new BadValueException(path, text, expected);
        }
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (Math.abs((long) value.scale()) > Limits.MAX_SCALE || value.precision() > 2 * Limits.MAX_SCALE) {
            throw new BadValueException(path, text, SCALE);
        }
        return value;
    }

    /// A whole number from 0 to [Limits#MAX_COUNT]; `12.0` is one.
    static long count(String path, String given) throws BadValueException {
        String text = given.strip();
        long value = plainDigits(text);
        if (value >= 0 && value <= Limits.MAX_COUNT) {
            return value;
        }
        String expected = "a whole number from 0 to " + Limits.MAX_COUNT;
        BigDecimal decimal = parse(path, text, expected);
        boolean whole = decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
        if (!whole || decimal.signum() < 0 || decimal.compareTo(BigDecimal.valueOf(Limits.MAX_COUNT)) > 0) {
            throw new BadValueException(path, text, expected);
        }
        return decimal.longValueExact();
    }

    /// The value of up to 18 digits and nothing else; -1 for any other text.
    private static long plainDigits(String text) {
        if (text.isEmpty() || text.length() > LONG_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// The value of up to 18 digits with at most one point among them; empty for any other text. Nearly all
    /// numbers of a log are such, and need no check of length or scale.
    private static Optional<BigDecimal> plainDecimal(String text) {
        if (text.length() > LONG_DIGITS) {
            return Optional.empty();
        }
        long value = 0;
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = i;
            } else {
                return Optional.empty();
            }
        }
        int decimals = point < 0 ? 0 : text.length() - 1 - point;
        if (value == 0) {
            return text.length() == (point < 0 ? 0 : 1) ? Optional.empty() : Optional.of(BigDecimal.ZERO);
        }
        return Optional.of(BigDecimal.valueOf(value, decimals));
    }

    private static boolean looksLikeNumber(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            digit |= isDigit;
            if (!isDigit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return digit && text.length() <= Limits.MAX_NUMBER_CHARS;
    }
}
