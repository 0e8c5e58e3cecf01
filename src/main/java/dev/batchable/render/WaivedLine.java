package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What waivers in force excuse, so that excused spend stays in sight.
final class WaivedLine {
    private WaivedLine() {}

    static Optional<String> of(AuditReport report) {
        List<WorkloadReport> waived = report.workloads().stream()
                .filter(workload -> waiver(workload).isPresent())
                .toList();
        if (waived.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal spend = report.totals().shadows().waived();
        String excuses = waived.stream()
                .flatMap(workload -> waiver(workload).stream())
                .map(waiver -> waiver.owner() + " until " + waiver.expires())
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(Figures.money(spend, report.basis().currency()) + " realtime in "
                + Phrases.plural(waived.size(), "workload") + ", in the figures above and excused in the gate alone ("
                + excuses + ")");
    }

    private static Optional<WaiverReport> waiver(WorkloadReport workload) {
        return workload.handling().waiver().filter(waiver -> waiver.status() == WaiverStatus.IN_FORCE);
    }
}
