package dev.batchable.report.json;

import dev.batchable.report.QueueTurns;
import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadSpend;
import dev.batchable.report.WorkloadSpend.Unpriced;

/// What a workload cost and what its move would save.
final class SpendJson {
    private SpendJson() {}

    static void write(WorkloadSpend spend, JsonOut out) {
        TotalsJson.writeTiers(spend.tiers(), out);
        out.value("wasteSpend", spend.waste())
                .value("movableSpend", spend.movable())
                .value("costPerSuccess", spend.costPerSuccess())
                .value("monthlyRealtimeSpend", spend.monthlyRealtime())
                .object("monthlyFactor", spend.monthlyFactor(), AmountJson::writeEstimate)
                .object("unpriced", spend.unpriced(), SpendJson::writeUnpriced)
                .values("assumptions", spend.assumptions());
    }

    static WorkloadSpend read(JsonIn in) {
        return new WorkloadSpend(
                TotalsJson.readTiers(in),
                in.figure("wasteSpend"),
                in.figure("movableSpend"),
                in.figureOrNull("costPerSuccess"),
                in.figure("monthlyRealtimeSpend"),
                in.object("monthlyFactor", AmountJson::readEstimate),
                in.object("unpriced", SpendJson::readUnpriced),
                in.texts("assumptions"));
    }

    static void writeSaving(SavingReport saving, JsonOut out) {
        out.object("window", saving.window(), AmountJson::writeEstimate)
                .object("monthly", saving.monthly(), AmountJson::writeEstimate)
                .value("naive", saving.naive())
                .value("missShare", saving.missShare())
                .value("deadlineAssumed", saving.deadlineAssumed())
                .values("assumptions", saving.assumptions());
        AfterMoveJson.write(saving.after(), out);
        out.value("queueParts", saving.queue().parts())
                .value("missShareLow", saving.queue().missShareLow())
                .value("missShareHigh", saving.queue().missShareHigh());
    }

    static SavingReport readSaving(JsonIn in) {
        return new SavingReport(
                in.object("window", AmountJson::readEstimate),
                in.object("monthly", AmountJson::readEstimate),
                in.figure("naive"),
                in.figure("missShare"),
                in.textOrNull("deadlineAssumed"),
                in.texts("assumptions"),
                AfterMoveJson.read(in),
                new QueueTurns(in.count("queueParts"), in.figure("missShareLow"), in.figure("missShareHigh")));
    }

    private static void writeUnpriced(Unpriced unpriced, JsonOut out) {
        out.value("requests", unpriced.requests())
                .value("tokens", unpriced.tokens())
                .values("models", unpriced.models());
    }

    private static Unpriced readUnpriced(JsonIn in) {
        return new Unpriced(in.count("requests"), in.count("tokens"), in.texts("models"));
    }
}
