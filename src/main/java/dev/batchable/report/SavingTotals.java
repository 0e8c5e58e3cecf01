package dev.batchable.report;

import java.math.BigDecimal;

/// What the recommended moves (`move` and `split`) would save, each dollar counted once.
///
/// @param window over the days read, one-offs included
/// @param monthly per month, of what recurs
/// @param ofWhichDeadlineAssumed the part of `monthly.expected` that rests on a deadline nobody declared
/// @param after what is left of `monthly` once delay and effort are paid
public record SavingTotals(Estimate window, Estimate monthly, BigDecimal ofWhichDeadlineAssumed, NetTotals after) {
    public SavingTotals {
        ofWhichDeadlineAssumed = Decimals.canonical(ofWhichDeadlineAssumed);
    }
}
