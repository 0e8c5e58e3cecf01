package dev.batchable.simulate;

import dev.batchable.policy.Glob;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.Optional;

/// What to simulate, and under which suppositions.
///
/// @param workloads empty: all recommended moves
/// @param target empty: that of the recommendation
/// @param submission empty: derived from the budget
/// @param runs at least 1
/// @param deadline instead of every known budget
/// @param assumedLatency the budget of workloads of which none is known
/// @param cap of every queue; empty: the smallest that is documented
public record SimulationRequest(
        Optional<Glob> workloads,
        Optional<Tier> target,
        Optional<Submission> submission,
        long seed,
        int runs,
        Optional<Duration> deadline,
        Optional<Duration> assumedLatency,
        Optional<Cap> cap) {
    public static final long SEED = 1;
    public static final int RUNS = 20;
    public static final SimulationRequest DEFAULT = new SimulationRequest(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SEED,
            RUNS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
