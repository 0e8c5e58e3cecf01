package dev.batchable.price.reconciliation;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Explains the entries of a bill by what the logs hold, day by day. Nothing is used twice.
///
/// Problem: summed over a month, calls missing from the logs on one day hide behind calls logged twice on another; but
/// compared by day alone, work that begins on one day and is billed on the next appears as missing and as too much.
/// Logs
/// tell when a batch was submitted, bills when it ended. Method: four passes over the entries in the order of their
/// days: the same tier and kind of the same day; then where one side does not tell tier or kind; then what was logged
/// earlier and is not used, the oldest first, by the same two rules. Batches may have been submitted as many days
/// before
/// as the provider gives itself; of all others at most a twenty-fourth of an entry may have begun the day before, since
/// hardly any call lasts an hour. Consequence: what remains open was billed and not logged in any way that it could
/// have
/// been, and what remains unused was logged and never billed.
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
        supplies.forEach(supply -> byDay.merge(
                supply.place().day(),
                List.of(supply),
                (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                        .toList()));
    }

    static void lay(List<Demand> demands, List<Supply> supplies, long batchDays) {
        DayMatch match = new DayMatch(demands, supplies, batchDays);
        match.sameDays(DayMatch::isSame);
        match.sameDays(DayMatch::isCompatible);
        match.earlierDays(DayMatch::isSame);
        match.earlierDays(DayMatch::isCompatible);
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

    private void sameDays(BiPredicate<Demand, Supply> fits) {
        for (Demand demand : demands) {
            BillDay day = demand.place().day();
            for (Supply supply : between(day.from(), day.last())) {
                if (fits.test(demand, supply)) {
                    BigDecimal taken = demand.open().min(supply.left());
                    if (taken.signum() > 0) {
                        demand.take(supply, taken);
                    }
                }
            }
        }
    }

    private void earlierDays(BiPredicate<Demand, Supply> fits) {
        for (Demand demand : demands) {
            LocalDate from = demand.place().day().from();
            for (Supply supply : between(from.minusDays(Math.max(1, batchDays)), from.minusDays(1))) {
                if (fits.test(demand, supply)) {
                    BigDecimal taken = demand.open().min(supply.left()).min(limit(demand, supply));
                    if (taken.signum() > 0) {
                        demand.takeEarlier(supply, taken);
                    }
                }
            }
        }
    }

    private BigDecimal limit(Demand demand, Supply supply) {
        if (supply.place().tier() == Tier.BATCH) {
            return demand.open();
        }
        boolean dayBefore =
                supply.place().day().equals(demand.place().day().from().minusDays(1));
        BigDecimal anHour = demand.size().divide(HOURS, MathContext.DECIMAL64);
        return dayBefore ? anHour.subtract(demand.matchedEarlier()) : BigDecimal.ZERO;
    }

    private List<Supply> between(LocalDate from, LocalDate last) {
        return byDay.subMap(from, last.plusDays(1)).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
