package dev.batchable.report.json;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Appendix;
import dev.batchable.report.Appendix.ForeignSpend;
import dev.batchable.report.Appendix.Origin;
import dev.batchable.report.Appendix.PriceRow;
import dev.batchable.report.Appendix.Rule;
import dev.batchable.report.Appendix.Subject;
import dev.batchable.report.Appendix.Validity;

/// `byOwner` to `rules`.
final class AppendixJson {
    private AppendixJson() {}

    static void write(Appendix appendix, JsonOut out) {
        out.objects("byOwner", appendix.byOwner(), OwnerJson::write)
                .objects("priceRows", appendix.priceRows(), AppendixJson::writePriceRow)
                .objects("quotaDomains", appendix.quotaDomains(), QuotaJson::writeDomain)
                .objects("incidents", appendix.incidents(), QuotaJson::writeIncident)
                .objects(
                        "rules",
                        appendix.rules(),
                        (rule, o) -> o.value("id", rule.id())
                                .value("value", rule.value())
                                .value("unit", rule.unit())
                                .value("source", rule.source()))
                .objects("foreignSpend", appendix.foreignSpend(), AppendixJson::writeForeign);
    }

    static Appendix read(JsonIn in) {
        return new Appendix(
                in.objects("byOwner", OwnerJson::read),
                in.objects("priceRows", AppendixJson::readPriceRow),
                in.objects("quotaDomains", QuotaJson::readDomain),
                in.objects("incidents", QuotaJson::readIncident),
                in.objects("rules", o -> new Rule(o.text("id"), o.figure("value"), o.text("unit"), o.text("source"))),
                in.objects("foreignSpend", AppendixJson::readForeign));
    }

    private static void writeForeign(ForeignSpend foreign, JsonOut out) {
        out.value("workload", foreign.workload());
        AmountJson.write(foreign.amount(), out);
        out.value("requests", foreign.requests());
    }

    private static ForeignSpend readForeign(JsonIn in) {
        return new ForeignSpend(in.text("workload"), AmountJson.read(in), in.count("requests"));
    }

    private static void writePriceRow(PriceRow row, JsonOut out) {
        out.value("id", row.id())
                .value("provider", row.subject().provider())
                .value("model", row.subject().model())
                .value("tier", row.subject().tier())
                .value("tokenKind", row.subject().tokenKind())
                .value("band", row.subject().band())
                .value("perMillion", row.perMillion())
                .value("currency", row.currency())
                .value("validFrom", row.validity().from())
                .value("validTo", row.validity().to())
                .value("source", row.origin().source())
                .value("observedAt", row.origin().observedAt())
                .value("confidence", row.origin().confidence())
                .value("note", row.note());
    }

    private static PriceRow readPriceRow(JsonIn in) {
        return new PriceRow(
                in.text("id"),
                new Subject(
                        in.text("provider"),
                        in.text("model"),
                        in.choice("tier", Tier.class),
                        in.choice("tokenKind", TokenKind.class),
                        in.text("band")),
                in.figure("perMillion"),
                in.text("currency"),
                new Validity(in.dayOrNull("validFrom"), in.dayOrNull("validTo")),
                new Origin(in.text("source"), in.dayOrNull("observedAt"), in.text("confidence")),
                in.textOrNull("note"));
    }
}
