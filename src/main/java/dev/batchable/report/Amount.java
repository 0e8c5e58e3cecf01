package dev.batchable.report;

import java.math.BigDecimal;

/// An amount in a currency that need not be the report's.
public record Amount(String currency, BigDecimal amount) {
    public Amount {
        amount = Decimals.canonical(amount);
    }
}
