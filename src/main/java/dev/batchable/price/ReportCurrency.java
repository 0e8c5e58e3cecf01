package dev.batchable.price;

import dev.batchable.price.bill.BillTotals;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The currency of a report for which nobody asked for one.
///
/// Logged costs decide: the currency with the largest amount, compared as bare numbers; of equals the first by name.
/// Where no log tells a cost, the price list has its own currency, which is not that of the invoice: the bill's is
/// taken, provided that the price list can be converted into it. US dollars where there is neither.
final class ReportCurrency {
    private ReportCurrency() {}

    static String of(List<List<KeyCharge>> charges, BillTotals bill, Exchange exchange) {
        SortedMap<String, BigDecimal> spent = spent(charges);
        boolean logged =
                charges.stream().flatMap(List::stream).anyMatch(charge -> charge.basis() == KeyCharge.Basis.LOGGED);
        Optional<String> most = most(spent);
        if (logged) {
            return most.orElse(Money.USD);
        }
        return most(bill.modelUsage())
                .filter(billed -> spent.keySet().stream()
                        .allMatch(from -> exchange.factor(from, billed).isPresent()))
                .or(() -> most)
                .orElse(Money.USD);
    }

    private static SortedMap<String, BigDecimal> spent(List<List<KeyCharge>> charges) {
        SortedMap<String, BigDecimal> spent = new TreeMap<>();
        charges.stream()
                .flatMap(List::stream)
                .forEach(charge -> charge.currency()
                        .ifPresent(currency -> spent.merge(currency, charge.amount(charge.usage()), BigDecimal::add)));
        return spent;
    }

    private static Optional<String> most(SortedMap<String, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, BigDecimal>::getValue)
                        .reversed())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
