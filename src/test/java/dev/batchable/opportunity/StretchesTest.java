package dev.batchable.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.Series;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StretchesTest {
    @Test
    void endsWhereCallsAreSurelyFurtherApart() {
        assertThat(count(5)).isZero();
        assertThat(count(5, 10)).isEqualTo(1);
        assertThat(count(5, 10, 15)).as("perhaps 4:02 apart").isEqualTo(1);
        assertThat(count(5, 10, 16)).as("at least 5:00 apart").isEqualTo(2);
        assertThat(count(60, 0, 61, 121)).isEqualTo(2);
    }

    private static long count(long minutes, long... active) {
        return Stretches.count(
                Series.of(LongStream.of(active)
                        .mapToObj(minute -> new Series.Slot(minute, 1, 0, 0))
                        .toList()),
                minutes);
    }
}
