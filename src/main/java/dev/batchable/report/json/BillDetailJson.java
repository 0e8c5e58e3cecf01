package dev.batchable.report.json;

import dev.batchable.record.Funding;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.BillAllocation;
import dev.batchable.report.BillAllocation.OwnerShare;
import dev.batchable.report.BillAllocation.Rest;
import dev.batchable.report.BillAllocation.Share;
import dev.batchable.report.BillDetail;
import dev.batchable.report.BillDetail.Day;
import dev.batchable.report.BillDetail.Rate;
import dev.batchable.report.BillDetail.Sides;
import dev.batchable.report.BillDetail.Subject;
import dev.batchable.report.BillDetail.Sunk;
import dev.batchable.report.BillDetail.Tolerance;

/// `tolerance`, `rates`, `sunk`, `byDay` and `allocation` of a reconciliation.
final class BillDetailJson {
    private BillDetailJson() {}

    static void write(BillDetail detail, JsonOut out) {
        out.object(
                        "tolerance",
                        detail.tolerance(),
                        (tolerance, o) -> o.value("amount", tolerance.amount()).value("rule", tolerance.rule()))
                .objects("rates", detail.rates(), BillDetailJson::writeRate)
                .objects("sunk", detail.sunk(), BillDetailJson::writeSunk)
                .objects("byDay", detail.byDay(), BillDetailJson::writeDay)
                .object("allocation", detail.allocation(), BillDetailJson::writeAllocation);
    }

    static BillDetail read(JsonIn in) {
        return new BillDetail(
                in.object("tolerance", o -> new Tolerance(o.figure("amount"), o.text("rule"))),
                in.objects("rates", BillDetailJson::readRate),
                in.objects("sunk", BillDetailJson::readSunk),
                in.objects("byDay", BillDetailJson::readDay),
                in.object("allocation", BillDetailJson::readAllocation));
    }

    private static void writeRate(Rate rate, JsonOut out) {
        out.value("provider", rate.subject().provider())
                .value("model", rate.subject().model())
                .value("tier", rate.subject().tier())
                .value("tokenKind", rate.subject().tokenKind())
                .value("quantity", rate.quantity())
                .value("billed", rate.billed())
                .value("effectiveRate", rate.effective())
                .value("listRate", rate.list())
                .value("priceRow", rate.priceRow())
                .value("discount", rate.discount())
                .value("name", rate.name());
    }

    private static Rate readRate(JsonIn in) {
        return new Rate(
                new Subject(
                        in.text("provider"),
                        in.textOrNull("model"),
                        in.choice("tier", Tier.class),
                        in.choice("tokenKind", TokenKind.class)),
                in.figure("quantity"),
                in.figure("billed"),
                in.figure("effectiveRate"),
                in.figureOrNull("listRate"),
                in.textOrNull("priceRow"),
                in.figureOrNull("discount"),
                in.text("name"));
    }

    private static void writeSunk(Sunk sunk, JsonOut out) {
        out.value("provider", sunk.provider())
                .value("model", sunk.model())
                .value("tier", sunk.tier())
                .value("funding", sunk.funding())
                .value("quantity", sunk.quantity())
                .value("billed", sunk.billed());
    }

    private static Sunk readSunk(JsonIn in) {
        return new Sunk(
                in.text("provider"),
                in.textOrNull("model"),
                in.choice("tier", Tier.class),
                in.choice("funding", Funding.class),
                in.figureOrNull("quantity"),
                in.figure("billed"));
    }

    private static void writeDay(Day day, JsonOut out) {
        out.value("provider", day.provider())
                .value("model", day.model())
                .value("day", day.day())
                .value("days", day.days())
                .value("zone", day.zone())
                .value("billed", day.sides().billed())
                .value("logged", day.sides().logged())
                .value("explained", day.sides().explained())
                .value("difference", day.sides().difference())
                .value("reason", day.reason());
    }

    private static Day readDay(JsonIn in) {
        Day day = new Day(
                in.text("provider"),
                in.textOrNull("model"),
                in.day("day"),
                in.count("days"),
                in.zone("zone"),
                new Sides(in.figure("billed"), in.figure("logged"), in.figure("explained")),
                in.textOrNull("reason"));
        in.figure("difference");
        return day;
    }

    private static void writeAllocation(BillAllocation allocation, JsonOut out) {
        out.objects("byWorkload", allocation.byWorkload(), BillDetailJson::writeShare)
                .objects(
                        "byOwner",
                        allocation.byOwner(),
                        (share, o) -> o.value("owner", share.owner()).value("billed", share.billed()))
                .objects(
                        "unallocated",
                        allocation.unallocated(),
                        (rest, o) -> o.value("reason", rest.reason()).value("billed", rest.billed()));
    }

    private static void writeShare(Share share, JsonOut out) {
        out.value("workload", share.workload()).value("owner", share.owner()).value("billed", share.billed());
    }

    /// Sums by owner follow from the workloads.
    private static BillAllocation readAllocation(JsonIn in) {
        BillAllocation allocation = new BillAllocation(
                in.objects("byWorkload", o -> new Share(o.text("workload"), o.textOrNull("owner"), o.figure("billed"))),
                in.objects("unallocated", o -> new Rest(o.text("reason"), o.figure("billed"))));
        in.objects("byOwner", o -> new OwnerShare(o.textOrNull("owner"), o.figure("billed")));
        return allocation;
    }
}
