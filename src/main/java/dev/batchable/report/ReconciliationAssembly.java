package dev.batchable.report;

import dev.batchable.price.Reconciliation;
import java.util.List;

/// The reconciliation of the price stage as the report tells it.
public final class ReconciliationAssembly {
    private ReconciliationAssembly() {}

    public static AuditFacts.Reconciled reconciled(Reconciliation found) {
        Reconciliation.Totals totals = found.totals();
        return new AuditFacts.Reconciled(
                new ReconciliationReport(
                        found.currency(),
                        totals.billed(),
                        totals.explained(),
                        totals.residual(),
                        found.byModel().stream()
                                .map(ReconciliationAssembly::byModel)
                                .toList(),
                        charges(found.other()),
                        charges(found.outsideWindow()),
                        charges(found.partialWindow())),
                totals.coverage());
    }

    private static ReconciliationReport.ByModel byModel(Reconciliation.ByModel model) {
        return new ReconciliationReport.ByModel(
                model.provider(),
                model.model(),
                model.billed(),
                model.logged(),
                model.explained(),
                model.difference(),
                ReconciliationReport.MatchedBy.valueOf(model.matchedBy().name()),
                model.reason().map(Reconciliation.Reason::text));
    }

    private static List<ReconciliationReport.Charge> charges(List<Reconciliation.Charge> charges) {
        return charges.stream()
                .map(charge -> new ReconciliationReport.Charge(
                        charge.start(),
                        charge.end(),
                        charge.provider(),
                        charge.category().id(),
                        charge.description(),
                        new Amount(charge.billed().currency(), charge.billed().amount())))
                .toList();
    }
}
