package dev.batchable.report;

import dev.batchable.checklist.Judgement.ControlStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What surrounds the decision: an excuse, the safeguards, the way to carry it out.
///
/// @param recipe steps, one sentence each
public record Handling(Optional<WaiverReport> waiver, Controls controls, List<String> recipe) {
    public Handling {
        recipe = List.copyOf(recipe);
    }

    /// Critical-path controls of what stays realtime: `headroom`, `fallback`, `degraded-mode`.
    ///
    /// @param declared in the policy
    /// @param observed in the logs
    /// @param missing neither declared nor observed, and needed: empty where nothing stays realtime
    /// @param details one for each control; empty where nothing stays realtime
    public record Controls(
            List<String> declared, List<String> observed, List<String> missing, List<ControlReport> details) {
        public static final Controls NONE = new Controls(List.of(), List.of(), List.of(), List.of());

        public Controls {
            declared = List.copyOf(declared);
            observed = List.copyOf(observed);
            missing = List.copyOf(missing);
            details = List.copyOf(details);
        }
    }

    /// One control, and what the logs show of it.
    public record ControlReport(String name, ControlStatus status, String found) {}

    /// Why the spend may stay for now; it stays visible, and only a gate excuses it.
    ///
    /// @param ceiling monthly realtime spend up to which it holds
    public record WaiverReport(
            String owner, String reason, LocalDate expires, Optional<Amount> ceiling, WaiverStatus status) {}

    /// Whether a waiver excuses its workload at the report's `asOf`.
    public enum WaiverStatus {
        IN_FORCE,
        /// Its last day has passed.
        EXPIRED,
        /// Monthly realtime spend is above its ceiling.
        ABOVE_CEILING,
        /// Its ceiling is in a currency for which the policy has no rate, so it excuses nothing.
        CEILING_UNKNOWN
    }
}
