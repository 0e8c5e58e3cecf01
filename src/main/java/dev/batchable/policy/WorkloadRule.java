package dev.batchable.policy;

import dev.batchable.record.Money;
import java.util.List;
import java.util.Optional;

/// A named workload: which calls belong to it and what its owner declares about it.
///
/// @param line line of `batchable.yaml`, for messages
/// @param recurring whether the work recurs, where declared
/// @param controls critical-path controls in place: `headroom`, `fallback`, `degraded-mode`
/// @param blockers what forbids deferring: `zero-retention`, `streaming-consumer`, `tool-loop`, `provisioned`
public record WorkloadRule(
        int line,
        String name,
        CallMatch match,
        Ownership ownership,
        Optional<Boolean> recurring,
        DeclaredAnswers answers,
        List<String> controls,
        List<String> blockers) {
    /// Whose work it is and what for.
    ///
    /// @param outcome what one successful outcome is
    /// @param effort what moving it to another tier would cost once
    public record Ownership(
            Optional<String> owner, Optional<String> useCase, Optional<OutcomeUnit> outcome, Optional<Money> effort) {
        public static final Ownership NONE =
                new Ownership(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public WorkloadRule {
        controls = List.copyOf(controls);
        blockers = List.copyOf(blockers);
    }
}
