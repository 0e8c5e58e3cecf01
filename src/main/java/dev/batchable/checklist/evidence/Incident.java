package dev.batchable.checklist.evidence;

import dev.batchable.profile.RatingKey.ModelRef;
import java.util.List;

/// A spell of one model at its provider, over all workloads that ask it.
///
/// @param reactions of each workload, the one with most calls then first
public record Incident(ModelRef model, Spell spell, List<Reaction> reactions) {
    public Incident {
        reactions = List.copyOf(reactions);
    }
}
