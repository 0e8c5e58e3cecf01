package dev.batchable.profile.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.batchable.record.StableHash;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
    @Test
    void knowsThatNothingIsNothing() {
        assertThat(new DistinctCount().estimate()).isZero();
    }

    @Test
    void countsAHandfulExactly() {
        DistinctCount count = new DistinctCount();
        for (int round = 0; round < 3; round++) {
            for (String user : new String[] {"ann", "bob", "cho", "dee", "eve"}) {
                count.offer(StableHash.of(user));
            }
        }
        assertThat(count.estimate()).isEqualTo(5);
    }

    @Test
    void acceptsTheExtremeHashes() {
        DistinctCount count = new DistinctCount();
        count.offer(0);
        count.offer(-1);
        assertThat(count.estimate()).isEqualTo(2);
    }

    /// The standard error over independent sets must be the documented one; 40 sets estimate it within about a
    /// tenth, so a quarter is allowed. The mean error must vanish within three standard errors of the mean.
    @ParameterizedTest
    @ValueSource(ints = {300, 2_000, 10_000, 100_000})
    void errsAsDocumented(int users) {
        int sets = 40;
        double sum = 0;
        double squares = 0;
        for (int set = 0; set < sets; set++) {
            double error = (double) of("set" + set + "-", users).estimate() / users - 1;
            sum += error;
            squares += error * error;
        }
        assertThat(Math.sqrt(squares / sets)).isLessThan(1.25 * DistinctCount.RELATIVE_ERROR);
        assertThat(sum / sets).isCloseTo(0, within(3 * DistinctCount.RELATIVE_ERROR / Math.sqrt(sets)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 300, 384, 385, 3_000, 20_000})
    void isTheSameForEverySplitOrderAndRepetition(int users) {
        Random random = new Random(users);
        DistinctCount[] parts = {new DistinctCount(), new DistinctCount(), new DistinctCount()};
        IntStream.range(0, users * 2)
                .map(i -> users - 1 - i % users)
                .forEach(i -> parts[random.nextInt(3)].offer(StableHash.of("user-" + i)));
        parts[1].merge(parts[2]);
        parts[1].merge(parts[0]);
        parts[1].merge(parts[0]);
        assertThat(parts[1].estimate()).isEqualTo(of("user-", users).estimate());
    }

    private static DistinctCount of(String prefix, int users) {
        DistinctCount count = new DistinctCount();
        IntStream.range(0, users).forEach(i -> count.offer(StableHash.of(prefix + i)));
        return count;
    }
}
