package dev.batchable.report.json;

import dev.batchable.report.Estimate;
import dev.batchable.report.NetTotals;
import dev.batchable.report.SavingTotals;
import dev.batchable.report.Totals;
import dev.batchable.report.Totals.Batchable;
import dev.batchable.report.Totals.Coverage;
import dev.batchable.report.Totals.Shadows;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.Totals.Unpriced;

/// `totals` and `savings`.
final class TotalsJson {
    private TotalsJson() {}

    static void write(Totals totals, JsonOut out) {
        out.value("requests", totals.requests()).value("cacheServed", totals.cacheServed());
        writeTiers(totals.spend(), out);
        out.value("realtimeWhenBatchableRequests", totals.batchable().requests())
                .value("realtimeWhenBatchableSpend", totals.batchable().spend())
                .value("undecidedSpend", totals.shadows().undecided())
                .value("blockedSpend", totals.shadows().blocked())
                .value("wasteSpend", totals.shadows().waste())
                .value("unattributedSpend", totals.shadows().unattributed())
                .value("monthlyRealtimeSpend", totals.shadows().monthlyRealtime())
                .value("unpricedRequests", totals.unpriced().requests())
                .value("unpricedTokens", totals.unpriced().tokens())
                .value("tierSaving", totals.tierSaving())
                .object("coverage", totals.coverage(), TotalsJson::writeCoverage)
                .value("waivedSpend", totals.shadows().waived());
    }

    static Totals read(JsonIn in) {
        return new Totals(
                in.countOrNull("requests"),
                in.count("cacheServed"),
                readTiers(in),
                new Batchable(in.count("realtimeWhenBatchableRequests"), in.figure("realtimeWhenBatchableSpend")),
                new Shadows(
                        in.figure("undecidedSpend"),
                        in.figure("blockedSpend"),
                        in.figure("wasteSpend"),
                        in.figure("unattributedSpend"),
                        in.figure("monthlyRealtimeSpend"),
                        in.figure("waivedSpend")),
                new Unpriced(in.count("unpricedRequests"), in.count("unpricedTokens")),
                in.figureOrNull("tierSaving"),
                in.object("coverage", TotalsJson::readCoverage));
    }

    /// The members are those of the object around them, of the totals or of a workload.
    static void writeTiers(TierSpend spend, JsonOut out) {
        out.value("spend", spend.total())
                .value("realtimeSpend", spend.realtime())
                .value("deferredSpend", spend.deferred())
                .value("provisionedSpend", spend.provisioned())
                .value("unknownTierSpend", spend.unknownTier());
    }

    static TierSpend readTiers(JsonIn in) {
        return new TierSpend(
                in.figure("spend"),
                in.figure("realtimeSpend"),
                in.figure("deferredSpend"),
                in.figure("provisionedSpend"),
                in.figure("unknownTierSpend"));
    }

    static void writeSavings(SavingTotals savings, JsonOut out) {
        out.object("window", savings.window(), AmountJson::writeEstimate)
                .object("monthly", savings.monthly(), (monthly, o) -> {
                    AmountJson.writeEstimate(monthly, o);
                    o.value("ofWhichDeadlineAssumed", savings.ofWhichDeadlineAssumed());
                });
        AfterMoveJson.writeTotals(savings.after(), out);
    }

    static SavingTotals readSavings(JsonIn in) {
        Estimate window = in.object("window", AmountJson::readEstimate);
        NetTotals after = AfterMoveJson.readTotals(in);
        return in.object(
                "monthly",
                o -> new SavingTotals(window, AmountJson.readEstimate(o), o.figure("ofWhichDeadlineAssumed"), after));
    }

    private static void writeCoverage(Coverage coverage, JsonOut out) {
        out.value("usable", coverage.usable())
                .value("priced", coverage.priced())
                .value("billed", coverage.billed())
                .value("overall", coverage.overall())
                .value("attributed", coverage.attributed());
    }

    private static Coverage readCoverage(JsonIn in) {
        return new Coverage(
                in.figure("usable"),
                in.figure("priced"),
                in.figureOrNull("billed"),
                in.figure("overall"),
                in.figure("attributed"));
    }
}
