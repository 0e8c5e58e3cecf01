package dev.batchable.price.bill;

import dev.batchable.record.Meter;
import dev.batchable.record.Tier;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes each charge from one bill where several bills tell the same.
///
/// Problem: a provider's costs come from its API and from its console, grouped and ungrouped, and from the cloud's
/// bill in two layouts; loaded together they double the money, and no ids meet. Method: bills of one layout and,
/// for a provider, of one grain are parts of one bill. Where two such bills hold model usage of one provider,
/// currency and day, the one that tells it more finely (models, then token kinds, tiers and quantities) is the bill
/// of that day, and the lines of the other one are the control. Consequence: every line stands in the sum once or in
/// the control once, other providers of a bill are not touched, and what the two bills differ by is told.
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
    /// @param amortised path → those of `lines` that spread the price of a commitment which another bill lists
    public record Resolved(
            BillTotals bill,
            SortedMap<String, Long> lines,
            List<Control> controls,
            SortedMap<String, Long> amortised) {}

    /// Bills that are parts of one for a provider: of one layout, and grouped or not.
    private record Grain(String format, String provider, boolean grouped) {}

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

    private record Slot(String provider, String currency, Instant day) {
        static Slot of(BillCell cell) {
            return new Slot(cell.meter().provider(), cell.currency(), cell.start());
        }
    }

    /// A bill by what it tells of the models of each provider.
    private record Told(Bill bill, Map<Slot, BigDecimal> usage, Map<String, Ranked> ranks) {
        static Told of(Bill bill) {
            Map<String, List<BillCell>> byProvider = bill.totals.cells().keySet().stream()
                    .filter(BillCell::isModelUsage)
                    .collect(Collectors.groupingBy(cell -> cell.meter().provider()));
            Map<String, Ranked> ranks = new HashMap<>();
            byProvider.forEach((provider, cells) -> ranks.put(
                    provider, new Ranked(new Grain(bill.format, provider, isGrouped(cells)), fineness(cells))));
            return new Told(bill, modelUsage(bill.totals), ranks);
        }

        Grain grain(Slot slot) {
            return ranks.getOrDefault(slot.provider, NOTHING).grain;
        }

        private static final Ranked NOTHING = new Ranked(new Grain("", "", false), 0);
    }

    public static Resolved resolve(Collection<Bill> bills) {
        AmortisedCosts actual = new AmortisedCosts(bills);
        List<Told> all = actual.kept().stream()
                .sorted(Comparator.comparing(Bill::path))
                .map(Told::of)
                .toList();
        Map<Grain, Integer> fineness = new HashMap<>();
        all.forEach(told -> told.ranks.values().forEach(rank -> fineness.merge(rank.grain, rank.fineness, Math::max)));
        Map<Slot, Ranked> best = new HashMap<>();
        all.forEach(told -> told.usage
                .keySet()
                .forEach(slot -> best.merge(
                        slot,
                        new Ranked(told.grain(slot), fineness.getOrDefault(told.grain(slot), 0)),
                        Ranked::finer)));
        Map<Slot, Grain> finest = new HashMap<>();
        best.forEach((slot, ranked) -> finest.put(slot, ranked.grain));
        return sum(all, finest, actual.dropped());
    }

    private static Map<Slot, BigDecimal> counted(List<Told> all, Map<Slot, Grain> finest) {
        Map<Slot, BigDecimal> counted = new HashMap<>();
        for (Told told : all) {
            told.usage.forEach((slot, amount) -> {
                if (told.grain(slot).equals(finest.get(slot))) {
                    counted.merge(slot, amount, BigDecimal::add);
                }
            });
        }
        return counted;
    }

    private static Resolved sum(List<Told> all, Map<Slot, Grain> finest, SortedMap<String, Long> amortised) {
        Map<Slot, BigDecimal> counted = counted(all, finest);
        BillTotals sum = new BillTotals(new TreeMap<>());
        SortedMap<String, Long> lines = new TreeMap<>(amortised);
        List<Control> controls = new ArrayList<>();
        for (Told told : all) {
            Map<Slot, BigDecimal> controlled = new HashMap<>(told.usage);
            controlled.keySet().removeIf(slot -> told.grain(slot).equals(finest.get(slot)));
            BillTotals kept = kept(told, controlled.keySet());
            long dropped = told.bill.totals.lines() - kept.lines();
            if (dropped > 0) {
                lines.merge(told.bill.path, dropped, Long::sum);
                controls.addAll(controls(told.bill.path, dropped, controlled, counted));
            }
            sum = sum.plus(kept);
        }
        return new Resolved(sum, lines, controls, amortised);
    }

    /// Taxes, credits and other services go with the model usage of their day, unless some of that is counted here.
    private static BillTotals kept(Told told, Set<Slot> controlled) {
        Set<Instant> days = days(controlled.stream());
        days.removeAll(days(told.usage.keySet().stream().filter(slot -> !controlled.contains(slot))));
        return told.bill.totals.where(
                cell -> cell.isModelUsage() ? !controlled.contains(Slot.of(cell)) : !days.contains(cell.start()));
    }

    private static Set<Instant> days(Stream<Slot> slots) {
        return slots.map(Slot::day).collect(Collectors.toCollection(HashSet::new));
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
                usage.merge(Slot.of(cell), sum.billed(), BigDecimal::add);
            }
        });
        return usage;
    }

    /// An export that was not grouped has one meter, which names neither model nor kind of tokens.
    private static boolean isGrouped(List<BillCell> cells) {
        Set<Meter> meters = new HashSet<>();
        cells.forEach(cell -> meters.add(cell.meter()));
        return meters.size() > 1
                || meters.stream()
                        .anyMatch(meter ->
                                meter.model().isPresent() || meter.tokenKind().isPresent());
    }

    /// Models count more than kinds of tokens, those more than tiers told throughout, those more than quantities.
    private static int fineness(List<BillCell> cells) {
        int tiers = cells.stream().allMatch(cell -> cell.meter().tier() != Tier.UNKNOWN) ? 2 : 0;
        return tiers
                + cells.stream()
                        .mapToInt(cell -> (cell.meter().model().isPresent() ? 8 : 0)
                                + (cell.meter().tokenKind().isPresent() ? 4 : 0)
                                + (cell.quantified() ? 1 : 0))
                        .max()
                        .orElse(0);
    }
}
