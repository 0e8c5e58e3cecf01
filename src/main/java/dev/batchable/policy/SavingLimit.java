package dev.batchable.policy;

import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// Largest monthly saving that may be left on the table.
public sealed interface SavingLimit {
    /// An absolute amount a month.
    ///
    /// @param currency empty: the currency of the report
    record Amount(BigDecimal amount, Optional<String> currency) implements SavingLimit {}

    /// A share of realtime spend.
    ///
    /// @param share of monthly realtime spend, 0–1
    record Share(BigDecimal share) implements SavingLimit {}

    /// Reads `500 USD`, `500` (in the report's currency) or `5%`.
    ///
    /// @throws IllegalArgumentException for anything else; the message holds an example
    static SavingLimit parse(String text) {
        String stripped = text.strip();
        if (stripped.endsWith("%")) {
            return new Share(Amounts.percent(stripped));
        }
        if (!stripped.isEmpty() && Character.isLetter(stripped.charAt(stripped.length() - 1))) {
            Money money = Amounts.money(stripped);
            return new Amount(money.amount(), Optional.of(money.currency()));
        }
        try {
            return new Amount(Amounts.number(stripped), Optional.empty());
        } catch (IllegalArgumentException noNumber) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no limit; expected an amount or a percentage, such as 500 USD or 5%", noNumber);
        }
    }
}
