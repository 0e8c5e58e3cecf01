package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.TargetRating.Rated;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.price.TargetRating.Unrated;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.bill.TestBill;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetRatingTest {
    private static final long MILLION = 1_000_000;
    private static final TestCalls HAIKU = TestCalls.of("anthropic", "claude-haiku-4-5");

    private static TargetRating flex(TestCalls... calls) {
        return TestWorkload.rated(calls).targets().get(0);
    }

    private static TargetRating batch(TestCalls... calls) {
        return TestWorkload.rated(calls).targets().get(1);
    }

    private static Rated rated(TargetRating target) {
        assertThat(target).isInstanceOf(Rated.class);
        return (Rated) target;
    }

    private static void assertCost(TargetRating target, String low, String expected, String high) {
        assertThat(rated(target).cost().low()).isEqualByComparingTo(low);
        assertThat(rated(target).cost().expected()).isEqualByComparingTo(expected);
        assertThat(rated(target).cost().high()).isEqualByComparingTo(high);
    }

    @Test
    void lostHitsAreWrittenAgainWhereTheWorkloadWroteCache() {
        Tokens tokens = new Tokens(2 * MILLION, MILLION, 0, MILLION, 0, 0);

        // Read 1M and 1h-written 1M. Lost: 2 × 1.00. Kept: 0.05 + 1.00. Expected: 0.3 × 0.05 + 0.7 × 1.00 + 1.00.
        assertCost(batch(HAIKU.tokens(tokens)), "2.00", "1.715", "1.05");
    }

    @Test
    void keptHitsCostTheStandardRateWhereNoBatchRateIsDocumented() {
        TestCalls calls = TestCalls.of("openai", "gpt-4o-mini").tokens(new Tokens(2 * MILLION, MILLION, 0, 0, 0, 0));

        // Plain 0.075; cached 0.075 whether lost (batch input) or kept (standard cached): 0.15 in all.
        assertCost(batch(calls), "0.15", "0.15", "0.15");
        assertThat(rated(batch(calls)).assumptions()).anyMatch(text -> text.contains("no retention is documented"));
    }

    @Test
    void flexKeepsEveryHit() {
        TestCalls calls = TestCalls.of("openai", "gpt-5.6").tokens(new Tokens(2 * MILLION, MILLION, 0, 0, 0, 0));

        assertCost(flex(calls), "1.10", "1.10", "1.10");
        assertCost(batch(calls), "2.00", "2.00", "1.10");
    }

    @Test
    void writesThatAreNotChargedStayPlainInput() {
        TestCalls calls = TestCalls.of("openai", "gpt-5.6").tokens(new Tokens(2 * MILLION, 0, MILLION, 0, 0, 0));

        assertCost(batch(calls), "2", "2", "2");
    }

    @Test
    void aDiscountStandsOnBothSides() {
        // List price 2.00, paid 1.60: 20 % off on batch too.
        Rated batch = rated(batch(HAIKU.tokens(MILLION, 200_000).logged("1.60", "USD")));

        assertThat(batch.movable()).isEqualByComparingTo("1.60");
        assertThat(batch.cost().expected()).isEqualByComparingTo("0.80");
        assertThat(batch.naive()).isEqualByComparingTo("0.80");
    }

    @Test
    void aGatewaysMarginStandsOnBothSides() {
        Rated batch = rated(batch(HAIKU.tokens(MILLION, 200_000).logged("2.20", "USD")));

        assertThat(batch.cost().expected()).isEqualByComparingTo("1.10");
    }

    @Test
    void priorityMovesFromItsOwnPrice() {
        Rated batch = rated(
                batch(TestCalls.of("openai", "gpt-5.6").tier(Tier.PRIORITY).tokens(MILLION, 0)));

        assertThat(batch.movable()).isEqualByComparingTo("4");
        assertThat(batch.cost().expected()).isEqualByComparingTo("1");
        assertThat(batch.naive()).isEqualByComparingTo("3");
    }

    @Test
    void wasteIsNotMoved() {
        Rated batch =
                rated(batch(HAIKU.tokens(MILLION, 0), HAIKU.tokens(MILLION, 0).outcome(Outcome.FAILED)));

        assertThat(batch.movable()).isEqualByComparingTo("1");
        assertThat(batch.cost().expected()).isEqualByComparingTo("0.50");
        // The line shows its whole quantity, 2M tokens.
        assertThat(batch.lines().get(0).targetAmount().orElseThrow().expected()).isEqualByComparingTo("1");
    }

    @Test
    void saysThatAProviderHasNoSuchTier() {
        assertThat(flex(HAIKU.tokens(10, 10)))
                .isEqualTo(new Unrated(Tier.FLEX, Reason.NO_TIER, "Anthropic has no flex tier"));
        assertThat(flex(TestCalls.of("openai", "gpt-4o-mini").tokens(10, 10)))
                .isEqualTo(new Unrated(Tier.FLEX, Reason.NO_TIER, "gpt-4o-mini is not on the flex list"));
    }

    @Test
    void saysThatAnOperationIsNotServedOnTheTier() {
        Unrated unrated = (Unrated) batch(HAIKU.operation(Operation.AUDIO).tokens(10, 10));

        assertThat(unrated.kind()).isEqualTo(Reason.NO_TIER);
        assertThat(unrated.reason()).isEqualTo("no batch tier for audio calls of anthropic/claude-haiku-4-5");
        assertThat(batch(HAIKU.operation(Operation.UNKNOWN).tokens(10, 10))).isInstanceOf(Rated.class);
    }

    @Test
    void claimsNothingWithoutAPairOfPrices() {
        assertThat(batch(TestCalls.of("openai", "gpt-old").tokens(10, 10)))
                .isEqualTo(new Unrated(Tier.BATCH, Reason.NO_PRICE, "no batch price known for openai/gpt-old"));
        Unrated unknown =
                (Unrated) batch(TestCalls.of("openai", "gpt-99").tokens(10, 10).logged("5", "USD"));
        assertThat(unknown.kind()).isEqualTo(Reason.NO_PRICE);
        assertThat(unknown.reason()).contains("gpt-99");
    }

    @Test
    void claimsNothingWhereTokensOfALoggedCostAreMissing() {
        Unrated unrated = (Unrated) batch(HAIKU.logged("5", "USD"));

        assertThat(unrated.kind()).isEqualTo(Reason.NO_PRICE);
        assertThat(unrated.reason()).contains("no token counts");
    }

    @Test
    void countsThePartWithoutAPairAsUnmatched() {
        Rated batch = rated(batch(
                HAIKU.tokens(MILLION, 0), TestCalls.of("openai", "gpt-old").tokens(100_000, 0)));

        assertThat(batch.movable()).isEqualByComparingTo("1");
        assertThat(batch.unmatched()).isEqualByComparingTo("3");
        assertThat(batch.assumptions()).anyMatch(text -> text.endsWith("no batch price known for openai/gpt-old"));
    }

    @Test
    void saysThatNothingRunsOnRealtime() {
        assertThat(batch(HAIKU.tier(Tier.BATCH).tokens(MILLION, 0)))
                .isEqualTo(new Unrated(Tier.BATCH, Reason.NO_SPEND, "no realtime spend that could move"));
    }

    @Test
    void aJobThatNeverExpiresIsPaidTwiceWhereItComesTooLate() {
        Rated batch = rated(batch(TestCalls.of("azure", "gpt-4.1").tokens(MILLION, 0)));
        Range saving = batch.within(Duration.ofHours(24)).window();

        // f = 0.02: expected (2 − 1) × 0.98 − 1 × 0.02; low (2 − 1) × 0.96 − 1 × 0.04; high cancels in time.
        assertThat(saving.expected()).isEqualByComparingTo("0.96");
        assertThat(saving.low()).isEqualByComparingTo("0.92");
        assertThat(saving.high()).isEqualByComparingTo("1");
    }

    @Test
    void undocumentedTermsCountInThePessimisticCaseOnly() {
        Rated batch = rated(batch(TestCalls.of("xai", "grok-4.20").tokens(4 * MILLION, 0)));
        Range saving = batch.within(Duration.ofHours(24)).window();

        // (5 − 4) × 0.98; (5 − 4) × 0.96 − 4 × 0.04.
        assertThat(saving.expected()).isEqualByComparingTo("0.98");
        assertThat(saving.low()).isEqualByComparingTo("0.80");
        assertThat(batch.assumptions()).anyMatch(text -> text.contains("not documented: results within 24 h assumed"));
    }

    private static Rated billed(BillTotals bill, TestCalls calls, LocalDate asOf) {
        RatingOptions options = new RatingOptions(Optional.empty(), List.of(), CostMode.AUTO, asOf);
        return rated(new Rating(TestPrices.book(), options)
                .rate(TestWorkload.profile(TestWorkload.of(calls)), bill)
                .workloads()
                .get(0)
                .targets()
                .get(1));
    }

    private static BillTotals bill(TestBill line) {
        BillBuilder builder = new BillBuilder(ZoneOffset.UTC);
        builder.add(line.line());
        return builder.build();
    }

    @Test
    void aTargetRateSeenOnTheBillWins() {
        LocalDate day = LocalDate.parse("2026-10-31");
        TestCalls gpt = TestCalls.of("openai", "gpt-5.6").tokens(MILLION, 0);
        TestBill line =
                TestBill.of("openai", "gpt-5.6", "1.60").tokens(2 * MILLION).tier(Tier.BATCH);

        Rated batch = billed(bill(line), gpt, day);
        assertThat(batch.cost().expected()).isEqualByComparingTo("0.80");
        assertThat(batch.assumptions()).contains("the batch price of openai/gpt-5.6 is the one on the bill");
        // Paid 1.50 instead of 2 on realtime: the batch rate is still the one that was paid.
        assertThat(billed(bill(line), gpt.logged("1.50", "USD"), day).cost().expected())
                .isEqualByComparingTo("0.80");
        // A price that no catalog has.
        assertThat(billed(
                                bill(TestBill.of("openai", "gpt-old", "3")
                                        .tokens(MILLION)
                                        .tier(Tier.BATCH)),
                                TestCalls.of("openai", "gpt-old").tokens(MILLION, 0),
                                day)
                        .cost()
                        .expected())
                .isEqualByComparingTo("3");
    }

    @Test
    void complimentaryUseOnTheBillSaysNothingOfAPrice() {
        LocalDate day = LocalDate.parse("2026-10-31");
        TestCalls gpt = TestCalls.of("openai", "gpt-5.6").tokens(MILLION, 0);
        TestBill free = TestBill.of("openai", "gpt-5.6", "0").tokens(MILLION).tier(Tier.BATCH);

        assertThat(billed(bill(free), gpt, day).cost().expected()).isEqualByComparingTo("1");
    }

    @Test
    void aBilledRateOfBeforeAPriceChangeIsNotProjected() {
        TestBill line = TestBill.of("openai", "gpt-cut", "4").tokens(MILLION).tier(Tier.BATCH);
        Rated batch =
                billed(bill(line), TestCalls.of("openai", "gpt-cut").tokens(MILLION, 0), LocalDate.parse("2026-11-20"));
        Saving saving = batch.within(Duration.ofHours(24));

        assertThat(saving.window().high()).isEqualByComparingTo("6");
        assertThat(saving.monthly().high()).isEqualByComparingTo("3");
    }

    /// Paid 10 for 1M at 10; from November 4, and batch 1 instead of 5.
    @Test
    void monthlyFiguresUseThePricesOfTheAsOfDay() {
        RatingOptions november =
                new RatingOptions(Optional.empty(), List.of(), CostMode.AUTO, LocalDate.parse("2026-11-20"));
        RatedWorkload workload = new Rating(TestPrices.book(), november)
                .rate(TestWorkload.profile(
                        TestWorkload.of(TestCalls.of("openai", "gpt-cut").tokens(MILLION, 0))))
                .workloads()
                .get(0);
        Rated batch = rated(workload.targets().get(1));
        Saving saving = batch.within(Duration.ofHours(24));

        assertThat(saving.window().high()).isEqualByComparingTo("5");
        assertThat(saving.monthly().high()).isEqualByComparingTo("3");
        assertThat(workload.monthlyRealtime()).isEqualByComparingTo("4");
        assertThat(batch.assumptions()).anyMatch(text -> text.contains("prices changed"));
    }
}
