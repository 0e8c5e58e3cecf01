package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Incident;
import java.util.List;

/// What the checklist found out about all workloads of an audit.
///
/// @param ofWorkloads one of each workload, in the order given
/// @param incidents what their models went through, in order of time
public record Judgements(List<Judgement> ofWorkloads, List<Incident> incidents) {
    public Judgements {
        ofWorkloads = List.copyOf(ofWorkloads);
        incidents = List.copyOf(incidents);
    }
}
