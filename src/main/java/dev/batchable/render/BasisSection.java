package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.Basis.Exchange;
import java.time.LocalDate;

/// What everything rests on.
final class BasisSection {
    private final AuditReport report;

    BasisSection(AuditReport report) {
        this.report = report;
    }

    void write(Page page) {
        Basis basis = report.basis();
        page.heading("What this rests on");
        page.hanging(
                "- ",
                "prices of catalog " + basis.catalog().version() + ", read "
                        + basis.catalog().observedAt().map(LocalDate::toString).orElse("on days not known")
                        + "; judged as of " + basis.asOf());
        page.hanging(
                "- ", basis.policy().map(policy -> "policy " + policy.path()).orElse("no policy: nothing is declared"));
        for (Exchange exchange : basis.exchange()) {
            page.hanging(
                    "- ",
                    "1 " + exchange.from() + " = " + exchange.rate().toPlainString() + " " + exchange.to() + " ("
                            + exchange.source() + ", " + exchange.date() + ")");
        }
        report.conclusions().assumptions().forEach(assumption -> page.hanging("- ", assumption));
        page.hanging("- ", basis.tool().name() + " " + basis.tool().version());
    }
}
