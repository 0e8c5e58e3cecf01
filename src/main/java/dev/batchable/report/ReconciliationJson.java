package dev.batchable.report;

import dev.batchable.report.ReconciliationReport.ByModel;
import dev.batchable.report.ReconciliationReport.Charge;
import dev.batchable.report.ReconciliationReport.MatchedBy;
import dev.batchable.report.ReconciliationReport.Residual;
import dev.batchable.report.ReconciliationReport.Uncompared;

/// `reconciliation`.
final class ReconciliationJson {
    private ReconciliationJson() {}

    static void write(ReconciliationReport reconciliation, JsonOut out) {
        out.value("currency", reconciliation.currency())
                .value("billed", reconciliation.billed())
                .value("explained", reconciliation.explained())
                .value("residual", reconciliation.residual())
                .objects(
                        "residuals",
                        reconciliation.residuals(),
                        (part, o) -> o.value("reason", part.reason()).value("amount", part.amount()))
                .value("loggedAboveBilled", reconciliation.loggedAboveBilled())
                .objects("byModel", reconciliation.byModel(), ReconciliationJson::writeByModel)
                .objects("other", reconciliation.uncompared().other(), ReconciliationJson::writeCharge)
                .objects("outsideWindow", reconciliation.uncompared().outsideWindow(), ReconciliationJson::writeCharge)
                .objects("partialWindow", reconciliation.uncompared().partialWindow(), ReconciliationJson::writeCharge);
    }

    static ReconciliationReport read(JsonIn in) {
        return new ReconciliationReport(
                in.text("currency"),
                in.figure("billed"),
                in.figure("explained"),
                in.figure("residual"),
                in.objects("residuals", o -> new Residual(o.text("reason"), o.figure("amount"))),
                in.figure("loggedAboveBilled"),
                in.objects("byModel", ReconciliationJson::readByModel),
                new Uncompared(
                        in.objects("other", ReconciliationJson::readCharge),
                        in.objects("outsideWindow", ReconciliationJson::readCharge),
                        in.objects("partialWindow", ReconciliationJson::readCharge)));
    }

    private static void writeByModel(ByModel row, JsonOut out) {
        out.value("provider", row.provider())
                .value("model", row.model())
                .value("billed", row.billed())
                .value("logged", row.logged())
                .value("explained", row.explained())
                .value("difference", row.difference())
                .value("matchedBy", row.matchedBy())
                .value("reason", row.reason());
    }

    private static ByModel readByModel(JsonIn in) {
        return new ByModel(
                in.text("provider"),
                in.textOrNull("model"),
                in.figure("billed"),
                in.figure("logged"),
                in.figure("explained"),
                in.figure("difference"),
                in.choice("matchedBy", MatchedBy.class),
                in.textOrNull("reason"));
    }

    private static void writeCharge(Charge charge, JsonOut out) {
        out.value("from", charge.from())
                .value("to", charge.to())
                .value("provider", charge.provider())
                .value("category", charge.category())
                .value("description", charge.description());
        AmountJson.write(charge.amount(), out);
    }

    private static Charge readCharge(JsonIn in) {
        return new Charge(
                in.instant("from"),
                in.instant("to"),
                in.text("provider"),
                in.text("category"),
                in.text("description"),
                AmountJson.read(in));
    }
}
