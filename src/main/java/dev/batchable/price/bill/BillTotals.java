package dev.batchable.price.bill;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// A bill, or several, summed by meter and day.
public record BillTotals(SortedMap<BillCell, BillSum> cells) {
    public BillTotals {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /// Lines of the bill.
    public long lines() {
        return cells.values().stream().mapToLong(BillSum::lines).sum();
    }

    BillTotals where(Predicate<BillCell> wanted) {
        SortedMap<BillCell, BillSum> kept = new TreeMap<>(cells);
        kept.keySet().removeIf(wanted.negate());
        return new BillTotals(kept);
    }

    BillTotals plus(BillTotals more) {
        SortedMap<BillCell, BillSum> both = new TreeMap<>(cells);
        more.cells.forEach((cell, sum) -> both.merge(cell, sum, BillSum::plus));
        return new BillTotals(both);
    }

    /// The same with every amount in `currency` for which there is a rate; others stay as billed.
    ///
    /// @param factor what one unit of a currency is worth in `currency`; empty where nobody stated it
    public BillTotals in(String currency, Function<String, Optional<BigDecimal>> factor) {
        SortedMap<BillCell, BillSum> converted = new TreeMap<>();
        cells.forEach((cell, sum) -> {
            Optional<BigDecimal> rate = factor.apply(cell.currency());
            converted.merge(
                    rate.isPresent() ? cell.in(currency) : cell,
                    rate.map(sum::times).orElse(sum),
                    BillSum::plus);
        });
        return new BillTotals(converted);
    }

    /// Billed use of models by currency.
    public SortedMap<String, BigDecimal> modelUsage() {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        cells.forEach((cell, sum) -> {
            if (cell.isModelUsage()) {
                sums.merge(cell.currency(), sum.billed(), BigDecimal::add);
            }
        });
        return sums;
    }
}
