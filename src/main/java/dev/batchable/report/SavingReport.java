package dev.batchable.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What moving a workload's share would save; negative where moving would cost more.
///
/// @param window over the days read
/// @param monthly per month; 0 for a one-off
/// @param naive movable spend × the target's discount on plain input: what others would claim
/// @param missShare share of calls expected to miss their deadline and to run again on realtime, 0–1
/// @param deadlineAssumed the deadline nobody declared, such as `results by 08:30 instead of 03:00`
/// @param after what is left once delay and effort are paid
/// @param queue in how many parts the target's queue takes it
public record SavingReport(
        Estimate window,
        Estimate monthly,
        BigDecimal naive,
        BigDecimal missShare,
        Optional<String> deadlineAssumed,
        List<String> assumptions,
        AfterMove after,
        QueueTurns queue) {
    public SavingReport {
        naive = Decimals.canonical(naive);
        missShare = Decimals.canonical(missShare);
        assumptions = List.copyOf(assumptions);
    }
}
