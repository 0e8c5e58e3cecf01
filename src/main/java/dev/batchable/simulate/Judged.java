package dev.batchable.simulate;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.policy.Policy;
import dev.batchable.record.Window;
import java.util.List;

/// What the checklist found out, as far as a simulation needs it.
///
/// @param settings with which the checklist was put
public record Judged(List<Judgement> judgements, Policy policy, ChecklistSettings settings, Window window) {
    public Judged {
        judgements = List.copyOf(judgements);
    }
}
