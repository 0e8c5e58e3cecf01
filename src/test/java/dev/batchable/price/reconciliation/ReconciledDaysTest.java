package dev.batchable.price.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.CostMode;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.TestCalls;
import dev.batchable.price.TestPrices;
import dev.batchable.price.TestWorkload;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.TestBill;
import dev.batchable.price.reconciliation.Reconciliation.ByDay;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.record.Funding;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Bill and logs laid day against day.
class ReconciledDaysTest {
    private static final long MILLION = 1_000_000;
    private static final TestCalls STANDARD = TestCalls.of("openai", "gpt-5.6").tokens(MILLION, 0);
    private static final TestCalls BATCH = STANDARD.tier(Tier.BATCH);

    private static LocalDate october(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static TestBill billed(int day, String usd, long tokens) {
        return TestBill.of("openai", "gpt-5.6", usd)
                .tokens(tokens)
                .from(october(day) + "T00:00:00Z", Duration.ofDays(1));
    }

    private static Reconciliation reconcile(Window window, List<TestWorkload> logs, TestBill... lines) {
        BillBuilder builder = new BillBuilder(window.zone());
        Arrays.stream(lines).map(TestBill::line).forEach(builder::add);
        List<RatedWorkload> rated = TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(window, logs.toArray(new TestWorkload[0])))
                .workloads();
        return new Reconciler(TestPrices.book(), window, "USD")
                .reconcile(builder.build(), rated, currency -> Optional.of(BigDecimal.ONE));
    }

    private static Reconciliation reconcile(TestWorkload logs, TestBill... lines) {
        return reconcile(TestWorkload.OCTOBER, List.of(logs), lines);
    }

    private static List<String> days(Reconciliation found) {
        return found.detail().byDay().stream().map(ReconciledDaysTest::text).toList();
    }

    private static String text(ByDay day) {
        return day.day() + ": " + plain(day.billed()) + " billed, " + plain(day.logged()) + " logged, "
                + plain(day.explained()) + " explained, "
                + day.reason().map(Reason::text).orElse("-");
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /// Three nightly jobs of a million tokens, submitted at 23:00 and ended after midnight, at half of 2 USD. The job
    /// of
    /// 30 September is billed on the first day of the window, that of 31 October in November.
    @Test
    void explainsABatchByTheDayItWasSubmitted() {
        Reconciliation found = reconcile(
                new TestWorkload("nightly")
                        .on(october(15), BATCH)
                        .on(october(16), BATCH)
                        .on(october(31), BATCH),
                billed(1, "1", MILLION).tier(Tier.BATCH),
                billed(16, "1", MILLION).tier(Tier.BATCH),
                billed(17, "1", MILLION).tier(Tier.BATCH));

        assertThat(days(found))
                .containsExactly(
                        "2026-10-01: 1 billed, 0 logged, 0 explained, day boundary shift",
                        "2026-10-15: 0 billed, 1 logged, 0 explained, day boundary shift",
                        "2026-10-16: 1 billed, 1 logged, 1 explained, -",
                        "2026-10-17: 1 billed, 0 logged, 1 explained, day boundary shift",
                        "2026-10-31: 0 billed, 1 logged, 0 explained, day boundary shift");
        assertThat(found.totals().loggedAboveBilled()).isZero();
        assertThat(found.residuals())
                .extracting(Reconciliation.Residual::reason)
                .containsExactly(Reason.DAY_BOUNDARY_SHIFT);
        assertThat(found.totals().residual()).isEqualByComparingTo("1");
    }

    @Test
    void doesNotExplainABatchByOneThatEndedLongBefore() {
        Reconciliation found = reconcile(
                new TestWorkload("nightly").on(october(10), BATCH),
                billed(13, "1", MILLION).tier(Tier.BATCH));

        assertThat(days(found))
                .containsExactly(
                        "2026-10-10: 0 billed, 1 logged, 0 explained, logged above billed",
                        "2026-10-13: 1 billed, 0 logged, 0 explained, missing logs");
        assertThat(found.totals().loggedAboveBilled()).isEqualByComparingTo("1");
    }

    @Test
    void doesNotHideMissingLogsBehindAnotherDay() {
        Reconciliation found = reconcile(
                new TestWorkload("chat").on(october(5), STANDARD.tokens(2 * MILLION, 0)),
                billed(5, "2", MILLION),
                billed(7, "2", MILLION));

        assertThat(days(found))
                .containsExactly(
                        "2026-10-05: 2 billed, 4 logged, 2 explained, logged above billed",
                        "2026-10-07: 2 billed, 0 logged, 0 explained, missing logs");
    }

    /// Of 2.4M tokens at most a twenty-fourth began the day before.
    @Test
    void letsCallsRunOverMidnight() {
        TestWorkload logs = new TestWorkload("chat")
                .on(october(5), STANDARD.tokens(MILLION + 200_000, 0))
                .on(october(6), STANDARD.tokens(2_200_000, 0));
        Reconciliation found = reconcile(logs, billed(5, "2", MILLION), billed(6, "4.80", 2_400_000));

        assertThat(found.totals().explained()).isEqualByComparingTo("6.60");
        assertThat(found.totals().residual()).isEqualByComparingTo("0.20");
        assertThat(found.totals().loggedAboveBilled()).isEqualByComparingTo("0.20");
    }

    @Test
    void laysADayOfCaliforniaAgainstBothDaysItLiesIn() {
        TestCalls gemini = TestCalls.of("gemini", "gemini-9").tokens(MILLION, 0).logged("2", "USD");
        Reconciliation found = reconcile(
                new TestWorkload("tagging").on(october(6), gemini),
                TestBill.of("gemini", "gemini-9", "2")
                        .tokens(MILLION)
                        .from("2026-10-05T07:00:00Z", Duration.ofDays(1)));

        assertThat(found.totals().explained()).isEqualByComparingTo("2");
        ByDay day = found.detail().byDay().get(0);
        assertThat(day.day()).isEqualTo(october(5));
        assertThat(day.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(day.exact()).isFalse();
    }

    @Test
    void makesOneDayOfABillByTheMonth() {
        TestBill month = TestBill.of("openai", "gpt-5.6", "4")
                .tokens(2 * MILLION)
                .from("2026-10-01T00:00:00Z", Duration.ofDays(31));
        Reconciliation found =
                reconcile(new TestWorkload("chat").on(october(5), STANDARD).on(october(25), STANDARD), month);

        assertThat(days(found)).containsExactly("2026-10-01: 4 billed, 4 logged, 4 explained, -");
        assertThat(found.detail().byDay().get(0).days()).isEqualTo(31);
    }

    @Test
    void listsWhatNoMoveLowers() {
        Reconciliation found = reconcile(
                new TestWorkload("chat").on(october(5), STANDARD),
                billed(5, "2", MILLION),
                billed(5, "0", MILLION),
                billed(6, "24", 0).tier(Tier.PROVISIONED),
                billed(7, "0", MILLION).fundedBy(Funding.COMMITTED));

        assertThat(found.detail().sunk())
                .extracting(Reconciliation.Sunk::funding)
                .containsExactly(Funding.PROVISIONED, Funding.COMMITTED, Funding.FREE);
        assertThat(found.totals().billed()).isEqualByComparingTo("26");
    }
}
