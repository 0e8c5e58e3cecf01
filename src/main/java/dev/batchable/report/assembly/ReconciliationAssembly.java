package dev.batchable.report.assembly;

import dev.batchable.price.reconciliation.Reconciliation;
import dev.batchable.record.Window;
import dev.batchable.report.Amount;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.ReconciliationReport;
import dev.batchable.report.ReconciliationReport.Balance;
import dev.batchable.report.ReconciliationReport.ByModel;
import dev.batchable.report.ReconciliationReport.Charge;
import dev.batchable.report.ReconciliationReport.MatchedBy;
import dev.batchable.report.ReconciliationReport.Residual;
import dev.batchable.report.ReconciliationReport.Uncompared;
import dev.batchable.report.assembly.AuditFacts.Reconciled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bill beside the logs as the report tells it, and what a reader should know of it.
public final class ReconciliationAssembly {
    private ReconciliationAssembly() {}

    public static Reconciled reconciled(Reconciliation found) {
        Reconciliation.Totals totals = found.totals();
        return new Reconciled(
                new ReconciliationReport(
                        found.currency(),
                        new Balance(totals.billed(), totals.explained(), totals.residual(), totals.loggedAboveBilled()),
                        totals.billedByTier(),
                        found.residuals().stream()
                                .map(part -> new Residual(part.reason().text(), part.amount()))
                                .toList(),
                        found.byModel().stream()
                                .map(ReconciliationAssembly::byModel)
                                .toList(),
                        new Uncompared(
                                charges(found.other()), charges(found.outsideWindow()), charges(found.partialWindow())),
                        BillDetailAssembly.detail(found)),
                totals.coverage(),
                findings(found));
    }

    private static ByModel byModel(Reconciliation.ByModel model) {
        return new ByModel(
                model.provider(),
                model.model(),
                model.billed(),
                model.logged(),
                model.explained(),
                model.difference(),
                switch (model.matchedBy()) {
                    case QUANTITY -> MatchedBy.QUANTITY;
                    case AMOUNT -> MatchedBy.AMOUNT;
                    case NONE -> MatchedBy.NONE;
                },
                model.reason().map(Reconciliation.Reason::text));
    }

    private static List<Charge> charges(List<Reconciliation.Charge> charges) {
        return charges.stream()
                .map(charge -> new Charge(
                        charge.start(),
                        charge.end(),
                        charge.provider(),
                        charge.correction() ? "correction" : charge.category().id(),
                        charge.description(),
                        new Amount(charge.billed().currency(), charge.billed().amount())))
                .toList();
    }

    private static List<Finding> findings(Reconciliation found) {
        List<Finding> findings = new ArrayList<>();
        BigDecimal above = found.totals().loggedAboveBilled();
        if (above.compareTo(found.totals().tolerance()) > 0) {
            findings.add(new Finding(
                    "logged-above-billed",
                    Severity.WARNING,
                    "bill",
                    "The logs hold more than the bill; another bill is missing, or logs were read twice.",
                    Optional.of(above)));
        }
        found.detail().foreign().forEach((from, billed) -> findings.add(foreign(from, found.currency(), billed)));
        zones(found).ifPresent(findings::add);
        found.fittingWindow().ifPresent(window -> findings.add(unfitting(window)));
        return findings;
    }

    private static Finding foreign(String from, String to, BigDecimal billed) {
        return new Finding(
                "bill-currency",
                Severity.WARNING,
                "bill",
                "AI usage of " + billed.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " " + from
                        + " is billed and compared with nothing, since this report is in " + to
                        + ": give the policy an exchange rate from " + from + " to " + to + ", or one from " + to
                        + " to " + from + " and --currency " + from + ".",
                Optional.empty());
    }

    /// Bills whose days are not those of the report.
    private static Optional<Finding> zones(Reconciliation found) {
        return found.detail().byDay().stream()
                .filter(day -> day.days() == 1 && !day.exact())
                .findFirst()
                .map(day -> new Finding(
                        "bill-days",
                        Severity.INFO,
                        "bill",
                        "The bill of " + day.provider() + " counts days of "
                                + day.zone().getId()
                                + ", each of which lies in two days of the logs; --time-zone "
                                + day.zone().getId() + " lays day against day.",
                        Optional.empty()));
    }

    private static Finding unfitting(Window window) {
        return new Finding(
                "bill-outside-window",
                Severity.INFO,
                "bill",
                "Some of the bill lies outside the window and is not compared; --since " + window.from() + " --until "
                        + window.to() + " fits it.",
                Optional.empty());
    }
}
