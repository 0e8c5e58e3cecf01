package dev.batchable.diff;

import dev.batchable.checklist.Verdict;
import dev.batchable.diff.SavingChange.Saving;
import dev.batchable.report.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What changed about one workload.
///
/// @param old empty where it is new
/// @param now empty where it is gone
/// @param effects sum to what the spend changed by
/// @param savings what changed about its monthly saving
public record WorkloadChange(
        String name, Optional<Standing> old, Optional<Standing> now, Effects effects, Saving savings) {
    /// How it stood in one of the reports.
    ///
    /// @param verdicts one; more where parts of a caller are compared together
    /// @param spend on the footing of the comparison
    /// @param answered calls that were answered, in the window; empty where the source counts none
    public record Standing(List<Verdict> verdicts, BigDecimal spend, OptionalLong answered) {
        public Standing {
            spend = Decimals.canonical(spend);

            verdicts = List.copyOf(verdicts);
        }
    }

    public BigDecimal oldSpend() {
        return old.map(Standing::spend).orElse(BigDecimal.ZERO);
    }

    public BigDecimal newSpend() {
        return now.map(Standing::spend).orElse(BigDecimal.ZERO);
    }

    /// Whether both reports have it.
    public boolean isKept() {
        return old.isPresent() && now.isPresent();
    }

    public BigDecimal change() {
        return Decimals.canonical(newSpend().subtract(oldSpend()));
    }

    boolean isUnchanged() {
        return isKept()
                && effects.equals(Effects.NONE)
                && savings.low().change().signum() == 0
                && savings.expected().change().signum() == 0;
    }
}
