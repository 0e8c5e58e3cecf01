package dev.batchable.profile.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @Test
    void isExactForSmallValues() {
        Histogram histogram = of(10, 20, 30, 40);
        assertThat(histogram.count()).isEqualTo(4);
        assertThat(histogram.percentile(50)).isEqualTo(20);
        assertThat(histogram.percentile(75)).isEqualTo(30);
        assertThat(histogram.percentile(99)).isEqualTo(40);
    }

    @Test
    void clipsAClockThatWentWrong() {
        assertThat(of(-5).percentile(50)).isZero();
        assertThat(of(Long.MAX_VALUE).percentile(50)).isBetween(Histogram.MAX_MILLIS, Histogram.MAX_MILLIS * 101 / 100);
    }

    @Test
    void refusesPercentilesOfNothing() {
        assertThatThrownBy(() -> new Histogram().percentile(50)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 64, 65, 5_000})
    void errsByAtMostOnePercentUpwards(int size) {
        long[] values = latencies(new Random(size), size);
        Histogram histogram = of(values);
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double percent : new double[] {1, 25, 50, 90, 95, 99, 100}) {
            long exact = sorted[(int) Math.ceil(percent / 100 * size) - 1];
            assertThat(histogram.percentile(percent)).isBetween(exact, exact + exact / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void isTheSameForEverySplitAndOrder(int seed) {
        Random random = new Random(seed);
        long[] values = latencies(random, 50 + random.nextInt(400));
        Histogram[] parts = {new Histogram(), new Histogram(), new Histogram()};
        for (long value : values) {
            parts[random.nextInt(3)].record(value);
        }
        parts[2].merge(parts[0]);
        parts[2].merge(parts[1]);
        Histogram whole = of(values);
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(parts[2].percentile(percent)).isEqualTo(whole.percentile(percent));
        }
        assertThat(parts[2].count()).isEqualTo(values.length);
    }

    private static long[] latencies(Random random, int size) {
        return LongStream.range(0, size)
                .map(i -> (long) Math.exp(4 + 3 * random.nextGaussian()))
                .toArray();
    }

    private static Histogram of(long... values) {
        Histogram histogram = new Histogram();
        for (long value : values) {
            histogram.record(value);
        }
        return histogram;
    }
}
