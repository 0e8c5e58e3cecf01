package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.MonthlyProjection.Projection;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonthlyProjectionTest {
    private static final TestCalls CALL =
            TestCalls.of("anthropic", "claude-haiku-4-5").tokens(1_000_000, 0);

    private static Window window(String from, String to) {
        return new Window(LocalDate.parse(from), LocalDate.parse(to), ZoneOffset.UTC);
    }

    private static Set<LocalDate> days(Window window) {
        return window.from().datesUntil(window.to()).collect(Collectors.toSet());
    }

    private static SortedMap<LocalDate, BigDecimal> daily(Window window, long weekday, long weekend) {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        window.from()
                .datesUntil(window.to())
                .forEach(day -> daily.put(
                        day,
                        BigDecimal.valueOf(day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? weekend : weekday)));
        return daily;
    }

    private static Projection project(Window window, SortedMap<LocalDate, BigDecimal> daily) {
        return new MonthlyProjection(window, days(window)).of(Recurrence.RECURRING, daily);
    }

    @Test
    void dividesWholeMonthsByTheirNumber() {
        Window quarter = window("2026-08-01", "2026-11-01");
        Projection projection = project(quarter, daily(quarter, 10, 10));

        assertThat(projection.factor().expected()).isEqualByComparingTo("0.333333333333");
        assertThat(projection.factor().low()).isEqualTo(projection.factor().high());
    }

    @Test
    void saysWhichDaysOfAWholeMonthAreMissing() {
        Window october = window("2026-10-01", "2026-11-01");
        Projection projection =
                new MonthlyProjection(october, Set.of(TestWorkload.DAY)).of(Recurrence.RECURRING, daily(october, 1, 1));

        assertThat(projection.factor().expected()).isEqualByComparingTo("1");
        assertThat(projection.assumptions()).anyMatch(text -> text.startsWith("30 of 31 days"));
    }

    /// Monday 5 to Wednesday 14 October: eight weekdays at 10 and a weekend at 2, 84 in all. A mean week is
    /// 5 × 10 + 2 × 2 = 54, a month 54 × 30.4375 ÷ 7 = 234.8036; ÷ 84 = 2.795280612.
    @Test
    void weighsWeekdaysByTheMonthAndNotByTheWindow() {
        Window window = window("2026-10-05", "2026-10-15");
        Projection projection = project(window, daily(window, 10, 2));

        assertThat(projection.factor().expected()).isEqualByComparingTo("2.79528061224");
        assertThat(projection.factor().low()).isLessThan(projection.factor().expected());
        assertThat(projection.factor().high()).isGreaterThan(projection.factor().expected());
    }

    @Test
    void isCertainWhereAllDaysAreAlike() {
        Window window = window("2026-10-05", "2026-10-25");
        Range factor = project(window, daily(window, 10, 10)).factor();

        // 30.4375 ÷ 20 days.
        assertThat(factor.expected()).isEqualByComparingTo("1.521875");
        assertThat(factor.low()).isEqualByComparingTo("1.521875");
        assertThat(factor.high()).isEqualByComparingTo("1.521875");
    }

    @Test
    void leavesUnobservedDaysOutOfTheMean() {
        Window window = window("2026-10-05", "2026-10-13");
        SortedMap<LocalDate, BigDecimal> daily = daily(window, 10, 10);
        LocalDate cutOff = LocalDate.parse("2026-10-12");
        daily.put(cutOff, BigDecimal.ONE);
        Set<LocalDate> observed = days(window);
        observed.remove(cutOff);

        Range factor = new MonthlyProjection(window, observed)
                .of(Recurrence.RECURRING, daily)
                .factor();

        // 304.375 a month over the 71 that were read.
        assertThat(factor.expected()).isEqualByComparingTo("4.28697183099");
    }

    @Test
    void givesTheSameRangeEveryTime() {
        Window window = window("2026-10-05", "2026-10-15");

        assertThat(project(window, daily(window, 10, 2))).isEqualTo(project(window, daily(window, 10, 2)));
    }

    @Test
    void saysThatFewDaysAreThin() {
        Window six = window("2026-10-05", "2026-10-11");
        Window seven = window("2026-10-05", "2026-10-12");

        assertThat(project(six, daily(six, 1, 1)).assumptions()).anyMatch(text -> text.contains("thin"));
        assertThat(project(seven, daily(seven, 1, 1)).assumptions()).noneMatch(text -> text.contains("thin"));
    }

    @Test
    void projectsFromTheDaysItHasWhereNoneWasWhollyObserved() {
        Window window = window("2026-10-05", "2026-10-07");
        Projection projection = new MonthlyProjection(window, Set.of()).of(Recurrence.RECURRING, daily(window, 7, 7));

        assertThat(projection.factor().expected()).isEqualByComparingTo("15.21875");
    }

    @Test
    void hasNoMonthForAOneOffOrForNothing() {
        Window window = window("2026-10-05", "2026-10-15");
        MonthlyProjection projection = new MonthlyProjection(window, days(window));

        assertThat(projection.of(Recurrence.ONE_OFF, daily(window, 1, 1)).factor())
                .isEqualTo(Range.ZERO);
        assertThat(projection.of(Recurrence.RECURRING, new TreeMap<>()).factor())
                .isEqualTo(Range.ZERO);
    }

    @Test
    void recursWhereItWasActiveInTwoWeeksOnThreeDays() {
        // Sunday 4, Monday 5 and Tuesday 6 October lie in two ISO weeks.
        assertThat(recurrence("2026-10-04", "2026-10-05", "2026-10-06")).isEqualTo(Recurrence.RECURRING);
        assertThat(recurrence("2026-10-05", "2026-10-06", "2026-10-07")).isEqualTo(Recurrence.ONE_OFF);
        assertThat(recurrence("2026-10-05", "2026-10-12")).isEqualTo(Recurrence.ONE_OFF);
        assertThat(recurrence()).isEqualTo(Recurrence.ONE_OFF);
    }

    private static Recurrence recurrence(String... days) {
        TestWorkload workload = new TestWorkload("any").recurring(Optional.empty());
        List.of(days).forEach(day -> workload.on(LocalDate.parse(day), CALL));
        return MonthlyProjection.recurrence(workload.build());
    }

    @Test
    void believesADeclaration() {
        TestWorkload once = TestWorkload.of(CALL);

        assertThat(MonthlyProjection.recurrence(
                        once.recurring(Optional.of(true)).build()))
                .isEqualTo(Recurrence.RECURRING);
        assertThat(MonthlyProjection.recurrence(
                        once.recurring(Optional.of(false)).build()))
                .isEqualTo(Recurrence.ONE_OFF);
    }

    @Test
    void aOneOffSavesInTheWindowButNotAMonth() {
        RatedWorkload workload = TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(TestWorkload.of(CALL).recurring(Optional.empty())))
                .workloads()
                .get(0);
        Saving saving = ((TargetRating.Rated) workload.targets().get(1)).within(java.time.Duration.ofHours(24));

        assertThat(workload.monthlyRealtime()).isZero();
        assertThat(saving.window().high()).isEqualByComparingTo("0.50");
        assertThat(saving.monthly().high()).isZero();
        assertThat(workload.assumptions()).anyMatch(text -> text.contains("not seen to recur"));
    }

    @Test
    void projectsBatchOnlyWorkAndUnpricedWorkFromWhatItHas() {
        Window ten = window("2026-10-05", "2026-10-15");
        List<LocalDate> days = ten.from().datesUntil(ten.to()).toList();
        TestWorkload batch = new TestWorkload("batch").onEach(days, CALL.tier(dev.batchable.record.Tier.BATCH));
        TestWorkload unpriced = new TestWorkload("unpriced")
                .onEach(days, TestCalls.of("openai", "gpt-99").tokens(1, 1));

        assertThat(TestWorkload.rating(CostMode.AUTO)
                        .rate(TestWorkload.profile(ten, batch, unpriced))
                        .workloads())
                .allSatisfy(workload ->
                        assertThat(workload.monthlyFactor().expected()).isEqualByComparingTo("3.04375"));
    }
}
