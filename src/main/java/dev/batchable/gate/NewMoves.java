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
/// tier since.
///
/// A workload is known by its key without the rule that found its name, so that giving a known workload a rule
/// in the policy does not make it new. A caller that was one workload and has parts now, or the other way round,
/// is not new either: what remains of work that moved in part may be streamed as the rest is not.
final class NewMoves {
    static final String RULE = "fail-on-new";

    private final AuditReport report;
    private final AuditReport baseline;

    private NewMoves(AuditReport report, AuditReport baseline) {
        this.report = report;
        this.baseline = baseline;
    }

    static Judged judge(AuditReport report, Baseline baseline) {
        NewMoves moves = new NewMoves(report, baseline.report());
        List<String> found = moves.found();
        Status status = found.isEmpty() ? Status.PASSED : baseline.failOnNew() ? Status.FAILED : Status.WARNED;
        return new Judged(
                new RuleOutcome(
                        RULE,
                        BigDecimal.ZERO,
                        Optional.of(BigDecimal.valueOf(found.size())),
                        "workloads",
                        status,
                        moves.text(found)),
                true);
    }

    private List<String> found() {
        return report.workloads().stream()
                .filter(workload -> workload.verdict() == Verdict.MOVE)
                .filter(workload -> workload.usage().recurrence() == Recurrence.RECURRING)
                .filter(workload -> !WaiverFindings.isExcused(workload))
                .filter(workload -> isNew(workload, baseline))
                .map(WorkloadReport::name)
                .toList();
    }

    private String text(List<String> found) {
        long appeared =
                report.workloads().stream().filter(w -> isNew(w, baseline)).count();
        long gone = baseline.workloads().stream().filter(w -> isNew(w, report)).count();
        String moves = found.isEmpty()
                ? "No workload that should move is new since the baseline"
                : "New since the baseline and should move: " + String.join(", ", found);
        return moves + " (" + appeared + " new in all, " + gone + " gone).";
    }

    private static boolean isNew(WorkloadReport workload, AuditReport other) {
        WorkloadReport.Key key = workload.identity().key();
        return other.workloads().stream()
                .noneMatch(one -> one.name().equals(workload.name())
                        || isPartOf(key, one.identity().key()));
    }

    private static boolean isPartOf(WorkloadReport.Key one, WorkloadReport.Key other) {
        return one.caller().equals(other.caller())
                && one.provider().equals(other.provider())
                && one.model().equals(other.model())
                && agree(one.operation(), other.operation())
                && agree(one.streamed(), other.streamed());
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
