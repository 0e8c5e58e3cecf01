package dev.batchable.audit;

import dev.batchable.simulate.Simulation;
import java.util.List;

/// How a simulation ended.
///
/// @param unusable as in [AuditOutcome]
/// @param empty whether not one unit could be used
public record SimulationOutcome(Simulation simulation, List<String> unusable, boolean empty) {
    public SimulationOutcome {
        unusable = List.copyOf(unusable);
    }
}
