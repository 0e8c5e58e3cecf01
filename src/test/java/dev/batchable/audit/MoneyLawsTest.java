package dev.batchable.audit;

import static dev.batchable.audit.RandomLog.NOVEMBER;
import static dev.batchable.audit.RandomLog.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.audit.LogRows.Call;
import dev.batchable.audit.RandomLog.Entry;
import dev.batchable.price.TestPrices;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How amounts must move when the log does, on logs drawn from seeds.
class MoneyLawsTest {
    /// Divisions are rounded at the twelfth decimal, and a report adds up some hundred of them.
    private static final BigDecimal ROUNDING = new BigDecimal("0.00000001");

    private static AuditReport report(List<Entry> entries) {
        return report(entries, OCTOBER, NOVEMBER);
    }

    private static AuditReport report(List<Entry> entries, LocalDate since, LocalDate until) {
        return new Audited(TestPrices.book(), Audited.policy(RandomLog.policy()), since, until)
                .report(RandomLog.text(entries));
    }

    private static Map<String, SavingReport> savings(AuditReport report) {
        return report.workloads().stream()
                .filter(workload -> workload.saving().isPresent())
                .collect(Collectors.toMap(
                        WorkloadReport::name, workload -> workload.saving().orElseThrow()));
    }

    private static SavingReport saving(AuditReport report, String name) {
        return report.workload(name).flatMap(WorkloadReport::saving).orElseThrow();
    }

    private static void assertClose(Estimate found, Estimate expected, BigDecimal tolerance, String what) {
        assertClose(found.low(), expected.low(), tolerance, what);
        assertClose(found.expected(), expected.expected(), tolerance, what);
        assertClose(found.high(), expected.high(), tolerance, what);
    }

    private static void assertClose(BigDecimal found, BigDecimal expected, BigDecimal tolerance, String what) {
        assertThat(found.subtract(expected).abs())
                .as(what + ": " + found + " for " + expected)
                .isLessThan(tolerance);
    }

    private static Estimate twice(Estimate estimate) {
        return estimate.plus(estimate);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twiceEveryCallIsTwiceTheSpendAndTheSaving(long seed) {
        List<Entry> once = new RandomLog(seed).draw(OCTOBER, NOVEMBER, true);
        List<Entry> twice = new ArrayList<>(once);
        twice.addAll(once);
        AuditReport single = report(once);
        AuditReport doubled = report(twice);

        assertClose(
                doubled.totals().spend().total(),
                single.totals().spend().total().add(single.totals().spend().total()),
                ROUNDING,
                "spend");
        assertThat(savings(single)).isNotEmpty();
        savings(single)
                .forEach((name, saving) ->
                        assertClose(saving(doubled, name).window(), twice(saving.window()), ROUNDING, name));
        assertClose(doubled.savings().window(), twice(single.savings().window()), ROUNDING, "all");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void peopleWhoCallBesideChangeNobodysSaving(long seed) {
        List<Entry> alone = new RandomLog(seed).draw(OCTOBER, NOVEMBER, true);
        List<Entry> withPeople = new ArrayList<>(alone);
        Call chat = Call.of("support-chat", "openai/gpt-5.6", 30_000, 700);
        for (int day = 0; day < 31; day++) {
            for (int i = 0; i < 20; i++) {
                withPeople.add(new Entry(
                        OCTOBER.plusDays(day)
                                .atTime(9, 0)
                                .toInstant(ZoneOffset.UTC)
                                .plusSeconds(1_000L * i + seed * i * i),
                        chat));
            }
        }
        Map<String, SavingReport> before = savings(report(alone));
        Map<String, SavingReport> after = savings(report(withPeople));

        assertThat(after).containsKey("support-chat");
        after.remove("support-chat");
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void monthsAddUp(long seed) {
        monthsAddUp(new RandomLog(seed), false, ROUNDING);
    }

    /// A logged cost is told apart by kind in proportion to the tokens of the whole window: months of another
    /// mixture add up a little differently, most of all where costs have nothing to do with tokens, as here.
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void monthsOfLoggedCostsAddUpNearly(long seed) {
        monthsAddUp(new RandomLog(seed), true, new BigDecimal("0.01"));
    }

    private static void monthsAddUp(RandomLog log, boolean logged, BigDecimal tolerance) {
        LocalDate september = LocalDate.of(2026, 9, 1);
        List<Entry> both = log.draw(september, NOVEMBER, logged);
        AuditReport first = report(both, september, OCTOBER);
        AuditReport second = report(both, OCTOBER, NOVEMBER);
        AuditReport whole = report(both, september, NOVEMBER);

        assertClose(
                whole.totals().spend().total(),
                first.totals().spend().total().add(second.totals().spend().total()),
                ROUNDING,
                "spend");
        savings(whole).forEach((name, saving) -> {
            SavingReport one = saving(first, name);
            SavingReport other = saving(second, name);
            assertClose(saving.window(), one.window().plus(other.window()), tolerance, name);
            assertClose(twice(saving.monthly()), one.monthly().plus(other.monthly()), tolerance, name + " a month");
        });
        assertClose(
                whole.savings().window(),
                first.savings().window().plus(second.savings().window()),
                tolerance,
                "all");
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void moneyOfAnotherCurrencyIsInNoFigureOfThisOne(long seed) {
        List<Entry> dollars = new RandomLog(seed).draw(OCTOBER, NOVEMBER, true);
        AuditReport little = report(with(dollars, "3 EUR"));
        AuditReport much = report(with(dollars, "3000 EUR"));

        assertThat(much.totals().spend()).isEqualTo(little.totals().spend());
        assertThat(much.savings()).isEqualTo(little.savings());
        assertThat(much.appendix().byOwner()).isEqualTo(little.appendix().byOwner());
        assertThat(much.appendix().foreignSpend().get(0).amount().amount())
                .isEqualByComparingTo(little.appendix()
                        .foreignSpend()
                        .get(0)
                        .amount()
                        .amount()
                        .multiply(BigDecimal.valueOf(1_000)));
        assertThat(report(dollars).totals().spend().total())
                .isEqualByComparingTo(little.totals().spend().total());
    }

    private static List<Entry> with(List<Entry> entries, String cost) {
        List<Entry> all = new ArrayList<>(entries);
        for (int day = 0; day < 31; day++) {
            all.add(new Entry(
                    OCTOBER.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC),
                    Call.of("w0", "openai/gpt-4o-mini", 1_000, 10).logged(cost)));
        }
        return all;
    }
}
