package dev.batchable.report.json;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
import dev.batchable.report.Opportunity.Money;
import dev.batchable.report.Opportunity.Side;

/// One of `opportunities`.
final class OpportunityJson {
    private OpportunityJson() {}

    static void write(Opportunity opportunity, JsonOut out) {
        out.value("id", opportunity.kind())
                .value("subject", opportunity.subject())
                .values("workloads", opportunity.workloads())
                .value("text", opportunity.text())
                .object(
                        "money",
                        opportunity.money(),
                        (money, o) -> o.object("window", money.window(), OpportunityJson::writeBounds)
                                .object("monthly", money.monthly(), OpportunityJson::writeBounds))
                .value("share", opportunity.share())
                .objects("lines", opportunity.lines(), OpportunityJson::writeLine)
                .values("assumptions", opportunity.assumptions())
                .values("overlapsWith", opportunity.overlapsWith());
    }

    static Opportunity read(JsonIn in) {
        return new Opportunity(
                in.choice("id", Kind.class),
                in.text("subject"),
                in.texts("workloads"),
                in.text("text"),
                in.object(
                        "money",
                        money -> new Money(
                                money.object("window", OpportunityJson::readBounds),
                                money.object("monthly", OpportunityJson::readBounds))),
                in.figureOrNull("share"),
                in.objects("lines", OpportunityJson::readLine),
                in.texts("assumptions"),
                in.texts("overlapsWith"));
    }

    private static void writeBounds(Bounds bounds, JsonOut out) {
        out.value("low", bounds.low()).value("expected", bounds.expected()).value("high", bounds.high());
    }

    private static Bounds readBounds(JsonIn in) {
        return new Bounds(in.figure("low"), in.figureOrNull("expected"), in.figure("high"));
    }

    private static void writeLine(Line line, JsonOut out) {
        out.value("side", line.side())
                .value("provider", line.provider())
                .value("model", line.model())
                .value("tier", line.tier())
                .value("tokenKind", line.tokenKind())
                .value("quantity", line.quantity())
                .value("unitPrice", line.unitPrice())
                .value("priceRow", line.priceRow())
                .value("amount", line.amount());
    }

    private static Line readLine(JsonIn in) {
        return new Line(
                in.choice("side", Side.class),
                in.text("provider"),
                in.text("model"),
                in.choice("tier", Tier.class),
                in.choiceOrNull("tokenKind", TokenKind.class),
                in.count("quantity"),
                in.figureOrNull("unitPrice"),
                in.textOrNull("priceRow"),
                in.figure("amount"));
    }
}
