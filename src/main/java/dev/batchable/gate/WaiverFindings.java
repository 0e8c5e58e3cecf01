package dev.batchable.gate;

import dev.batchable.policy.Waiver;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What should be said about waivers, whether a gate was asked for or not: an excuse that has lapsed, is about
/// to, or excuses nothing.
final class WaiverFindings {
    /// Long enough before its end to decide again at the monthly review.
    static final int DAYS_AHEAD = 30;

    private final AuditReport report;

    private WaiverFindings(AuditReport report) {
        this.report = report;
    }

    static boolean isExcused(WorkloadReport workload) {
        return workload.handling()
                .waiver()
                .filter(waiver -> waiver.status() == WaiverStatus.IN_FORCE)
                .isPresent();
    }

    static List<Finding> of(AuditReport report, List<Waiver> waivers) {
        WaiverFindings findings = new WaiverFindings(report);
        List<Finding> found = new ArrayList<>();
        waivers.forEach(waiver -> findings.ofWaiver(waiver).ifPresent(found::add));
        report.workloads().forEach(workload -> findings.ofWorkload(workload).ifPresent(found::add));
        return found;
    }

    private Optional<Finding> ofWaiver(Waiver waiver) {
        List<WorkloadReport> excused = report.workloads().stream()
                .filter(workload -> waiver.workload().matches(workload.name()))
                .toList();
        LocalDate asOf = report.basis().asOf();
        if (asOf.isAfter(waiver.expires())) {
            return Optional.of(finding(
                    "waiver-expired",
                    Severity.WARNING,
                    waiver,
                    " expired on " + waiver.expires() + " and excuses nothing any more.",
                    saving(excused)));
        }
        if (excused.isEmpty()) {
            return Optional.of(finding(
                    "waiver-orphaned",
                    Severity.WARNING,
                    waiver,
                    " matches no workload of this report; remove it or mend its glob.",
                    Optional.empty()));
        }
        if (asOf.plusDays(DAYS_AHEAD).isBefore(waiver.expires())) {
            return Optional.empty();
        }
        return Optional.of(finding(
                "waiver-expiring",
                Severity.INFO,
                waiver,
                " expires on " + waiver.expires() + "; decide before then.",
                saving(excused)));
    }

    private static Finding finding(
            String id, Severity severity, Waiver waiver, String predicate, Optional<BigDecimal> money) {
        String text = "The waiver of " + waiver.owner() + " on line " + waiver.line() + " of the policy ("
                + waiver.reason() + ")" + predicate;
        return new Finding(id, severity, waiver.workload().toString(), text, money);
    }

    private Optional<Finding> ofWorkload(WorkloadReport workload) {
        return workload.handling().waiver().flatMap(waiver -> switch (waiver.status()) {
            case IN_FORCE, EXPIRED -> Optional.empty();
            case ABOVE_CEILING ->
                Optional.of(ofCeiling(
                        "waiver-above-ceiling",
                        workload,
                        "Monthly realtime spend of " + covered(waiver) + " under the waiver of " + waiver.owner()
                                + " is above" + " its ceiling" + ceiling(waiver)
                                + ", so it excuses nothing any more."));
            case CEILING_UNKNOWN ->
                Optional.of(ofCeiling(
                        "waiver-ceiling-unknown",
                        workload,
                        "The ceiling of its waiver is in a currency for which the policy has no exchange rate, so it"
                                + " excuses nothing."));
        });
    }

    private static Finding ofCeiling(String id, WorkloadReport workload, String text) {
        return new Finding(id, Severity.WARNING, workload.name(), text, saving(List.of(workload)));
    }

    /// Of all workloads that it covers.
    private String covered(WaiverReport waiver) {
        BigDecimal spend = report.workloads().stream()
                .filter(workload -> workload.handling().waiver().equals(Optional.of(waiver)))
                .map(workload -> workload.spend().monthlyRealtime())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Shares.cents(spend) + " " + report.basis().currency();
    }

    private static String ceiling(WaiverReport waiver) {
        return waiver.ceiling()
                .map(limit -> " of " + limit.amount().toPlainString() + " " + limit.currency())
                .orElse("");
    }

    /// The low monthly saving at stake: what the gate counts once the excuse is gone.
    private static Optional<BigDecimal> saving(List<WorkloadReport> workloads) {
        return workloads.stream()
                .filter(WorkloadReport::recommended)
                .flatMap(workload -> workload.saving().stream())
                .map(SavingReport::monthly)
                .map(monthly -> monthly.low())
                .reduce(BigDecimal::add);
    }
}
