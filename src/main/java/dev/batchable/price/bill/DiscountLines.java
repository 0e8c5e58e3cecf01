package dev.batchable.price.bill;

import dev.batchable.record.ChargeCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts discounts that stand on lines of their own to the charges that they lower.
///
/// Problem: AWS may bill at the list price and take an Enterprise discount off on another line, so that
/// the rate on the bill is not the one paid. Method: a line that is a discount by its type belongs to
/// the charge of the same seller, model, tier, kind of token and day, where the bill has exactly one.
/// Consequence: every amount stands in the bill once, the rate is the one paid, and a discount that the
/// bill does not tie to a charge stays what it is. See
/// <https://docs.aws.amazon.com/cur/latest/userguide/discount-details.html>.
public final class DiscountLines {
    private DiscountLines() {}

    private static List<Object> place(BillCell cell) {
        return List.of(
                cell.start(),
                cell.end(),
                cell.meter().provider(),
                cell.meter().model(),
                cell.meter().tier(),
                cell.meter().tokenKind(),
                cell.currency());
    }

    /// The same bill with these lines in the sums of their charges.
    public static BillTotals applied(BillTotals bill) {
        Map<List<Object>, List<BillCell>> charges = new HashMap<>();
        bill.cells().keySet().stream()
                .filter(cell -> cell.quantified() && cell.isPaidUsage())
                .forEach(cell -> charges.computeIfAbsent(place(cell), unseen -> new ArrayList<>())
                        .add(cell));
        SortedMap<BillCell, BillSum> applied = new TreeMap<>(bill.cells());
        bill.cells().forEach((cell, discount) -> {
            List<BillCell> lowered =
                    isDiscount(cell, discount) ? charges.getOrDefault(place(cell), List.of()) : List.of();
            if (lowered.size() == 1) {
                applied.remove(cell);
                applied.computeIfPresent(lowered.get(0), (charge, sum) -> sum.less(discount));
            }
        });
        return new BillTotals(applied);
    }

    private static boolean isDiscount(BillCell cell, BillSum sum) {
        return cell.category() == ChargeCategory.ADJUSTMENT
                && !cell.correction()
                && sum.billed().signum() < 0
                && !sum.discounts().isEmpty()
                && cell.meter().model().isPresent()
                && cell.meter().tokenKind().isPresent();
    }
}
