package dev.batchable.policy;

import dev.batchable.record.Money;
import java.math.BigDecimal;

/// Largest monthly saving that may be left on the table.
public sealed interface SavingLimit {
    record Amount(Money money) implements SavingLimit {}

    /// A share of realtime spend.
    ///
    /// @param share of monthly realtime spend, 0–1
    record Share(BigDecimal share) implements SavingLimit {}
}
