package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingSpendTest {
    private static final long MILLION = 1_000_000;
    /// 1 USD at catalog prices: 0.5M × 1 + 0.1M × 5.
    private static final TestCalls ONE_DOLLAR =
            TestCalls.of("anthropic", "claude-haiku-4-5").tokens(500_000, 100_000);

    @Test
    void takesTheLoggedCostBeforeThePrice() {
        assertThat(TestWorkload.rated(CostMode.AUTO, ONE_DOLLAR.logged("0.80", "USD"))
                        .spend()
                        .total())
                .isEqualByComparingTo("0.80");
        assertThat(TestWorkload.rated(CostMode.LOGGED, ONE_DOLLAR.logged("0.80", "USD"))
                        .spend()
                        .total())
                .isEqualByComparingTo("0.80");
        assertThat(TestWorkload.rated(CostMode.PRICED, ONE_DOLLAR.logged("0.80", "USD"))
                        .spend()
                        .total())
                .isEqualByComparingTo("1");
    }

    @Test
    void countsCallsWithoutALoggedCostAsUnpricedWhereOnlyLogsCount() {
        RatedWorkload workload = TestWorkload.rated(CostMode.LOGGED, ONE_DOLLAR.count(3));

        assertThat(workload.spend().total()).isZero();
        assertThat(workload.unpriced()).isEqualTo(new RatedWorkload.Unpriced(3, 600_000, List.of("claude-haiku-4-5")));
        assertThat(workload.targets())
                .allSatisfy(target -> assertThat(target)
                        .isEqualTo(new TargetRating.Unrated(
                                target.target(), TargetRating.Reason.NO_SPEND, "the calls themselves have no price")));
    }

    @Test
    void namesModelsWithoutAPrice() {
        RatedWorkload workload =
                TestWorkload.rated(TestCalls.of("openai", "gpt-99").count(2).tokens(70, 30), ONE_DOLLAR);

        assertThat(workload.spend().total()).isEqualByComparingTo("1");
        assertThat(workload.unpriced()).isEqualTo(new RatedWorkload.Unpriced(2, 100, List.of("gpt-99")));
    }

    @Test
    void sortsSpendByTier() {
        TestCalls gpt = TestCalls.of("openai", "gpt-5.6").tokens(MILLION, 0);
        RatedWorkload workload = TestWorkload.rated(
                gpt,
                gpt.tier(Tier.PRIORITY),
                gpt.tier(Tier.BATCH),
                gpt.tier(Tier.FLEX),
                gpt.tier(Tier.UNKNOWN),
                gpt.tier(Tier.PROVISIONED));

        Spend spend = workload.spend();
        assertThat(spend.realtime()).isEqualByComparingTo("6");
        assertThat(spend.deferred()).isEqualByComparingTo("2");
        // An unknown tier is priced as standard, and said so; it never counts as movable.
        assertThat(spend.unknownTier()).isEqualByComparingTo("2");
        assertThat(spend.provisioned()).isZero();
        assertThat(spend.total()).isEqualByComparingTo("10");
        assertThat(spend.movable()).isEqualByComparingTo("6");
        assertThat(workload.assumptions())
                .anyMatch(text -> text.contains("unknown tier are priced at the standard rate"))
                .anyMatch(text -> text.contains("1 call(s) ran on provisioned capacity"));
        assertThat(workload.unpriced()).isEqualTo(RatedWorkload.Unpriced.NOTHING);
    }

    @Test
    void keepsTheLoggedCostOfProvisionedCallsApart() {
        RatedWorkload workload =
                TestWorkload.rated(ONE_DOLLAR.tier(Tier.PROVISIONED).logged("0.30", "USD"));

        assertThat(workload.spend().provisioned()).isEqualByComparingTo("0.30");
        assertThat(workload.spend().movable()).isZero();
    }

    @Test
    void chargesNothingForARefusedCall() {
        TestCalls refused = ONE_DOLLAR
                .tokens(Tokens.NONE)
                .knowing(TokenKnowledge.NONE)
                .outcome(Outcome.RATE_LIMITED)
                .count(7);
        RatedWorkload workload = TestWorkload.rated(refused, ONE_DOLLAR);

        assertThat(workload.spend().total()).isEqualByComparingTo("1");
        assertThat(workload.spend().waste()).isZero();
        assertThat(workload.unpriced()).isEqualTo(RatedWorkload.Unpriced.NOTHING);
        assertThat(workload.assumptions()).anyMatch(text -> text.startsWith("7 failed call(s) without tokens or cost"));
    }

    @Test
    void countsChargedFailuresAsWaste() {
        RatedWorkload workload = TestWorkload.rated(
                ONE_DOLLAR, ONE_DOLLAR.outcome(Outcome.TIMEOUT), ONE_DOLLAR.outcome(Outcome.CANCELLED));

        assertThat(workload.spend().total()).isEqualByComparingTo("3");
        assertThat(workload.spend().waste()).isEqualByComparingTo("1");
        assertThat(workload.spend().movable()).isEqualByComparingTo("2");
    }

    @Test
    void countsRepeatsAsWasteOnTheTierTheyRanOn() {
        TestCalls batch = ONE_DOLLAR.tier(Tier.BATCH);
        RatedWorkload workload = TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(TestWorkload.of(ONE_DOLLAR.count(4).tokens(2 * MILLION, 400_000), batch)
                        .repeating(ONE_DOLLAR)
                        .repeating(batch)))
                .workloads()
                .get(0);

        // 4 USD realtime of which 1 repeats; 0.50 on batch, all of it repeated.
        assertThat(workload.spend().waste()).isEqualByComparingTo("1.50");
        assertThat(workload.spend().movable()).isEqualByComparingTo("3");
    }

    @Test
    void pricesHalfKnownTokensOnlyWhereTheOtherHalfCannotExist() {
        TestCalls half = ONE_DOLLAR.tokens(MILLION, 0).knowing(TokenKnowledge.PARTIAL);

        assertThat(TestWorkload.rated(half).unpriced().tokens()).isEqualTo(MILLION);
        assertThat(TestWorkload.rated(half.outcome(Outcome.FAILED)).spend().waste())
                .isEqualByComparingTo("1");
    }

    @Test
    void chargesCachedTokensOnBatchAtStandardWhereNoPriceIsDocumented() {
        RatedWorkload workload = TestWorkload.rated(TestCalls.of("openai", "gpt-4o-mini")
                .tier(Tier.BATCH)
                .tokens(new Tokens(2 * MILLION, MILLION, 0, 0, 0, 0)));

        // 1M × 0.075 plain batch + 1M × 0.075 standard cached.
        assertThat(workload.spend().deferred()).isEqualByComparingTo("0.15");
        assertThat(workload.assumptions()).anyMatch(text -> text.contains("charged at the standard price"));
    }

    @Test
    void pricesCacheWritesAsInputWhereTheProviderDoesNotChargeThem() {
        RatedWorkload workload = TestWorkload.rated(
                TestCalls.of("openai", "gpt-5.6").tokens(new Tokens(2 * MILLION, 0, MILLION, 0, 0, 0)));

        assertThat(workload.spend().total()).isEqualByComparingTo("4");
    }

    @Test
    void usesThePriceInForceAtTheCallsOwnInstant() {
        TestCalls cut = TestCalls.of("openai", "gpt-cut").tokens(MILLION, 0);

        assertThat(TestWorkload.rated(cut).spend().total()).isEqualByComparingTo("10");
        // A day later in the report's zone than in UTC: the epoch decides, not the day.
        assertThat(TestWorkload.rated(cut.epoch("2026-11-01")).spend().total()).isEqualByComparingTo("4");
    }

    @Test
    void reportsLoggedCostsThatDisagreeWithPrices() {
        List<PriceDisagreement> found = disagreements(ONE_DOLLAR.logged("0.80", "USD"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).logged()).isEqualByComparingTo("0.80");
        assertThat(found.get(0).priced()).isEqualByComparingTo("1");
        assertThat(disagreements(ONE_DOLLAR.logged("0.991", "USD"))).isEmpty();
        assertThat(disagreements(TestCalls.of("openai", "gpt-99").tokens(5, 5).logged("3", "USD")))
                .isEmpty();
    }

    private static List<PriceDisagreement> disagreements(TestCalls calls) {
        return TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(TestWorkload.of(calls)))
                .disagreements();
    }

    @Test
    void saysWhatPriorityCostsAboveStandard() {
        TestCalls fast = TestCalls.of("openai", "gpt-5.6").tier(Tier.PRIORITY).tokens(MILLION, 0);
        RatedProfile rated = TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(TestWorkload.of(fast.logged("2", "USD"), fast.outcome(Outcome.FAILED))));

        // Half of what was paid, discount included; the failed call is waste.
        assertThat(rated.tierSavings()).hasSize(1);
        assertThat(rated.tierSavings().get(0).window()).isEqualByComparingTo("1");
        assertThat(rated.tierSavings().get(0).monthly()).isEqualByComparingTo("1");
        assertThat(TestWorkload.rating(CostMode.AUTO)
                        .rate(TestWorkload.profile(TestWorkload.of(ONE_DOLLAR)))
                        .tierSavings())
                .isEmpty();
    }
}
