package dev.batchable.report.json;

import dev.batchable.price.RatedLine.Basis;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Arithmetic;
import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Place;
import dev.batchable.report.Arithmetic.Rated;
import dev.batchable.report.Arithmetic.Target;
import dev.batchable.report.Arithmetic.Unrated;

/// `lines` and `targets` of a workload.
final class ArithmeticJson {
    private ArithmeticJson() {}

    static void write(Arithmetic arithmetic, JsonOut out) {
        out.objects("lines", arithmetic.lines(), ArithmeticJson::writeLine)
                .objects("targets", arithmetic.targets(), ArithmeticJson::writeTarget);
    }

    static Arithmetic read(JsonIn in) {
        return new Arithmetic(
                in.objects("lines", ArithmeticJson::readLine), in.objects("targets", ArithmeticJson::readTarget));
    }

    private static void writeLine(Line line, JsonOut out) {
        out.value("provider", line.place().provider())
                .value("model", line.place().model())
                .value("tier", line.place().tier())
                .value("band", line.place().band())
                .value("tokenKind", line.tokenKind())
                .value("quantity", line.quantity())
                .value("unitPrice", line.unitPrice())
                .value("priceRow", line.priceRow())
                .value("amount", line.amount())
                .value("basis", line.basis())
                .objectOrNull("targetAmount", line.targetAmount(), AmountJson::writeEstimate);
    }

    private static Line readLine(JsonIn in) {
        return new Line(
                new Place(in.text("provider"), in.text("model"), in.choice("tier", Tier.class), in.text("band")),
                in.choiceOrNull("tokenKind", TokenKind.class),
                in.count("quantity"),
                in.figureOrNull("unitPrice"),
                in.textOrNull("priceRow"),
                in.figure("amount"),
                in.choice("basis", Basis.class),
                in.objectOrNull("targetAmount", AmountJson::readEstimate));
    }

    private static void writeTarget(Target target, JsonOut out) {
        out.value("tier", target.tier())
                .objectOrNull("rated", target.rated(), ArithmeticJson::writeRated)
                .objectOrNull(
                        "unrated",
                        target.unrated(),
                        (unrated, o) -> o.value("kind", unrated.kind()).value("reason", unrated.reason()));
    }

    private static Target readTarget(JsonIn in) {
        return new Target(
                in.choice("tier", Tier.class),
                in.objectOrNull("rated", ArithmeticJson::readRated),
                in.objectOrNull("unrated", o -> new Unrated(o.choice("kind", Reason.class), o.text("reason"))));
    }

    private static void writeRated(Rated rated, JsonOut out) {
        out.value("movable", rated.movable())
                .value("unmatched", rated.unmatched())
                .object("cost", rated.cost(), AmountJson::writeEstimate)
                .value("naive", rated.naive())
                .object("lateCharge", rated.lateCharge(), AmountJson::writeEstimate)
                .value("movableAsOf", rated.movableAsOf())
                .object("costAsOf", rated.costAsOf(), AmountJson::writeEstimate)
                .values("assumptions", rated.assumptions());
    }

    private static Rated readRated(JsonIn in) {
        return new Rated(
                in.figure("movable"),
                in.figure("unmatched"),
                in.object("cost", AmountJson::readEstimate),
                in.figure("naive"),
                in.object("lateCharge", AmountJson::readEstimate),
                in.figure("movableAsOf"),
                in.object("costAsOf", AmountJson::readEstimate),
                in.texts("assumptions"));
    }
}
