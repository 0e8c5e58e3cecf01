package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.price.CompletionDistribution.Point;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionDistributionTest {
    private final CompletionDistribution day = CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24));

    @Test
    void passesThroughItsPoints() {
        assertThat(day.shareWithin(Duration.ofMinutes(7))).isEqualByComparingTo("0.5");
        assertThat(day.shareWithin(Duration.ofHours(1))).isEqualByComparingTo("0.9");
        assertThat(day.shareWithin(Duration.ofHours(24))).isEqualByComparingTo("0.98");
    }

    /// ln 4 ÷ ln 24 = 0.436212; 0.9 + 0.08 × 0.436212 = 0.934897, rounded down.
    @Test
    void runsStraightOverTheLogarithmOfTime() {
        assertThat(day.shareWithin(Duration.ofHours(4))).isEqualByComparingTo("0.934896");
        assertThat(day.missShare(Duration.ofHours(4))).isEqualByComparingTo("0.065104");
    }

    @Test
    void promisesNothingBeforeTheFirstPointAndNothingMoreAfterTheLast() {
        assertThat(day.shareWithin(Duration.ofMinutes(6))).isZero();
        assertThat(day.shareWithin(Duration.ZERO)).isZero();
        assertThat(day.shareWithin(Duration.ofDays(30))).isEqualByComparingTo("0.98");
    }

    @Test
    void neverFallsWithTime() {
        BigDecimal before = BigDecimal.ZERO;
        for (int minutes = 0; minutes < 26 * 60; minutes++) {
            BigDecimal share = day.shareWithin(Duration.ofMinutes(minutes));
            assertThat(share).isGreaterThanOrEqualTo(before);
            before = share;
        }
    }

    @Test
    void endsWithAShorterWindow() {
        CompletionDistribution hour = CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(1));
        assertThat(hour.points()).hasSize(2);
        assertThat(hour.shareWithin(Duration.ofHours(1))).isEqualByComparingTo("0.98");
        assertThat(CompletionDistribution.prior(Tier.BATCH, Duration.ofMinutes(5))
                        .points())
                .hasSize(1);
    }

    @Test
    void flexAnswersWithinAQuarterOfAnHour() {
        CompletionDistribution flex = CompletionDistribution.prior(Tier.FLEX, Duration.ofMinutes(15));
        assertThat(flex.shareWithin(Duration.ofMinutes(15))).isEqualByComparingTo("0.99");
        assertThat(flex.shareWithin(Duration.ofMinutes(14))).isZero();
        assertThat(flex.assumed()).isTrue();
    }

    @Test
    void refusesPointsOutOfOrder() {
        Point half = new Point(Duration.ofHours(1), new BigDecimal("0.5"));
        Point less = new Point(Duration.ofHours(2), new BigDecimal("0.4"));
        assertThatThrownBy(() -> new CompletionDistribution(List.of(half, less), false, "own history"))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> new CompletionDistribution(List.of(half, half), false, "own history"))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> new CompletionDistribution(List.of(), false, "own history"))
                .hasMessageContaining("needs a point");
    }

    /// Never earlier than the share says, and at most the milliseconds later that rounding makes.
    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.25, 0.5, 0.50001, 0.7, 0.9, 0.95, 0.98})
    void theTimeOfAShareIsTheInverseOfTheShareWithinATime(double share) {
        CompletionDistribution prior = CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24));
        Duration time = prior.timeOf(share).orElseThrow();
        assertThat(prior.shareWithin(time.plusMillis(1)).doubleValue()).isGreaterThanOrEqualTo(share - 0.000001);
        assertThat(prior.shareWithin(time.minusMillis(2)).doubleValue()).isLessThan(share);
    }

    @Test
    void whatNeverArrivesHasNoTime() {
        CompletionDistribution prior = CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24));
        assertThat(prior.timeOf(0.9801)).isEmpty();
        assertThat(prior.timeOf(0.98)).contains(Duration.ofHours(24));
        assertThat(prior.timeOf(0.5)).contains(Duration.ofMinutes(7));
    }
}
