package dev.batchable.price.reconciliation;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Explains the entries of a bill by what the logs hold, day by day. Nothing is used twice.
///
/// Problem: summed over a month, calls missing from the logs on one day hide behind calls logged twice on another; but
/// compared by day alone, work that begins on one day and is billed on the next appears as missing and as too much.
/// Logs tell when a batch was submitted, bills when it ended. Method: four passes over the entries in the order of
/// their days: the same tier and kind of the same day; then where one side does not tell tier or kind; then, by the
/// same two rules, what the day before left over. A batch counts as of the same day if it was submitted no more days
/// before than the provider gives itself, the oldest first, which among equal entries explains as much as any choice
/// could. Of all other calls at most a twenty-fourth of an entry may have begun the day before, since hardly any call
/// lasts an hour. Consequence: what remains open was billed and not logged in any way that it could have been, and what
/// remains unused was logged and never billed.
final class DayMatch {
    /// An hour of a day.
    private static final BigDecimal HOURS = BigDecimal.valueOf(24);

    private final SortedMap<LocalDate, List<Supply>> byDay = new TreeMap<>();
    private final List<Demand> demands;
    private final long batchDays;

    /// @param demands in the order of their days
    /// @param batchDays days from the submission of a batch to its end, at most
    private DayMatch(List<Demand> demands, List<Supply> supplies, long batchDays) {
        this.demands = demands;
        this.batchDays = batchDays;
        for (Supply supply : supplies) {
            byDay.computeIfAbsent(supply.place().day(), unseen -> new ArrayList<>())
                    .add(supply);
        }
    }

    static void lay(List<Demand> demands, List<Supply> supplies, long batchDays) {
        DayMatch match = new DayMatch(demands, supplies, batchDays);
        match.sameDays(DayMatch::isSame);
        match.sameDays(DayMatch::isCompatible);
        match.dayBefore(DayMatch::isSame);
        match.dayBefore(DayMatch::isCompatible);
    }

    private static boolean isSame(Demand demand, Supply supply) {
        return demand.place().tier() == supply.place().tier()
                && demand.place().kind().equals(supply.place().kind());
    }

    private static boolean isCompatible(Demand demand, Supply supply) {
        Tier billed = demand.place().tier();
        Tier logged = supply.place().tier();
        boolean tier = billed == logged || billed == Tier.UNKNOWN || logged == Tier.UNKNOWN;
        return tier
                && (demand.place().kind().isEmpty()
                        || demand.place().kind().equals(supply.place().kind()));
    }

    /// The oldest first, so that of jobs that each end a day later none is left for a day that is out of reach.
    private void sameDays(BiPredicate<Demand, Supply> fits) {
        for (Demand demand : demands) {
            BillDay day = demand.place().day();
            for (Supply supply : between(day.from().minusDays(batchDays), day.last())) {
                boolean inReach = isBatch(supply) || !supply.place().day().isBefore(day.from());
                if (inReach && fits.test(demand, supply)) {
                    take(demand, supply, demand.open().min(supply.left()));
                }
            }
        }
    }

    private void dayBefore(BiPredicate<Demand, Supply> fits) {
        for (Demand demand : demands) {
            LocalDate before = demand.place().day().from().minusDays(1);
            BigDecimal anHour = demand.size().divide(HOURS, MathContext.DECIMAL64);
            for (Supply supply : between(before, before)) {
                if (!isBatch(supply) && fits.test(demand, supply)) {
                    BigDecimal limit = anHour.subtract(demand.matchedEarlier());
                    take(demand, supply, demand.open().min(supply.left()).min(limit));
                }
            }
        }
    }

    private static boolean isBatch(Supply supply) {
        return supply.place().tier() == Tier.BATCH;
    }

    private static void take(Demand demand, Supply supply, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return;
        }
        if (supply.place().day().isBefore(demand.place().day().from())) {
            demand.takeEarlier(supply, quantity);
        } else {
            demand.take(supply, quantity);
        }
    }

    private List<Supply> between(LocalDate from, LocalDate last) {
        return byDay.subMap(from, last.plusDays(1)).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
