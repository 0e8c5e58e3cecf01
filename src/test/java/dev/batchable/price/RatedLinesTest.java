package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatedLinesTest {
    private static final long MILLION = 1_000_000;

    private static BigDecimal sum(RatedWorkload workload) {
        return workload.lines().stream().map(RatedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void showsQuantityTimesPriceForEveryKind() {
        RatedWorkload workload = TestWorkload.rated(TestCalls.of("anthropic", "claude-haiku-4-5")
                .tokens(new Tokens(3 * MILLION, MILLION, MILLION, 0, 200_000, 0)));

        assertThat(workload.lines())
                .extracting(RatedLine::tokenKind)
                .containsExactly(
                        Optional.of(TokenKind.INPUT),
                        Optional.of(TokenKind.CACHE_READ),
                        Optional.of(TokenKind.CACHE_WRITE_5M),
                        Optional.of(TokenKind.OUTPUT));
        RatedLine read = workload.lines().get(1);
        assertThat(read.place()).isEqualTo(new RatedLine.Place("anthropic", "claude-haiku-4-5", Tier.STANDARD, "base"));
        assertThat(read.quantity()).isEqualTo(MILLION);
        assertThat(read.unitPrice().orElseThrow()).isEqualByComparingTo("0.10");
        assertThat(read.priceRow()).contains("anthropic/claude-haiku-4-5/standard/base/cache-read/always");
        assertThat(read.amount()).isEqualByComparingTo("0.10");
        // Kept: 0.05. Lost, and written again: 0.625. Expected: 0.3 × 0.05 + 0.7 × 0.625 = 0.4525.
        Range target = read.targetAmount().orElseThrow();
        assertThat(target.high()).isEqualByComparingTo("0.05");
        assertThat(target.low()).isEqualByComparingTo("0.625");
        assertThat(target.expected()).isEqualByComparingTo("0.4525");
    }

    @Test
    void tellsALoggedCostApartByKindInProportionToPrices() {
        RatedWorkload workload = TestWorkload.rated(TestCalls.of("anthropic", "claude-haiku-4-5")
                .tokens(MILLION, 200_000)
                .logged("1.50", "USD"));

        assertThat(workload.lines())
                .extracting(line -> line.amount().stripTrailingZeros().toPlainString())
                .containsExactly("0.75", "0.75");
        assertThat(workload.lines().get(0).unitPrice().orElseThrow()).isEqualByComparingTo("0.75");
    }

    @Test
    void keepsALoggedCostWholeWhereNoPriceFits() {
        RatedWorkload workload = TestWorkload.rated(
                TestCalls.of("openai", "gpt-99").count(4).tokens(10, 20).logged("1.23", "USD"));

        assertThat(workload.lines()).hasSize(1);
        RatedLine line = workload.lines().get(0);
        assertThat(line.tokenKind()).isEmpty();
        assertThat(line.quantity()).isEqualTo(4);
        assertThat(line.unitPrice()).isEmpty();
        assertThat(line.priceRow()).isEmpty();
        assertThat(line.targetAmount()).isEmpty();
        assertThat(line.amount()).isEqualByComparingTo("1.23");
    }

    @Test
    void sumsToTheSpendWhateverWasLogged() {
        Random random = new Random(20261120);
        for (int round = 0; round < 200; round++) {
            TestCalls calls = TestCalls.of("anthropic", "claude-haiku-4-5")
                    .tokens(new Tokens(
                            3_000 + random.nextInt(1_000_000),
                            random.nextInt(1_000),
                            random.nextInt(1_000),
                            random.nextInt(1_000),
                            random.nextInt(100_000),
                            0));
            RatedWorkload workload = TestWorkload.rated(
                    calls,
                    calls.tier(Tier.BATCH),
                    calls.outcome(Outcome.FAILED).logged("0." + (1 + random.nextInt(999_999)), "USD"),
                    calls.logged(random.nextInt(50) + "." + random.nextInt(1_000_000_000), "USD"),
                    TestCalls.of("openai", "gpt-99").logged("0.07", "USD"));

            assertThat(sum(workload)).isEqualByComparingTo(workload.spend().total());
        }
    }

    @Test
    void targetAmountsSumToTheCostOfTheTarget() {
        RatedWorkload workload = TestWorkload.rated(
                TestCalls.of("anthropic", "claude-haiku-4-5").tokens(new Tokens(MILLION, 400_000, 0, 100_000, 77, 0)));
        TargetRating.Rated batch = (TargetRating.Rated) workload.targets().get(1);

        Range sum = batch.lines().stream()
                .map(line -> line.targetAmount().orElseThrow())
                .reduce(Range.ZERO, Range::plus);
        assertThat(sum.low()).isEqualByComparingTo(batch.cost().low());
        assertThat(sum.expected()).isEqualByComparingTo(batch.cost().expected());
        assertThat(sum.high()).isEqualByComparingTo(batch.cost().high());
    }

    @Test
    void showsTheCheapestTarget() {
        RatedWorkload workload =
                TestWorkload.rated(TestCalls.of("openai", "gpt-5.6").tokens(new Tokens(MILLION, MILLION, 0, 0, 0, 0)));

        // Flex keeps the hits: 0.10; batch loses them in expectation: 1.00.
        assertThat(workload.lines().get(0).targetAmount().orElseThrow().expected())
                .isEqualByComparingTo("0.10");
        TargetRating.Rated batch = (TargetRating.Rated) workload.targets().get(1);
        assertThat(batch.lines().get(0).targetAmount().orElseThrow().expected()).isEqualByComparingTo("1.00");
    }

    @Test
    void givesRemaindersToThePartsThatLostMost() {
        List<BigDecimal> thirds =
                Apportionment.split(new BigDecimal("1"), List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE));
        assertThat(thirds)
                .containsExactly(
                        new BigDecimal("0.333333333334"),
                        new BigDecimal("0.333333333333"),
                        new BigDecimal("0.333333333333"));
        // Exact shares of 1: 0.1666… and 0.8333…; the first loses 6 of the next digit, the second 3.
        assertThat(Apportionment.split(BigDecimal.ONE, List.of(BigDecimal.ONE, BigDecimal.valueOf(5))))
                .containsExactly(new BigDecimal("0.166666666667"), new BigDecimal("0.833333333333"));
    }

    @Test
    void splitsACreditToo() {
        assertThat(Apportionment.split(new BigDecimal("-1"), List.of(BigDecimal.ONE, BigDecimal.valueOf(2))))
                .containsExactly(new BigDecimal("-0.333333333333"), new BigDecimal("-0.666666666667"));
    }
}
