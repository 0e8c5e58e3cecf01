package dev.batchable.price.bill;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A bill, or several, summed by meter and day.
public record BillTotals(SortedMap<BillCell, BillSum> cells) {
    public BillTotals {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    public boolean isEmpty() {
        return cells.isEmpty();
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
