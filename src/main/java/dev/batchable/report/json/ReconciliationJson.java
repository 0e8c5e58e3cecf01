package dev.batchable.report.json;

import dev.batchable.record.Tier;
import dev.batchable.report.ReconciliationReport;
import dev.batchable.report.ReconciliationReport.Balance;
import dev.batchable.report.ReconciliationReport.ByModel;
import dev.batchable.report.ReconciliationReport.Charge;
import dev.batchable.report.ReconciliationReport.MatchedBy;
import dev.batchable.report.ReconciliationReport.Residual;
import dev.batchable.report.ReconciliationReport.Uncompared;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// `reconciliation`.
final class ReconciliationJson {
    private ReconciliationJson() {}

    static void write(ReconciliationReport reconciliation, JsonOut out) {
        out.value("currency", reconciliation.currency())
                .value("billed", reconciliation.balance().billed())
                .value("explained", reconciliation.balance().explained())
                .value("residual", reconciliation.balance().residual())
                .objects(
                        "residuals",
                        reconciliation.residuals(),
                        (part, o) -> o.value("reason", part.reason()).value("amount", part.amount()))
                .value("loggedAboveBilled", reconciliation.balance().loggedAboveBilled())
                .objects(
                        "billedByTier",
                        List.copyOf(reconciliation.billedByTier().entrySet()),
                        (tier, o) -> o.value("tier", tier.getKey()).value("billed", tier.getValue()))
                .objects("byModel", reconciliation.byModel(), ReconciliationJson::writeByModel)
                .objects("other", reconciliation.uncompared().other(), ReconciliationJson::writeCharge)
                .objects("outsideWindow", reconciliation.uncompared().outsideWindow(), ReconciliationJson::writeCharge)
                .objects("partialWindow", reconciliation.uncompared().partialWindow(), ReconciliationJson::writeCharge);
        BillDetailJson.write(reconciliation.detail(), out);
    }

    static ReconciliationReport read(JsonIn in) {
        return new ReconciliationReport(
                in.text("currency"),
                new Balance(
                        in.figure("billed"),
                        in.figure("explained"),
                        in.figure("residual"),
                        in.figure("loggedAboveBilled")),
                tiers(in.objects("billedByTier", o -> Map.entry(o.choice("tier", Tier.class), o.figure("billed")))),
                in.objects("residuals", o -> new Residual(o.text("reason"), o.figure("amount"))),
                in.objects("byModel", ReconciliationJson::readByModel),
                new Uncompared(
                        in.objects("other", ReconciliationJson::readCharge),
                        in.objects("outsideWindow", ReconciliationJson::readCharge),
                        in.objects("partialWindow", ReconciliationJson::readCharge)),
                BillDetailJson.read(in));
    }

    private static SortedMap<Tier, BigDecimal> tiers(List<Map.Entry<Tier, BigDecimal>> entries) {
        SortedMap<Tier, BigDecimal> tiers = new TreeMap<>();
        entries.forEach(entry -> tiers.merge(entry.getKey(), entry.getValue(), BigDecimal::add));
        return tiers;
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
