package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The currency that a column name has in brackets: `Subtotal ($)`, `Subtotal (CHF)`.
final class GcpCurrencySign {
    private static final Pattern IN_BRACKETS = Pattern.compile(".*\\((?<sign>[^()]{1,10})\\)");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    /// Signs as English texts write them: a dollar alone is that of the United States, a yen that of Japan.
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("CN¥", "CNY"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("A$", "AUD"),
            Map.entry("CA$", "CAD"),
            Map.entry("HK$", "HKD"),
            Map.entry("MX$", "MXN"),
            Map.entry("NT$", "TWD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("R$", "BRL"),
            Map.entry("₪", "ILS"),
            Map.entry("₫", "VND"),
            Map.entry("₱", "PHP"));

    private GcpCurrencySign() {}

    /// @throws BadValueException where the column names no currency that is known
    static String of(String column) throws BadValueException {
        Matcher matcher = IN_BRACKETS.matcher(column);
        String sign = matcher.matches() ? matcher.group("sign").strip() : "";
        return CODE.matcher(sign).matches()
                ? sign
                : Optional.ofNullable(CODES.get(sign))
                        .orElseThrow(() -> new BadValueException(column, sign, "a currency in brackets, such as ($)"));
    }
}
