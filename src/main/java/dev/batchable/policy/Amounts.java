package dev.batchable.policy;

import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Money and percentages as people write them: `500 USD`, `12 USD/h`, `400 USD/month`, `5%`. A blank before the
/// currency or the percent sign may be left out; thousands separators and signs are refused. All methods throw
/// [IllegalArgumentException] whose message holds what was found and an example.
public final class Amounts {
    private static final Pattern MONEY = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,12})?) ?([A-Z]{3})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,12})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amounts() {}

    /// An amount with its currency, such as `500 USD`.
    public static Money money(String text) {
        return money(text, "", "500 USD");
    }

    /// Money per hour, such as `12 USD/h`.
    public static Money perHour(String text) {
        return money(text, "/h", "12 USD/h");
    }

    /// Money per month, such as `400 USD/month`.
    public static Money perMonth(String text) {
        return money(text, "/month", "400 USD/month");
    }

    /// A share between 0 and 1, written as a percentage such as `5%` or `2.5%`.
    public static BigDecimal percent(String text) {
        String stripped = text.strip();
        if (stripped.endsWith("%")) {
            String number = stripped.substring(0, stripped.length() - 1).stripTrailing();
            if (NUMBER.matcher(number).matches() && new BigDecimal(number).compareTo(HUNDRED) <= 0) {
                return new BigDecimal(number).movePointLeft(2);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no percentage; expected 0% to 100%, such as 5%");
    }

    /// A plain decimal number of zero or more.
    public static BigDecimal number(String text) {
        String stripped = text.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no number; expected one such as 1.08");
        }
        return new BigDecimal(stripped);
    }

    /// An ISO 4217 code in upper case, such as `USD`.
    public static String currency(String text) {
        String code = text.strip();
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no currency; expected an ISO 4217 code in upper case, such as USD", unknown);
        }
    }

    private static Money money(String text, String suffix, String example) {
        String stripped = text.strip();
        if (stripped.endsWith(suffix)) {
            Matcher matcher = MONEY.matcher(stripped.substring(0, stripped.length() - suffix.length()));
            if (matcher.matches()) {
                return new Money(new BigDecimal(matcher.group(1)), currency(matcher.group(2)));
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no amount; expected a number and a currency, such as " + example);
    }
}
