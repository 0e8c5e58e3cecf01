package dev.batchable.policy;

import java.time.Duration;
import java.time.LocalTime;

/// The longest wait for a result that is acceptable.
public sealed interface LatencyBudget {
    /// A duration after the request.
    record Within(Duration duration) implements LatencyBudget {}

    /// A time of day, in the policy's zone, by which results are needed.
    record By(LocalTime time) implements LatencyBudget {}
}
