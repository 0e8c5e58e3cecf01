package dev.batchable.price;

import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.profile.Usage;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// How much of a workload a month holds, from the days that were read.
///
/// A window of whole calendar months is divided by their number. Any other holds weekdays unevenly, so each
/// weekday gets its own mean over the observed days, and a month has 30.4375 ÷ 7 of each; how far that could be
/// off is found by a bootstrap over days ([WeekdayMean]). Work that does not recur has no month.
final class MonthlyProjection {
    private static final int THIN_DAYS = 7;
    private static final int MIN_WEEKS = 2;
    private static final int MIN_DAYS = 3;

    private final Window window;
    private final List<LocalDate> observed;

    MonthlyProjection(Window window, Set<LocalDate> observedDays) {
        this.window = window;
        this.observed = observedDays.stream().sorted().toList();
    }

    /// Month ÷ window.
    ///
    /// @param assumptions what it rests on, one sentence each
    record Projection(Range factor, List<String> assumptions) {
        Projection {
            assumptions = List.copyOf(assumptions);
        }
    }

    /// Declared where the policy says so; else active in two ISO weeks and on three days.
    static Recurrence recurrence(WorkloadProfile profile) {
        Optional<Boolean> declared = profile.rule().flatMap(WorkloadRule::recurring);
        if (declared.isPresent()) {
            return declared.get() ? Recurrence.RECURRING : Recurrence.ONE_OFF;
        }
        List<LocalDate> active = activeDays(profile);
        long weeks = active.stream().map(MonthlyProjection::week).distinct().count();
        return weeks >= MIN_WEEKS && active.size() >= MIN_DAYS ? Recurrence.RECURRING : Recurrence.ONE_OFF;
    }

    private static List<LocalDate> activeDays(WorkloadProfile profile) {
        return profile.usage().rows().values().stream()
                .flatMap(days -> days.entrySet().stream())
                .filter(day -> !day.getValue().equals(Usage.NONE))
                .map(day -> day.getKey())
                .distinct()
                .sorted()
                .toList();
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /// Projects one workload.
    ///
    /// @param daily spend of each day, days without spend left out
    Projection of(Recurrence recurrence, SortedMap<LocalDate, BigDecimal> daily) {
        BigDecimal total = daily.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (recurrence == Recurrence.ONE_OFF) {
            return new Projection(Range.ZERO, List.of("the work was not seen to recur: no monthly figure"));
        }
        if (total.signum() <= 0) {
            return new Projection(Range.ZERO, List.of("nothing was spent: no monthly figure"));
        }
        return isWholeMonths() ? byMonths() : byWeekdays(daily, total);
    }

    private boolean isWholeMonths() {
        return window.from().getDayOfMonth() == 1 && window.to().getDayOfMonth() == 1;
    }

    private Projection byMonths() {
        long months = window.from().until(window.to()).toTotalMonths();
        BigDecimal factor = BigDecimal.ONE.divide(BigDecimal.valueOf(months), Amounts.FACTOR);
        List<String> assumptions = new ArrayList<>();
        assumptions.add(
                months == 1
                        ? "a month is the window, one whole calendar month"
                        : "a month is the window of " + months + " calendar months divided by their number");
        long missing = window.days() - observed.size();
        if (missing > 0) {
            assumptions.add(
                    missing + " of " + window.days() + " days of the window were not observed: a month may hold more");
        }
        return new Projection(new Range(factor, factor, factor), assumptions);
    }

    private Projection byWeekdays(SortedMap<LocalDate, BigDecimal> daily, BigDecimal total) {
        List<LocalDate> days =
                observed.stream().anyMatch(day -> daily.containsKey(day)) ? observed : List.copyOf(daily.keySet());
        Range month = new WeekdayMean(days, daily).month();
        List<String> assumptions = new ArrayList<>();
        assumptions.add("a month is 30.4375 days of weekday means over " + days.size()
                + " observed day(s), with a 90 % range by resampling days");
        if (days.size() < THIN_DAYS) {
            assumptions.add("the monthly figure is thin: it rests on fewer than " + THIN_DAYS + " days");
        }
        return new Projection(
                new Range(ratio(month.low(), total), ratio(month.expected(), total), ratio(month.high(), total)),
                assumptions);
    }

    private static BigDecimal ratio(BigDecimal month, BigDecimal total) {
        return month.divide(total, Amounts.FACTOR);
    }
}
