package dev.batchable.report.json;

import dev.batchable.report.OwnerTotal;

/// `byOwner`.
final class OwnerJson {
    private OwnerJson() {}

    static void write(OwnerTotal total, JsonOut out) {
        OwnerTotal.Spend spend = total.spend();
        out.value("owner", total.owner())
                .value("workloads", total.workloads())
                .value("requests", total.requests())
                .value("spend", spend.total())
                .value("realtimeSpend", spend.realtime())
                .value("wasteSpend", spend.waste())
                .value("realtimeWhenBatchableSpend", spend.couldWait())
                .value("undecidedSpend", spend.undecided())
                .value("waivedSpend", spend.waived())
                .object("window", total.window(), AmountJson::writeEstimate)
                .object("monthly", total.monthly(), AmountJson::writeEstimate)
                .objectOrNull("net", total.net(), AfterMoveJson::writeNet);
    }

    static OwnerTotal read(JsonIn in) {
        return new OwnerTotal(
                in.textOrNull("owner"),
                in.count("workloads"),
                in.countOrNull("requests"),
                new OwnerTotal.Spend(
                        in.figure("spend"),
                        in.figure("realtimeSpend"),
                        in.figure("wasteSpend"),
                        in.figure("realtimeWhenBatchableSpend"),
                        in.figure("undecidedSpend"),
                        in.figure("waivedSpend")),
                in.object("window", AmountJson::readEstimate),
                in.object("monthly", AmountJson::readEstimate),
                in.objectOrNull("net", AfterMoveJson::readNet));
    }
}
