package dev.batchable.report.json;

import dev.batchable.report.AfterMove;
import dev.batchable.report.AfterMove.Net;
import dev.batchable.report.AfterMove.Payback;
import dev.batchable.report.NetTotals;

/// `net`, `effort` and `paybackMonths`, of a workload and of all.
final class AfterMoveJson {
    private AfterMoveJson() {}

    static void write(AfterMove after, JsonOut out) {
        out.objectOrNull("net", after.net(), AfterMoveJson::writeNet)
                .value("effort", after.effort())
                .objectOrNull("paybackMonths", after.payback(), AfterMoveJson::writePayback)
                .objectOrNull("costPerSuccess", after.costPerSuccess(), AmountJson::writeEstimate);
    }

    static AfterMove read(JsonIn in) {
        return new AfterMove(
                in.objectOrNull("net", AfterMoveJson::readNet),
                in.figureOrNull("effort"),
                in.objectOrNull("paybackMonths", AfterMoveJson::readPayback),
                in.objectOrNull("costPerSuccess", AmountJson::readEstimate));
    }

    static void writeTotals(NetTotals totals, JsonOut out) {
        out.objectOrNull("net", totals.net(), AfterMoveJson::writeNet)
                .value("effort", totals.effort())
                .value("effortUndeclared", totals.effortUndeclared())
                .objectOrNull("paybackMonths", totals.payback(), AfterMoveJson::writePayback);
    }

    static NetTotals readTotals(JsonIn in) {
        return new NetTotals(
                in.objectOrNull("net", AfterMoveJson::readNet),
                in.figureOrNull("effort"),
                in.count("effortUndeclared"),
                in.objectOrNull("paybackMonths", AfterMoveJson::readPayback));
    }

    static void writeNet(Net net, JsonOut out) {
        out.object("monthly", net.monthly(), AmountJson::writeEstimate)
                .object("deferralCost", net.deferralCost(), AmountJson::writeEstimate);
    }

    static Net readNet(JsonIn in) {
        return new Net(
                in.object("monthly", AmountJson::readEstimate), in.object("deferralCost", AmountJson::readEstimate));
    }

    private static void writePayback(Payback months, JsonOut out) {
        out.value("low", months.low()).value("expected", months.expected()).value("high", months.high());
    }

    private static Payback readPayback(JsonIn in) {
        return new Payback(in.figureOrNull("low"), in.figureOrNull("expected"), in.figureOrNull("high"));
    }
}
