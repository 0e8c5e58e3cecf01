package dev.batchable.report.json;

import dev.batchable.report.Basis;
import dev.batchable.report.Basis.Catalog;
import dev.batchable.report.Basis.Exchange;
import dev.batchable.report.Basis.Period;
import dev.batchable.report.Basis.PolicyFile;
import dev.batchable.report.Basis.Tool;

/// `tool` to `exchange`.
final class BasisJson {
    private BasisJson() {}

    static void write(Basis basis, JsonOut out) {
        out.object(
                        "tool",
                        basis.tool(),
                        (tool, o) -> o.value("name", tool.name()).value("version", tool.version()))
                .object(
                        "catalog",
                        basis.catalog(),
                        (catalog, o) -> o.value("version", catalog.version())
                                .value("observedAt", catalog.observedAt())
                                .value("sha256", catalog.sha256()))
                .objectOrNull(
                        "policy",
                        basis.policy(),
                        (policy, o) -> o.value("path", policy.path()).value("sha256", policy.sha256()))
                .value("asOf", basis.asOf())
                .object("window", basis.window(), BasisJson::writePeriod)
                .value("currency", basis.currency())
                .objects("exchange", basis.exchange(), BasisJson::writeExchange);
    }

    static Basis read(JsonIn in) {
        return new Basis(
                in.object("tool", o -> new Tool(o.text("name"), o.text("version"))),
                in.object("catalog", o -> new Catalog(o.text("version"), o.dayOrNull("observedAt"), o.text("sha256"))),
                in.objectOrNull("policy", o -> new PolicyFile(o.text("path"), o.text("sha256"))),
                in.day("asOf"),
                in.object("window", BasisJson::readPeriod),
                in.text("currency"),
                in.objects("exchange", BasisJson::readExchange));
    }

    private static void writePeriod(Period period, JsonOut out) {
        out.value("from", period.from())
                .value("to", period.to())
                .value("days", period.days())
                .value("observedDays", period.observedDays())
                .value("timeZone", period.timeZone())
                .values("unobservedDays", period.unobservedDays());
    }

    private static Period readPeriod(JsonIn in) {
        return new Period(
                in.day("from"),
                in.day("to"),
                in.count("days"),
                in.count("observedDays"),
                in.zone("timeZone"),
                in.days("unobservedDays"));
    }

    private static void writeExchange(Exchange exchange, JsonOut out) {
        out.value("from", exchange.from())
                .value("to", exchange.to())
                .value("rate", exchange.rate())
                .value("date", exchange.date())
                .value("source", exchange.source());
    }

    private static Exchange readExchange(JsonIn in) {
        return new Exchange(in.text("from"), in.text("to"), in.figure("rate"), in.day("date"), in.text("source"));
    }
}
