package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingsTest {
    private static Range range(String low, String expected, String high) {
        return new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
    }

    private static TargetRating.Rated rated(String movable, Range cost, Range month) {
        return new TargetRating.Rated(
                Tier.BATCH, new BigDecimal(movable), BigDecimal.ZERO, cost, BigDecimal.TEN, month, List.of("given"));
    }

    private static void assertRange(Range range, String low, String expected, String high) {
        assertThat(range.low()).isEqualByComparingTo(low);
        assertThat(range.expected()).isEqualByComparingTo(expected);
        assertThat(range.high()).isEqualByComparingTo(high);
    }

    @Test
    void whatMissesTheBudgetIsPaidAgainAtItsOwnPrice() {
        Saving saving =
                rated("100", range("60", "50", "40"), range("2", "3", "4")).within(Duration.ofHours(24));

        // (100 − 60) × 0.96, (100 − 50) × 0.98, (100 − 40) × 1.
        assertRange(saving.window(), "38.4", "49", "60");
        assertRange(saving.monthly(), "76.8", "147", "240");
        assertThat(saving.missShare()).isEqualByComparingTo("0.02");
        assertThat(saving.naive()).isEqualByComparingTo("10");
        assertThat(saving.assumptions()).hasSize(2).first().isEqualTo("given");
        assertThat(saving.assumptions().get(1)).startsWith("completion times are assumed: ");
    }

    @Test
    void nothingIsSavedWhereEveryResultMisses() {
        Saving saving =
                rated("100", range("60", "50", "40"), range("1", "1", "1")).within(Duration.ofMinutes(5));

        assertRange(saving.window(), "0", "0", "60");
        assertThat(saving.missShare()).isEqualByComparingTo("1");
    }

    @Test
    void aLossStaysInOrderAndGrowsWithTheMonth() {
        Saving saving =
                rated("100", range("110", "110", "110"), range("2", "3", "4")).within(Duration.ofHours(24));

        // −10 × 0.96 and −10 × 0.98, but −10 where nothing falls back.
        assertRange(saving.window(), "-10", "-9.8", "-9.6");
        assertRange(saving.monthly(), "-40", "-29.4", "-19.2");
    }

    @Test
    void doublesTheMissShareInThePessimisticCase() {
        // ln(12/7) ÷ ln(60/7) = 0.538997 ÷ 2.148434 = 0.250879; 0.5 + 0.4 × 0.250879 = 0.600351 are there by then.
        Saving saving =
                rated("100", range("50", "50", "50"), range("1", "1", "1")).within(Duration.ofMinutes(12));

        assertThat(saving.missShare()).isEqualByComparingTo("0.399649");
        assertThat(saving.window().low()).isEqualByComparingTo("10.0351");
    }
}
