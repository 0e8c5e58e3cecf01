package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions.Finding;
import java.util.List;
import java.util.Locale;

/// What else was noticed; what stands beside the savings has a section of its own.
final class FindingsSection {
    private final List<Finding> findings;
    private final String currency;

    FindingsSection(AuditReport report) {
        this.findings = report.conclusions().findings().stream()
                .filter(finding -> !OpportunitiesSection.tells(finding))
                .toList();
        this.currency = report.basis().currency();
    }

    void write(Page page) {
        if (findings.isEmpty()) {
            return;
        }
        page.heading("Noticed");
        for (Finding finding : findings) {
            String money = finding.money()
                    .map(amount -> " [" + Figures.money(amount, currency) + "]")
                    .orElse("");
            page.hanging(
                    Page.padded(finding.severity().name().toLowerCase(Locale.ROOT), Page.LABEL),
                    finding.subject() + ": " + finding.text() + money);
        }
    }
}
