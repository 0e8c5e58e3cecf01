package dev.batchable.record;

import java.math.BigDecimal;
import java.util.Locale;

/// An exact amount in one currency (ISO 4217, upper case). Amounts of different currencies cannot be added.
public record Money(BigDecimal amount, String currency) {
    public static final String USD = "USD";

    public Money {
        currency = currency.toUpperCase(Locale.ROOT);
    }

    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    /// @throws IllegalArgumentException where the currencies differ
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
