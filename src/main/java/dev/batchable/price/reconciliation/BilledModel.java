package dev.batchable.price.reconciliation;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.bill.BillSum;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One model on the side of the bill: what can be compared by tokens, and what only by amount.
final class BilledModel {
    private final ZoneId logs;
    private final SortedMap<BillCell, BillSum> cells = new TreeMap<>();
    private final SortedMap<Demand.Place, BillSum> entries = new TreeMap<>();
    private final SortedMap<BillDay, BigDecimal> takenBack = new TreeMap<>();
    private final SortedSet<BillDay> covered = new TreeSet<>();

    /// @param logs by whose days the logs are summed
    BilledModel(ZoneId logs) {
        this.logs = logs;
    }

    /// The same laid against other days.
    BilledModel in(ZoneId zone) {
        BilledModel other = new BilledModel(zone);
        cells.forEach(other::add);
        return other;
    }

    void add(BillCell cell, BillSum sum) {
        cells.merge(cell, sum, BillSum::plus);
        BillDay day = BillDay.of(cell, logs);
        if (!cell.funding().isOnDemand()) {
            covered.add(day);
        }
        if (!cell.quantified() && sum.billed().signum() < 0) {
            takenBack.merge(day, sum.billed(), BigDecimal::add);
            return;
        }
        Demand.Place place = new Demand.Place(
                day,
                cell.meter().tier(),
                cell.quantified() ? cell.meter().tokenKind() : Optional.empty(),
                cell.quantified());
        entries.merge(place, sum, BillSum::plus);
    }

    /// Days on which something else than the price per token pays for some of it.
    SortedSet<BillDay> covered() {
        return covered;
    }

    /// The entries anew, nothing of them explained yet, in the order of their days.
    List<Demand> demands() {
        return entries.entrySet().stream()
                .map(entry -> new Demand(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Sums of the lines below zero.
    SortedMap<BillDay, BigDecimal> takenBack() {
        return takenBack;
    }

    BigDecimal billed() {
        return sum(entries.values().stream().map(BillSum::billed).toList()).add(sum(takenBack.values()));
    }

    BigDecimal tolerance() {
        return sum(entries.values().stream().map(BillSum::tolerance).toList());
    }

    boolean hasAmounts() {
        return entries.keySet().stream().anyMatch(place -> !place.quantified());
    }

    boolean hasQuantities() {
        return entries.keySet().stream().anyMatch(Demand.Place::quantified);
    }

    /// Whether every charge is of one day.
    boolean isDaily() {
        return days().allMatch(BillDay::isOneDay);
    }

    /// Whether every charge is of one day of the logs.
    boolean fits() {
        return days().allMatch(BillDay::fits);
    }

    private Stream<BillDay> days() {
        return Stream.concat(entries.keySet().stream().map(Demand.Place::day), takenBack.keySet().stream());
    }

    /// List price of what is compared by amount; empty where a line lacks it.
    Optional<BigDecimal> listOfAmounts() {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getKey().quantified())
                .map(entry -> entry.getValue().list())
                .reduce((one, other) -> one.flatMap(a -> other.map(a::add)))
                .flatMap(sum -> sum);
    }

    /// All that was billed by the token of what the logs tell of a supply.
    Optional<BillSum> quantityLike(Supply.Place place) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().quantified()
                        && entry.getKey().tier() == place.tier()
                        && entry.getKey().kind().equals(place.kind()))
                .map(Map.Entry::getValue)
                .reduce(BillSum::plus);
    }

    /// Whether the logs of a tier are compared by tokens already.
    boolean isQuantified(Tier tier) {
        return entries.keySet().stream()
                .anyMatch(place -> place.quantified()
                        && (place.tier() == tier || place.tier() == Tier.UNKNOWN || tier == Tier.UNKNOWN));
    }

    private static BigDecimal sum(Iterable<BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }
}
