package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InTurnTest {
    private static final CompletionDistribution PRIOR = CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24));

    /// 0.02, 0.037449 and 0.047656 miss a day, half of it and a third; of three parts at most a third of
    /// 0.02 + (1 − 0.962551²) + (1 − 0.952344³). In an hour 0.1 do, in half of it 0.229052;
    /// in 14 min 0.370951, in 7 min half, and nothing is known of less.
    @ParameterizedTest
    @CsvSource({
        "1, 1440, 0.04, 0.02, 0",
        "2, 1440, 0.05745, 0.028725, 0",
        "3, 1440, 0.076586, 0.035035, 0",
        "3, 4320, 0.04, 0.02, 0",
        "2, 60, 0.329052, 0.164526, 0",
        "2, 7, 1, 0.75, 0.5",
        "4, 14, 1, 0.717738, 0.5",
        "1, 5, 1, 1, 0",
        "1000000000000, 1440, 1, 1, 1"
    })
    void thePartsThatFollowHaveTheLessTimeEach(long parts, long minutes, String low, String expected, String high) {
        Range missed =
                new InTurn(PRIOR, parts).missed(Duration.ofMinutes(minutes)).share();
        assertThat(missed.low()).isEqualByComparingTo(low);
        assertThat(missed.expected()).isEqualByComparingTo(expected);
        assertThat(missed.high()).isEqualByComparingTo(high);
    }

    @Test
    void morePartsMissMore() {
        BigDecimal before = BigDecimal.ZERO;
        for (long parts = 1; parts < 300; parts++) {
            BigDecimal missed = new InTurn(PRIOR, parts)
                    .missed(Duration.ofHours(24))
                    .share()
                    .expected();
            assertThat(missed).isGreaterThan(before);
            before = missed;
        }
    }

    /// The last of two parts waits twice as long as one that has half of the budget.
    @Test
    void theLastPartIsLateByTheTimeOfAll() {
        Range half = new InTurn(PRIOR, 1).delayHours(Duration.ofHours(2));
        Range whole = new InTurn(PRIOR, 2).delayHours(Duration.ofHours(4));
        assertThat(whole.expected().doubleValue()).isCloseTo(2 * half.expected().doubleValue(), within(0.000002));
        assertThat(new InTurn(PRIOR, 1_000_000).delayHours(Duration.ofHours(4)).high())
                .isEqualByComparingTo("4");
    }
}
