package dev.batchable.gate;

import dev.batchable.checklist.Verdict;
import dev.batchable.gate.Gate.Judged;
import dev.batchable.gate.GatePolicy.Baseline;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.report.AuditReport;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.GateOutcome.Status;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Finds workloads that should move and that the baseline did not have at all: work that was put on a realtime
/// tier since. A workload is known by its name, which holds every part of its key except how the name was
/// found, so that giving a known workload a rule in the policy does not make it new.
final class NewMoves {
    static final String RULE = "fail-on-new";

    private NewMoves() {}

    static Judged judge(AuditReport report, Baseline baseline) {
        List<String> found = report.workloads().stream()
                .filter(workload -> workload.verdict() == Verdict.MOVE)
                .filter(workload -> workload.usage().recurrence() == Recurrence.RECURRING)
                .filter(workload -> !WaiverFindings.isExcused(workload))
                .map(WorkloadReport::name)
                .filter(name -> baseline.report().workload(name).isEmpty())
                .toList();
        Status status = status(found, baseline);
        String text = found.isEmpty()
                ? "No workload that should move is new since the baseline."
                : "New since the baseline and should move: " + String.join(", ", found) + ".";
        return new Judged(
                new RuleOutcome(
                        RULE,
                        BigDecimal.ZERO,
                        Optional.of(BigDecimal.valueOf(found.size())),
                        "workloads",
                        status,
                        text),
                true);
    }

    private static Status status(List<String> found, Baseline baseline) {
        if (found.isEmpty()) {
            return Status.PASSED;
        }
        return baseline.failOnNew() ? Status.FAILED : Status.WARNED;
    }
}
