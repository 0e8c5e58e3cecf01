package dev.batchable.checklist;

import dev.batchable.policy.Policy;
import dev.batchable.price.RatedWorkload;
import java.util.List;

/// Puts the six questions to every workload and chooses the verdict.
public final class Checklist {
    private Checklist() {}

    /// The judgement of every workload, in the order given.
    public static List<Judgement> judge(List<RatedWorkload> workloads, Policy policy, ChecklistSettings settings) {
        throw new UnsupportedOperationException("to be written: " + workloads.size() + policy + settings);
    }
}
