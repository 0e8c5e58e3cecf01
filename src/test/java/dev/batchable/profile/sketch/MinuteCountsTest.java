package dev.batchable.profile.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteCountsTest {
    @Test
    void sumsByMinuteInAscendingOrder() {
        MinuteCounts counts = new MinuteCounts();
        counts.add(7, 1, 100, 0);
        counts.add(7, 2, 50, 1);
        counts.add(3, 1, 10, 0);
        counts.add(-2, 1, 5, 0);
        counts.add(7, 1, 0, 1);
        assertThat(slots(counts)).containsExactly("-2: 1 5 0", "3: 1 10 0", "7: 4 150 2");
    }

    @Test
    void refusesSumsBeyondALong() {
        MinuteCounts counts = new MinuteCounts();
        counts.add(1, 1, Long.MAX_VALUE, 0);
        assertThatThrownBy(() -> counts.add(1, 1, 1, 0)).isInstanceOf(ArithmeticException.class);
    }

    /// Ordered, nearly ordered and shuffled minutes, more than the tail holds.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 5_000})
    void equalsASortedMapWhateverTheOrder(int disorder) {
        Random random = new Random(disorder);
        MinuteCounts[] parts = {new MinuteCounts(), new MinuteCounts()};
        TreeMap<Integer, long[]> expected = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            int minute = i / 2 + random.nextInt(disorder + 1) - disorder / 2;
            int troubled = random.nextInt(20) == 0 ? 1 : 0;
            parts[random.nextInt(2)].add(minute, 1, i, troubled);
            long[] sums = expected.computeIfAbsent(minute, unseen -> new long[3]);
            sums[0]++;
            sums[1] += i;
            sums[2] += troubled;
        }
        parts[0].merge(parts[1]);
        List<String> wanted = new ArrayList<>();
        expected.forEach((minute, sums) -> wanted.add(minute + ": " + sums[0] + " " + sums[1] + " " + sums[2]));
        assertThat(slots(parts[0])).isEqualTo(wanted);
    }

    private static List<String> slots(MinuteCounts counts) {
        return IntStream.range(0, counts.size())
                .mapToObj(i -> counts.minute(i) + ": " + counts.requests(i) + " " + counts.tokens(i) + " "
                        + counts.troubled(i))
                .toList();
    }
}
