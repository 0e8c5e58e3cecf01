package dev.batchable.report;

import dev.batchable.report.AfterMove.Net;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// Sums over an owner's workloads, of which each has one owner or none: they sum to the totals.
///
/// @param owner empty for all workloads without one
/// @param requests empty where no source counts them
/// @param window saving of the recommended moves over the days read
/// @param monthly the same per month, of what recurs
/// @param net of the recommended moves per month; empty where that of any of them is unknown
public record OwnerTotal(
        Optional<String> owner,
        long workloads,
        OptionalLong requests,
        Spend spend,
        Estimate window,
        Estimate monthly,
        Optional<Net> net) {
    /// The owner's spend and parts of it that deserve a look; the parts overlap.
    ///
    /// @param waste charged spend of failed attempts and of repeats
    /// @param couldWait realtime spend that nothing needed there, as in [Totals.Batchable]
    /// @param undecided realtime spend of `undecided` workloads
    /// @param waived realtime spend of workloads under a waiver in force
    public record Spend(
            BigDecimal total,
            BigDecimal realtime,
            BigDecimal waste,
            BigDecimal couldWait,
            BigDecimal undecided,
            BigDecimal waived) {
        public Spend {
            total = Decimals.canonical(total);
            realtime = Decimals.canonical(realtime);
            waste = Decimals.canonical(waste);
            couldWait = Decimals.canonical(couldWait);
            undecided = Decimals.canonical(undecided);
            waived = Decimals.canonical(waived);
        }
    }
}
