package dev.batchable.price.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.batchable.price.CostMode;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.TestCalls;
import dev.batchable.price.TestPrices;
import dev.batchable.price.TestWorkload;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.bill.TestBill;
import dev.batchable.price.reconciliation.Reconciliation.ByModel;
import dev.batchable.price.reconciliation.Reconciliation.MatchedBy;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private static final long MILLION = 1_000_000;
    /// 2 USD at catalog prices.
    private static final TestCalls GPT = TestCalls.of("openai", "gpt-5.6").tokens(MILLION, 0);

    private static BillTotals bill(TestBill... lines) {
        BillBuilder builder = new BillBuilder(ZoneOffset.UTC);
        Arrays.stream(lines).map(TestBill::line).forEach(builder::add);
        return builder.build();
    }

    private static List<RatedWorkload> logs(TestCalls... calls) {
        return TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(TestWorkload.of(calls)))
                .workloads();
    }

    private static Reconciliation reconcile(BillTotals bill, TestCalls... calls) {
        return new Reconciler(TestPrices.book(), TestWorkload.OCTOBER, "USD")
                .reconcile(bill, logs(calls), currency -> Optional.of(BigDecimal.ONE));
    }

    private static ByModel only(Reconciliation reconciliation) {
        assertThat(reconciliation.byModel()).hasSize(1);
        return reconciliation.byModel().get(0);
    }

    private static void assertTotals(Reconciliation found, String billed, String explained, String residual) {
        assertThat(found.totals().billed()).isEqualByComparingTo(billed);
        assertThat(found.totals().explained()).isEqualByComparingTo(explained);
        assertThat(found.totals().residual()).isEqualByComparingTo(residual);
    }

    private static void assertResidual(Reconciliation found, Reason reason, String amount) {
        assertThat(found.residuals()).hasSize(1);
        assertThat(found.residuals().get(0).reason()).isEqualTo(reason);
        assertThat(found.residuals().get(0).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void callsCapacityThatNobodyUsedCovered() {
        TestBill hours = TestBill.of("openai", "gpt-5.6", "24").tier(Tier.PROVISIONED);

        assertResidual(reconcile(bill(hours), GPT.tier(Tier.PROVISIONED).logged("2", "USD")), Reason.COVERED, "22");
    }

    @Test
    void agreesWhereTokensAgree() {
        Reconciliation found =
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION)), GPT);

        assertTotals(found, "2", "2", "0");
        assertThat(found.residuals()).isEmpty();
        assertThat(only(found).matchedBy()).isEqualTo(MatchedBy.QUANTITY);
        assertThat(only(found).reason()).isEmpty();
        assertThat(only(found).difference()).isZero();
        assertCoverage(found, "1", true);
        assertThat(found.fittingWindow()).isEmpty();
    }

    @Test
    void aDiscountHidesNoMissingTraffic() {
        // Half off: 2M tokens billed at 2 USD. The logs hold 1M, at the list price of 2 USD: amounts agree, but
        // half of the traffic is missing.
        Reconciliation found =
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "2").tokens(2 * MILLION)), GPT);

        assertTotals(found, "2", "1", "1");
        assertResidual(found, Reason.MISSING_LOGS, "1");
        assertCoverage(found, "0.5", true);
    }

    @Test
    void namesADiscountWhereTokensAgree() {
        Reconciliation found =
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "1.60").tokens(MILLION)), GPT);

        assertTotals(found, "1.60", "1.60", "0");
        assertThat(only(found).reason()).contains(Reason.DISCOUNT);
        assertThat(only(found).difference()).isEqualByComparingTo("-0.40");
        assertThat(only(reconcile(bill(TestBill.of("openai", "gpt-5.6", "2.60").tokens(MILLION)), GPT))
                        .reason())
                .contains(Reason.PRICE_DIFFERENCE);
    }

    @Test
    void givesLoggedAboveBilledAnAmountOfItsOwn() {
        Reconciliation found = reconcile(
                bill(TestBill.of("openai", "gpt-5.6", "1.60").tokens(MILLION)), GPT.tokens(3 * MILLION, MILLION));

        assertTotals(found, "1.60", "1.60", "0");
        // 2M input at the billed 1.60, and 1M output, which the bill has not, at the logged 8.
        assertThat(found.totals().loggedAboveBilled()).isEqualByComparingTo("11.20");
        assertThat(only(found).reason()).contains(Reason.LOGGED_ABOVE_BILLED);
    }

    @Test
    void findsAModelUnderItsOtherNames() {
        Reconciliation found = reconcile(
                bill(
                        TestBill.of("anthropic", "Claude Haiku 4.5", "1").tokens(MILLION),
                        TestBill.of("openai", "gpt-99-2026-01-01", "3").tokens(7)),
                TestCalls.of("anthropic", "claude-haiku-4-5-20251001").tokens(MILLION, 0),
                TestCalls.of("openai", "gpt-99").tokens(7, 0));

        assertTotals(found, "4", "4", "0");
        assertThat(found.byModel())
                .extracting(ByModel::model)
                .containsExactly(Optional.of("claude-haiku-4-5"), Optional.of("gpt-99"));
        // Tokens agree, but the logs have no price to compare.
        assertThat(found.byModel().get(1).reason()).contains(Reason.UNPRICED_MODEL);
    }

    @Test
    void fitsLogsToABillThatDoesNotTellTierOrKind() {
        Reconciliation found = reconcile(
                bill(TestBill.of("openai", "gpt-5.6", "5")
                        .tokens(2 * MILLION)
                        .tier(Tier.UNKNOWN)
                        .withoutKind()),
                GPT,
                GPT.tier(Tier.BATCH));

        assertTotals(found, "5", "5", "0");
    }

    @Test
    void prefersTheSameTierBeforeAnUnknownOne() {
        Reconciliation found = reconcile(
                bill(
                        TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION),
                        TestBill.of("openai", "gpt-5.6", "1").tokens(MILLION).tier(Tier.BATCH)),
                GPT,
                GPT.tier(Tier.UNKNOWN));

        assertTotals(found, "3", "3", "0");
        assertThat(found.totals().loggedAboveBilled()).isZero();
    }

    @Test
    void doesNotExplainBatchByStandardTraffic() {
        Reconciliation found = reconcile(
                bill(TestBill.of("openai", "gpt-5.6", "1").tokens(MILLION).tier(Tier.BATCH)), GPT);

        assertResidual(found, Reason.MISSING_LOGS, "1");
        assertThat(found.totals().loggedAboveBilled()).isEqualByComparingTo("2");
    }

    @Test
    void callsAWholeBatchOnTheFirstDayADayBoundaryShift() {
        TestBill batch = TestBill.of("openai", "gpt-5.6", "1").tokens(MILLION).tier(Tier.BATCH);
        TestBill first = batch.from("2026-10-01T00:00:00Z", Duration.ofDays(1));

        assertResidual(reconcile(bill(first, batch), GPT.tier(Tier.BATCH)), Reason.DAY_BOUNDARY_SHIFT, "1");
        assertResidual(reconcile(bill(first, batch)), Reason.MISSING_LOGS, "2");
    }

    @Test
    void callsDifferencesOfRoundingRounding() {
        // 100 of 1M tokens are 0.01 %: 0.0002 of 2.000 USD.
        assertResidual(
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "2.000").tokens(MILLION)), GPT.tokens(999_900, 0)),
                Reason.ROUNDING,
                "0.0002");
        // A bill in cents may be off by half a cent a line.
        assertResidual(
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "2.01")), GPT.logged("2.005", "USD")),
                Reason.ROUNDING,
                "0.005");
    }

    @Test
    void comparesAmountsWhereTheBillHasNoTokens() {
        Reconciliation found = reconcile(bill(TestBill.of("openai", "gpt-5.6", "3")), GPT);

        assertTotals(found, "3", "2", "1");
        assertResidual(found, Reason.UNKNOWN, "1");
        assertThat(only(found).matchedBy()).isEqualTo(MatchedBy.AMOUNT);
        assertCoverage(found, "0.6666666667", false);
    }

    @Test
    void whatCapacityCostsWithoutACallIsNotForLogsToExplain() {
        TestBill hours = TestBill.of("openai", "gpt-5.6", "1000").tier(Tier.PROVISIONED);
        TestBill tokens = TestBill.of("openai", "gpt-5.6", "8").tokens(4 * MILLION);

        assertCoverage(reconcile(bill(hours, tokens), GPT), "0.25", false);
        assertThat(reconcile(bill(hours), GPT).totals().coverage()).isEmpty();
    }

    private static void assertCoverage(Reconciliation found, String share, boolean proven) {
        Reconciliation.Coverage coverage = found.totals().coverage().orElseThrow();
        assertThat(coverage.share()).isCloseTo(new BigDecimal(share), within(new BigDecimal("1e-9")));
        assertThat(coverage.proven()).isEqualTo(proven);
    }

    @Test
    void namesAnUnpricedModel() {
        assertResidual(
                reconcile(
                        bill(TestBill.of("openai", "gpt-99", "3")),
                        TestCalls.of("openai", "gpt-99").tokens(9, 9)),
                Reason.UNPRICED_MODEL,
                "3");
    }

    @Test
    void namesMissingLogs() {
        Reconciliation found = reconcile(bill(TestBill.of("openai", "gpt-5.6", "3")));

        assertResidual(found, Reason.MISSING_LOGS, "3");
        assertThat(only(found).matchedBy()).isEqualTo(MatchedBy.NONE);
    }

    @Test
    void namesADiscountThatOnlyTheLogsKnow() {
        // Logged at 1.50, billed at the list price of 2.
        assertResidual(
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "2")), GPT.logged("1.50", "USD")),
                Reason.DISCOUNT,
                "0.50");
    }

    @Test
    void namesADiscountThatTheBillShows() {
        Reconciliation found =
                reconcile(bill(TestBill.of("openai", "gpt-5.6", "1.60").list("2.00")), GPT);

        assertTotals(found, "1.60", "1.60", "0");
        assertThat(found.totals().loggedAboveBilled()).isZero();
        assertThat(only(found).reason()).contains(Reason.DISCOUNT);
    }

    @Test
    void namesMoneyTakenBackADiscount() {
        Reconciliation found = reconcile(
                bill(
                        TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION),
                        TestBill.of("openai", "gpt-5.6", "-0.50").tokens(MILLION)),
                GPT);

        assertTotals(found, "1.50", "2", "-0.50");
        assertResidual(found, Reason.DISCOUNT, "-0.50");
    }

    @Test
    void shiftsABatchAmountOverTheDayBoundaryToo() {
        TestBill first = TestBill.of("openai", "gpt-5.6", "1.5")
                .tier(Tier.BATCH)
                .from("2026-10-01T00:00:00Z", Duration.ofDays(1));

        TestBill later = TestBill.of("openai", "gpt-5.6", "1").tier(Tier.BATCH);

        assertResidual(reconcile(bill(first, later), GPT.tier(Tier.BATCH)), Reason.DAY_BOUNDARY_SHIFT, "1.5");
    }

    @Test
    void laysAChargeWithoutAModelAgainstAllModelsTheBillDoesNotName() {
        Reconciliation found = reconcile(
                bill(
                        TestBill.of("openai", "", "5"),
                        TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION)),
                GPT,
                TestCalls.of("openai", "gpt-old").tokens(100_000, 0),
                TestCalls.of("openai", "gpt-4o-mini").tokens(10 * MILLION, 0));

        // 3 + 1.50 of the two unnamed models; the 2 of gpt-5.6 are spoken for.
        assertTotals(found, "7", "6.50", "0.50");
        assertThat(found.byModel()).hasSize(2);
        assertThat(found.byModel().get(0).model()).isEmpty();
        assertThat(found.byModel().get(0).logged()).isEqualByComparingTo("4.50");
    }

    @Test
    void tellsAMissingBillFromAMissingCharge() {
        Reconciliation found = reconcile(
                bill(TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION)),
                GPT,
                TestCalls.of("openai", "gpt-old").tokens(100_000, 0),
                TestCalls.of("xai", "grok-4.20").tokens(MILLION, 0));

        assertThat(found.byModel())
                .extracting(ByModel::reason)
                .containsExactly(
                        Optional.empty(), Optional.of(Reason.LOGGED_ABOVE_BILLED), Optional.of(Reason.NO_BILL));
        assertThat(found.totals().loggedAboveBilled()).isEqualByComparingTo("3");
        assertThat(Reason.LOGGED_ABOVE_BILLED.text()).isEqualTo("logged above billed");
    }

    @Test
    void keepsAllElseApart() {
        TestBill line = TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION);
        Reconciliation found = reconcile(
                bill(
                        line,
                        line.category(ChargeCategory.TAX),
                        line.category(ChargeCategory.CREDIT),
                        line.correction(),
                        line.otherService(),
                        line.in("EUR")),
                GPT);

        assertTotals(found, "2", "2", "0");
        assertThat(found.other()).hasSize(5);
        assertThat(found.other())
                .anySatisfy(charge -> assertThat(charge.billed().currency()).isEqualTo("EUR"));
    }

    @Test
    void listsWhatTheWindowDoesNotHoldAndSaysWhichWouldFit() {
        TestBill line = TestBill.of("openai", "gpt-5.6", "2").tokens(MILLION);
        Reconciliation found = reconcile(
                bill(
                        line,
                        line.from("2026-09-28T00:00:00Z", Duration.ofDays(1)),
                        line.from("2026-09-27T00:00:00Z", Duration.ofDays(1)),
                        line.from("2026-10-31T08:00:00Z", Duration.ofDays(1))),
                GPT);

        assertTotals(found, "2", "2", "0");
        assertThat(found.outsideWindow()).hasSize(1);
        assertThat(found.outsideWindow().get(0).billed().amount()).isEqualByComparingTo("4");
        assertThat(found.outsideWindow().get(0).start()).isEqualTo("2026-09-27T00:00:00Z");
        assertThat(found.outsideWindow().get(0).end()).isEqualTo("2026-09-29T00:00:00Z");
        assertThat(found.partialWindow()).hasSize(1);
        assertThat(found.fittingWindow())
                .contains(new Window(LocalDate.parse("2026-09-27"), LocalDate.parse("2026-11-02"), ZoneOffset.UTC));
    }
}
