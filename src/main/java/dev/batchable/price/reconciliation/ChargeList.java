package dev.batchable.price.reconciliation;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.bill.BillSum;
import dev.batchable.price.reconciliation.Reconciliation.Charge;
import dev.batchable.record.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Charges that are not compared, one entry a meter, in the order of their first day.
final class ChargeList {
    private final Map<BillCell, Charge> charges = new LinkedHashMap<>();

    void add(BillCell cell, BillSum sum) {
        charges.merge(timeless(cell), charge(cell, sum), ChargeList::plus);
    }

    List<Charge> charges() {
        return List.copyOf(charges.values());
    }

    /// The same cell without its period: all days of one meter are alike.
    private static BillCell timeless(BillCell cell) {
        return new BillCell(
                Instant.EPOCH,
                Instant.EPOCH,
                cell.category(),
                cell.correction(),
                cell.funding(),
                cell.meter(),
                cell.currency(),
                cell.quantified());
    }

    private static Charge charge(BillCell cell, BillSum sum) {
        return new Charge(
                cell.meter().provider(),
                cell.meter().description(),
                cell.category(),
                cell.correction(),
                new Money(sum.billed(), cell.currency()),
                cell.start(),
                cell.end());
    }

    private static Charge plus(Charge one, Charge other) {
        return new Charge(
                one.provider(),
                one.description(),
                one.category(),
                one.correction(),
                one.billed().plus(other.billed()),
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end());
    }
}
