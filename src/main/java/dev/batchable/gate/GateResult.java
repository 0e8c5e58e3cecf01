package dev.batchable.gate;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.GateOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The gate's judgement, and what it noticed about the waivers.
public record GateResult(GateOutcome outcome, List<Finding> findings) {
    public GateResult {
        findings = List.copyOf(findings);
    }

    /// The report with this judgement in it; among its findings the gravest still come first.
    public AuditReport in(AuditReport report) {
        Conclusions conclusions = report.conclusions();
        return report.withConclusions(new Conclusions(
                outcome,
                Stream.concat(conclusions.findings().stream(), findings.stream())
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .toList(),
                conclusions.assumptions(),
                conclusions.opportunities()));
    }
}
