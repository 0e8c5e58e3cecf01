package dev.batchable.input.billing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Units in which bills count tokens: `Tokens`, `1000 Tokens`, `1K tokens`, `1M`, `1,000,000 tokens`.
final class TokenUnit {
    /// At most nine digits: the largest real factor is a million.
    private static final Pattern UNIT =
            Pattern.compile("(?<number>[0-9]{1,9})? ?(?<scale>k|m|thousand|million)?(?<word> ?tokens?)?");

    private TokenUnit() {}

    /// How many tokens one unit is. Empty for every other unit, and for a lone `Token`: FOCUS spells units in
    /// the plural, and a single `Token` there is a vendor's virtual currency.
    static Optional<BigDecimal> factor(String unit) {
        String plain = unit.strip().toLowerCase(Locale.ROOT).replace(",", "");
        Matcher matcher = UNIT.matcher(plain);
        if (!matcher.matches() || plain.equals("token")) {
            return Optional.empty();
        }
        String number = matcher.group("number");
        String scale = matcher.group("scale");
        // A bare number is no unit of tokens; `1K` and `1M` are Azure's.
        if (matcher.group("word") == null && scale == null) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number == null ? "1" : number).multiply(scale(scale == null ? "" : scale)));
    }

    private static BigDecimal scale(String word) {
        return BigDecimal.valueOf(
                switch (word) {
                    case "k", "thousand" -> 1_000;
                    case "m", "million" -> 1_000_000;
                    default -> 1;
                });
    }
}
