package dev.batchable.price.bill;

import dev.batchable.price.bill.BillOverlap.Bill;
import dev.batchable.record.Funding;
import dev.batchable.record.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Recognises the amortised export of a bill that is given as actual costs too.
///
/// Problem: both exports have the same layout and the same usage, whose equal lines are copies of each other; but use
/// that a reservation covers costs nothing in the actual export, which lists the purchase, and its share of the
/// purchase
/// in the amortised one. Summed, the reservation is paid twice. Method: where one bill charges something for a meter
/// and
/// day under a commitment and another of the same layout charges nothing for it, the former is amortised and its lines
/// under commitments are left out on that day. Consequence: the bill sums to the invoice.
/// See <https://learn.microsoft.com/azure/cost-management-billing/reservations/understand-reserved-instance-usage-ea>.
final class AmortisedCosts {
    private record Covered(String format, Instant day, Meter meter) {}

    private record Day(String path, Instant start) {}

    private final Set<Covered> unpaid = new HashSet<>();
    private final Set<Day> amortised = new HashSet<>();
    private final List<Bill> kept = new ArrayList<>();
    private final SortedMap<String, Long> dropped = new TreeMap<>();

    AmortisedCosts(Collection<Bill> bills) {
        bills.forEach(bill -> bill.totals().cells().forEach((cell, sum) -> {
            if (isCovered(cell) && sum.billed().signum() == 0) {
                unpaid.add(covered(bill, cell));
            }
        }));
        bills.forEach(bill -> bill.totals().cells().forEach((cell, sum) -> {
            if (isCovered(cell) && sum.billed().signum() > 0 && unpaid.contains(covered(bill, cell))) {
                amortised.add(new Day(bill.path(), cell.start()));
            }
        }));
        bills.forEach(this::keep);
    }

    private static boolean isCovered(BillCell cell) {
        return cell.isModelUsage() && cell.funding() == Funding.COMMITTED;
    }

    private static Covered covered(Bill bill, BillCell cell) {
        return new Covered(bill.format(), cell.start(), cell.meter());
    }

    private void keep(Bill bill) {
        BillTotals rest = bill.totals()
                .where(cell -> !isCovered(cell) || !amortised.contains(new Day(bill.path(), cell.start())));
        long lines = bill.totals().lines() - rest.lines();
        if (lines > 0) {
            dropped.put(bill.path(), lines);
        }
        kept.add(new Bill(bill.path(), bill.format(), rest));
    }

    /// The bills without what another tells as actual costs.
    List<Bill> kept() {
        return kept;
    }

    /// Path → lines left out.
    SortedMap<String, Long> dropped() {
        return dropped;
    }
}
