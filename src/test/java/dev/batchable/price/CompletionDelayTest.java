package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.CompletionDistribution.Point;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionDelayTest {
    private static final CompletionDistribution BATCH = CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24));

    private static Range hours(CompletionDistribution completion, Duration budget) {
        return new CompletionDelay(completion, budget, 1).hours();
    }

    /// All done at once after two hours: everybody waits these.
    @Test
    void waitsForAStepAsLongAsItTakes() {
        CompletionDistribution step =
                new CompletionDistribution(List.of(new Point(Duration.ofHours(2), BigDecimal.ONE)), false, "known");
        BigDecimal two = new BigDecimal("2.000000");
        assertThat(hours(step, Duration.ofHours(8))).isEqualTo(new Range(two, two, two));
        BigDecimal half = new BigDecimal("0.500000");
        assertThat(hours(step, Duration.ofMinutes(30))).isEqualTo(new Range(half, half, half));
    }

    /// A flex call is over after a quarter of an hour, whatever the budget.
    @Test
    void waitsNoLongerThanTheLastPoint() {
        BigDecimal quarter = new BigDecimal("0.250000");
        assertThat(hours(CompletionDistribution.prior(Tier.FLEX, Duration.ofHours(24)), Duration.ofHours(24)))
                .isEqualTo(new Range(quarter, quarter, quarter));
    }

    /// The closed form against a sum over steps of a second.
    @ParameterizedTest
    @ValueSource(longs = {8, 30, 60, 61, 240, 1_440})
    void isTheAreaAboveTheShareDone(long minutes) {
        Duration budget = Duration.ofMinutes(minutes);
        double sum = 0;
        for (long second = 0; second < budget.toSeconds(); second++) {
            sum += BATCH.missShare(Duration.ofMillis(second * 1_000 + 500)).doubleValue() / 3_600;
        }
        assertThat(hours(BATCH, budget).expected().doubleValue())
                .isCloseTo(sum, org.assertj.core.data.Offset.offset(0.0005));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 30, 60, 240, 1_440})
    void keepsItsEndsInOrderAndWithinTheBudget(long minutes) {
        Range hours = hours(BATCH, Duration.ofMinutes(minutes));
        assertThat(hours.low()).isGreaterThanOrEqualTo(hours.expected());
        assertThat(hours.expected()).isGreaterThanOrEqualTo(hours.high());
        assertThat(hours.low().doubleValue()).isLessThanOrEqualTo(minutes / 60.0 + 1e-6);
    }
}
