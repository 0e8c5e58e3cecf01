package dev.batchable.diff;

import dev.batchable.diff.SavingChange.Saving;
import dev.batchable.report.Basis;
import dev.batchable.report.Decimals;
import java.math.BigDecimal;
import java.util.List;

/// What changed between two reports. Money is in their common currency, spend on the [Footing], savings by the
/// month; all sums are exact.
///
/// @param old what the older report stands on
/// @param now what the newer one does
/// @param notes what makes the two less comparable, one sentence each
/// @param spend in total; its parts sum to the total change
/// @param savings in total
/// @param workloads by the size of their change of spend, largest first, then by name
/// @param moved work that moved since, by name
/// @param service of moved work, then of all customer-facing workloads, by name
public record Comparison(
        Basis old,
        Basis now,
        Footing footing,
        List<String> notes,
        Spend spend,
        Saving savings,
        List<WorkloadChange> workloads,
        List<MovedWorkload> moved,
        List<ServiceChange> service) {
    /// Version of the JSON shape.
    public static final int SCHEMA_VERSION = 1;

    public Comparison {
        notes = List.copyOf(notes);
        workloads = List.copyOf(workloads);
        moved = List.copyOf(moved);
        service = List.copyOf(service);
    }

    /// Spend of all workloads and why it changed.
    ///
    /// @param effects sum to `now` − `old`
    /// @param volume `effects.volume` in other terms
    public record Spend(BigDecimal old, BigDecimal now, Effects effects, Volume volume) {
        public Spend {
            old = Decimals.canonical(old);
            now = Decimals.canonical(now);
        }
    }

    public BigDecimal change() {
        return Decimals.canonical(spend.now.subtract(spend.old));
    }

    public String currency() {
        return now.currency();
    }

    /// Whether no spend and no saving is different, of no workload and for no reason.
    public boolean isUnchanged() {
        return workloads.stream().allMatch(WorkloadChange::isUnchanged);
    }
}
