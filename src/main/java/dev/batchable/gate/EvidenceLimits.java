package dev.batchable.gate;

import dev.batchable.checklist.Verdict;
import dev.batchable.gate.Gate.Judged;
import dev.batchable.policy.GateLimits;
import dev.batchable.report.AuditReport;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.GateOutcome.Status;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/// Judges whether the report knows enough for a gate that passes to mean something.
final class EvidenceLimits {
    private final AuditReport report;
    private final GateLimits limits;

    EvidenceLimits(AuditReport report, GateLimits limits) {
        this.report = report;
        this.limits = limits;
    }

    /// Undecided workloads that a waiver excuses are left out: whatever they turned out to be, the gate would
    /// not count them.
    Optional<Judged> undecided() {
        BigDecimal undecided = undecided(workload -> !WaiverFindings.isExcused(workload));
        BigDecimal excused = undecided(WaiverFindings::isExcused);
        BigDecimal realtime = report.totals().spend().realtime();
        return limits.maxUndecided().map(limit -> {
            boolean beyond = undecided.compareTo(limit.multiply(realtime)) > 0;
            Optional<BigDecimal> share = Shares.of(undecided, realtime);
            String text = share.map(Shares::percent).orElse("An unknown share") + " of realtime spend is undecided, "
                    + (beyond ? "more than" : "within") + " the allowed " + Shares.percent(limit)
                    + (excused.signum() == 0
                            ? "."
                            : Shares.of(excused, realtime)
                                    .map(waived -> "; waivers excuse another " + Shares.percent(waived) + ".")
                                    .orElse("."));
            return judged("max-undecided", limit, share, beyond, text);
        });
    }

    private BigDecimal undecided(Predicate<WorkloadReport> which) {
        return report.workloads().stream()
                .filter(workload -> workload.verdict() == Verdict.UNDECIDED)
                .filter(which)
                .map(workload -> workload.spend().tiers().realtime())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<Judged> coverage() {
        BigDecimal coverage = report.totals().coverage().overall();
        return limits.minCoverage().map(limit -> {
            boolean beyond = coverage.compareTo(limit) < 0;
            String text = "Overall coverage is " + Shares.percent(coverage) + ", " + (beyond ? "below" : "not below")
                    + " the required " + Shares.percent(limit) + ".";
            return judged("min-coverage", limit, Optional.of(coverage), beyond, text);
        });
    }

    private static Judged judged(
            String rule, BigDecimal limit, Optional<BigDecimal> actual, boolean beyond, String text) {
        Status status = beyond ? Status.INCONCLUSIVE : Status.PASSED;
        return new Judged(new RuleOutcome(rule, limit, actual, "share", status, text), false);
    }
}
