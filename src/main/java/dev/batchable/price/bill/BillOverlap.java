package dev.batchable.price.bill;

import dev.batchable.record.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes each charge from one bill where several bills tell the same.
///
/// Problem: a provider's costs come from its API and from its console, grouped and ungrouped, and from the cloud's
/// bill in two layouts; loaded together they double the money, and no ids meet. Method: bills of one layout and one
/// grain are parts of one bill. Where two such bills hold model usage of one provider, currency and day, the finer
/// one (models, then token kinds, then quantities) is the bill of that day, and the other one, with all its lines of
/// the day, is the control. Consequence: every line stands in the sum once or in the control once, and what the
/// two bills differ by is told.
public final class BillOverlap {
    private BillOverlap() {}

    /// One file of charges.
    ///
    /// @param format the layout
    public record Bill(String path, String format, BillTotals totals) {}

    /// Lines of a control that were not counted.
    ///
    /// @param provider whose model usage both tell
    /// @param control model usage that the control tells of the days that both hold
    /// @param counted the same as told by the bill
    public record Control(
            String path, String provider, String currency, long lines, BigDecimal control, BigDecimal counted) {}

    /// @param bill every charge once
    /// @param lines path → lines of it that were not counted
    public record Resolved(BillTotals bill, SortedMap<String, Long> lines, List<Control> controls) {}

    /// Bills that are parts of one: of one layout, and grouped or not.
    private record Grain(String format, boolean grouped) {}

    /// A grain and how much its bills tell.
    private record Ranked(Grain grain, int fineness) {
        private static final Comparator<Ranked> FINEST = Comparator.<Ranked, Boolean>comparing(
                        ranked -> ranked.grain.grouped)
                .thenComparingInt(Ranked::fineness)
                .thenComparing(ranked -> ranked.grain.format, Comparator.reverseOrder());

        private static Ranked finer(Ranked one, Ranked other) {
            return FINEST.compare(one, other) >= 0 ? one : other;
        }
    }

    private record Slot(String provider, String currency, Instant day) {}

    public static Resolved resolve(Collection<Bill> bills) {
        Map<Grain, Integer> fineness = new HashMap<>();
        bills.forEach(bill -> fineness.merge(grain(bill), fineness(bill.totals), Math::max));
        Map<Slot, Ranked> best = new HashMap<>();
        bills.forEach(bill -> modelUsage(bill.totals)
                .keySet()
                .forEach(slot -> best.merge(
                        slot, new Ranked(grain(bill), fineness.getOrDefault(grain(bill), 0)), Ranked::finer)));
        Map<Slot, Grain> finest = new HashMap<>();
        best.forEach((slot, ranked) -> finest.put(slot, ranked.grain));
        Map<Slot, BigDecimal> counted = new HashMap<>();
        for (Bill bill : bills) {
            modelUsage(bill.totals).forEach((slot, amount) -> {
                if (grain(bill).equals(finest.get(slot))) {
                    counted.merge(slot, amount, BigDecimal::add);
                }
            });
        }
        return sum(bills, finest, counted);
    }

    private static Resolved sum(Collection<Bill> bills, Map<Slot, Grain> finest, Map<Slot, BigDecimal> counted) {
        BillTotals all = new BillTotals(new TreeMap<>());
        SortedMap<String, Long> lines = new TreeMap<>();
        List<Control> controls = new ArrayList<>();
        for (Bill bill : bills.stream().sorted(Comparator.comparing(Bill::path)).toList()) {
            Map<Slot, BigDecimal> usage = modelUsage(bill.totals);
            usage.keySet().removeIf(slot -> grain(bill).equals(finest.get(slot)));
            Set<Instant> controlled = new HashSet<>();
            usage.keySet().forEach(slot -> controlled.add(slot.day));
            BillTotals kept = bill.totals.where(cell -> !controlled.contains(cell.start()));
            long dropped = bill.totals.lines() - kept.lines();
            if (dropped > 0) {
                lines.put(bill.path, dropped);
                controls.addAll(controls(bill.path, dropped, usage, counted));
            }
            all = all.plus(kept);
        }
        return new Resolved(all, lines, controls);
    }

    private static List<Control> controls(
            String path, long lines, Map<Slot, BigDecimal> usage, Map<Slot, BigDecimal> counted) {
        SortedMap<String, Control> found = new TreeMap<>();
        usage.forEach((slot, amount) -> found.merge(
                slot.provider + ' ' + slot.currency,
                new Control(
                        path,
                        slot.provider,
                        slot.currency,
                        lines,
                        amount,
                        Optional.ofNullable(counted.get(slot)).orElse(BigDecimal.ZERO)),
                (one, more) -> new Control(
                        path,
                        one.provider,
                        one.currency,
                        lines,
                        one.control.add(more.control),
                        one.counted.add(more.counted))));
        return List.copyOf(found.values());
    }

    private static Map<Slot, BigDecimal> modelUsage(BillTotals totals) {
        Map<Slot, BigDecimal> usage = new HashMap<>();
        totals.cells().forEach((cell, sum) -> {
            if (cell.isModelUsage()) {
                usage.merge(
                        new Slot(cell.meter().provider(), cell.currency(), cell.start()),
                        sum.billed(),
                        BigDecimal::add);
            }
        });
        return usage;
    }

    /// An export that was not grouped has one meter, which names neither model nor kind of tokens.
    private static Grain grain(Bill bill) {
        Set<Meter> meters = new HashSet<>();
        bill.totals.cells().keySet().stream().filter(BillCell::isModelUsage).forEach(cell -> meters.add(cell.meter()));
        boolean told = meters.stream()
                .anyMatch(
                        meter -> meter.model().isPresent() || meter.tokenKind().isPresent());
        return new Grain(bill.format, told || meters.size() > 1);
    }

    /// Models count more than kinds of tokens, those more than quantities.
    private static int fineness(BillTotals totals) {
        return totals.cells().keySet().stream()
                .filter(BillCell::isModelUsage)
                .mapToInt(cell -> (cell.meter().model().isPresent() ? 4 : 0)
                        + (cell.meter().tokenKind().isPresent() ? 2 : 0)
                        + (cell.quantified() ? 1 : 0))
                .max()
                .orElse(0);
    }
}
