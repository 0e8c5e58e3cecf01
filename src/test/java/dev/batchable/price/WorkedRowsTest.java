package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Published and hand-reckoned examples of batch prices.
class WorkedRowsTest {
    private static final long MILLION = 1_000_000;

    private static TargetRating.Rated batch(RatedWorkload workload) {
        assertThat(workload.targets()).extracting(TargetRating::target).containsExactly(Tier.FLEX, Tier.BATCH);
        assertThat(workload.targets().get(1)).isInstanceOf(TargetRating.Rated.class);
        return (TargetRating.Rated) workload.targets().get(1);
    }

    private static void assertCost(Range cost, String low, String expected, String high) {
        assertThat(cost.low()).isEqualByComparingTo(low);
        assertThat(cost.expected()).isEqualByComparingTo(expected);
        assertThat(cost.high()).isEqualByComparingTo(high);
    }

    @Test
    void haikuHalvesBothSides() {
        RatedWorkload workload =
                TestWorkload.rated(TestCalls.of("anthropic", "claude-haiku-4-5").tokens(MILLION, 200_000));

        assertThat(workload.spend().total()).isEqualByComparingTo("2.00");
        assertCost(batch(workload).cost(), "1.00", "1.00", "1.00");
        assertThat(batch(workload).naive()).isEqualByComparingTo("1.00");
    }

    @Test
    void opusMatchesThePublishedExample() {
        RatedWorkload workload =
                TestWorkload.rated(TestCalls.of("anthropic", "claude-opus-5-5").tokens(5_000, 800));

        assertThat(workload.spend().total()).isEqualByComparingTo("0.036");
        assertCost(batch(workload).cost(), "0.018", "0.018", "0.018");
    }

    /// Kept: 1 × 0.05 + 0.1 × 2.50 = 0.30. Lost, and nothing written in the window: 1 × 0.50 + 0.25 = 0.75.
    /// Expected at 30 % kept: 0.3 × 0.05 + 0.7 × 0.50 = 0.365, + 0.25 = 0.615.
    @Test
    void cacheHitsDecideWhetherHaikuPays() {
        RatedWorkload workload = TestWorkload.rated(
                TestCalls.of("anthropic", "claude-haiku-4-5").tokens(new Tokens(MILLION, MILLION, 0, 0, 100_000, 0)));

        assertThat(workload.spend().total()).isEqualByComparingTo("0.60");
        assertCost(batch(workload).cost(), "0.75", "0.615", "0.30");
        // Without any call missing its deadline the loss would be 0.60 − 0.75 = −0.15; twice 2 % fall back.
        assertThat(batch(workload).within(Duration.ofHours(24)).window().low()).isEqualByComparingTo("-0.144");
    }

    @Test
    void vertexCacheDiscountDoesNotStack() {
        RatedWorkload workload = TestWorkload.rated(
                TestCalls.of("vertex", "gemini-2.5-flash").tokens(new Tokens(2 * MILLION, MILLION, 0, 0, 100_000, 0)));

        assertThat(workload.spend().total()).isEqualByComparingTo("0.58");
        // Lost: 2 × 0.15 + 0.125 = 0.425, and no retention is documented.
        assertCost(batch(workload).cost(), "0.425", "0.425", "0.305");
    }

    @Test
    void grokSavesAFifthOnly() {
        RatedWorkload workload =
                TestWorkload.rated(TestCalls.of("xai", "grok-4.20").tokens(MILLION, MILLION));

        assertThat(workload.spend().total()).isEqualByComparingTo("3.75");
        assertCost(batch(workload).cost(), "3.00", "3.00", "3.00");
        assertThat(batch(workload).naive()).isEqualByComparingTo("0.75");
    }

    /// DataZone is 1.1 × Global: realtime 1.1 × (2 + 8) = 11; batch 5.5, which is 0.55 × Global Standard.
    @Test
    void azureDataZoneIsComparedWithItsOwnRouting() {
        RatedWorkload workload = TestWorkload.rated(
                TestCalls.of("azure", "gpt-4.1").region("datazone").tokens(MILLION, MILLION));

        assertThat(workload.spend().total()).isEqualByComparingTo("11");
        assertCost(batch(workload).cost(), "5.5", "5.5", "5.5");
    }

    /// 3,983 × 2.5 / 1M + 16,209 × 15 / 1M = 0.0099575 + 0.243135: the bill of 2026-09-30 says 0.2531.
    @Test
    void imageBatchMatchesARealBill() {
        RatedWorkload workload = TestWorkload.rated(TestCalls.of("openai", "gpt-image")
                .tier(Tier.BATCH)
                .operation(Operation.IMAGE)
                .tokens(3_983, 16_209));

        assertThat(workload.spend().deferred()).isEqualByComparingTo("0.2530925");
        assertThat(workload.spend().realtime()).isZero();
    }

    /// 2,000,000 product descriptions embedded anew every night of September. At 0.10 USD per 1M tokens,
    /// 4,000 USD buy 40,000M tokens: 30 nights of 1,333⅓M, about 667 tokens a description. Whole tokens: 20 nights
    /// of 1,333,333,333 and 10 of 1,333,333,334. On a 24-hour batch window the same tokens cost 2,000 USD a month.
    @Test
    void nightlyEmbeddingCostsHalfOnBatch() {
        Window september = new Window(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"), ZoneOffset.UTC);
        TestCalls night = TestCalls.of("openai", "text-embedding-ada-002")
                .operation(Operation.EMBEDDING)
                .count(2_000_000);
        TestWorkload embedding = new TestWorkload("catalog-embedding")
                .recurring(Optional.empty())
                .onEach(days("2026-09-01", "2026-09-21"), night.tokens(1_333_333_333, 0))
                .onEach(days("2026-09-21", "2026-10-01"), night.tokens(1_333_333_334, 0));

        RatedWorkload workload = TestWorkload.rating(CostMode.AUTO)
                .rate(TestWorkload.profile(september, embedding))
                .workloads()
                .get(0);

        assertThat(workload.recurrence()).isEqualTo(RatedWorkload.Recurrence.RECURRING);
        assertThat(workload.monthlyRealtime()).isEqualByComparingTo("4000");
        assertCost(batch(workload).cost(), "2000", "2000", "2000");
        Saving saving = batch(workload).within(Duration.ofHours(24));
        assertThat(saving.monthly().high()).isEqualByComparingTo("2000");
        // 2 % miss the day and are paid again on realtime; 4 % in the pessimistic case.
        assertThat(saving.monthly().expected()).isEqualByComparingTo("1960");
        assertThat(saving.monthly().low()).isEqualByComparingTo("1920");
    }

    private static List<LocalDate> days(String from, String to) {
        return LocalDate.parse(from).datesUntil(LocalDate.parse(to)).toList();
    }

    @Test
    void scenariosStandInOrderHoweverMuchIsCached() {
        for (long cached = 0; cached <= MILLION; cached += 100_000) {
            RatedWorkload workload = TestWorkload.rated(TestCalls.of("anthropic", "claude-haiku-4-5")
                    .tokens(new Tokens(MILLION, cached, (MILLION - cached) / 2, (MILLION - cached) / 4, 50_000, 0)));
            for (int hours = 1; hours <= 24; hours += 5) {
                Range window = batch(workload).within(Duration.ofHours(hours)).window();
                assertThat(window.low()).isLessThanOrEqualTo(window.expected());
                assertThat(window.expected()).isLessThanOrEqualTo(window.high());
            }
        }
    }

    @Test
    void twiceTheCallsCostAndSaveTwice() {
        TestCalls once =
                TestCalls.of("anthropic", "claude-haiku-4-5").tokens(new Tokens(900_001, 300_000, 7, 0, 41, 0));
        TestCalls twice = once.count(2).tokens(new Tokens(1_800_002, 600_000, 14, 0, 82, 0));
        BigDecimal two = BigDecimal.valueOf(2);

        RatedWorkload single = TestWorkload.rated(once);
        RatedWorkload doubled = TestWorkload.rated(twice);

        assertThat(doubled.spend().total())
                .isEqualByComparingTo(single.spend().total().multiply(two));
        Range saving = batch(single).within(Duration.ofHours(6)).window().times(two);
        Range doubledSaving = batch(doubled).within(Duration.ofHours(6)).window();
        assertThat(doubledSaving.low().subtract(saving.low()).abs()).isLessThan(new BigDecimal("1e-11"));
        assertThat(doubledSaving.expected().subtract(saving.expected()).abs()).isLessThan(new BigDecimal("1e-11"));
        assertThat(doubledSaving.high().subtract(saving.high()).abs()).isLessThan(new BigDecimal("1e-11"));
    }
}
