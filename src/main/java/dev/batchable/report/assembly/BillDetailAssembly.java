package dev.batchable.report.assembly;

import dev.batchable.price.BilledRate;
import dev.batchable.price.reconciliation.Reconciliation;
import dev.batchable.report.BillAllocation;
import dev.batchable.report.BillDetail;
import dev.batchable.report.BillDetail.Day;
import dev.batchable.report.BillDetail.Rate;
import dev.batchable.report.BillDetail.Sides;
import dev.batchable.report.BillDetail.Subject;
import dev.batchable.report.BillDetail.Sunk;
import dev.batchable.report.BillDetail.Tolerance;
import java.util.Optional;

/// Rates, days and allocation of a bill as the report tells them.
final class BillDetailAssembly {
    private static final String TOLERANCE =
            "half a cent for each line of a bill in cents, else 0.01 % of what is billed";

    private BillDetailAssembly() {}

    static BillDetail detail(Reconciliation found) {
        return new BillDetail(
                new Tolerance(found.totals().tolerance(), TOLERANCE),
                found.detail().rates().stream().map(BillDetailAssembly::rate).toList(),
                found.detail().sunk().stream().map(BillDetailAssembly::sunk).toList(),
                found.detail().byDay().stream().map(BillDetailAssembly::day).toList(),
                allocation(found.detail().allocation()));
    }

    private static Rate rate(BilledRate rate) {
        BilledRate.Place place = rate.place();
        return new Rate(
                new Subject(place.model().provider(), place.model().model(), place.tier(), place.kind()),
                rate.tokens(),
                rate.billed(),
                rate.effective(),
                rate.listRate(),
                rate.listed().map(BilledRate.Listed::row),
                rate.discount(),
                rate.name());
    }

    private static Sunk sunk(Reconciliation.Sunk sunk) {
        return new Sunk(
                sunk.provider(),
                sunk.model(),
                sunk.tier(),
                sunk.funding(),
                Optional.of(sunk.tokens()).filter(tokens -> tokens.signum() > 0),
                sunk.billed());
    }

    private static Day day(Reconciliation.ByDay day) {
        return new Day(
                day.provider(),
                day.model(),
                day.day(),
                day.days(),
                day.zone(),
                new Sides(day.billed(), day.logged(), day.explained()),
                day.reason().map(Reconciliation.Reason::text));
    }

    private static BillAllocation allocation(Reconciliation.Allocation allocation) {
        return new BillAllocation(
                allocation.byWorkload().stream()
                        .map(share -> new BillAllocation.Share(share.workload(), share.owner(), share.billed()))
                        .toList(),
                allocation.unallocated().stream()
                        .map(rest -> new BillAllocation.Rest(rest.reason().text(), rest.amount()))
                        .toList());
    }
}
