package dev.batchable.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.join.Repeats.Candidate;
import dev.batchable.record.Tokens;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {
    private static final long HOUR = 3_600_000;

    @Test
    void findsAllButTheFirstOfAChain() throws IOException {
        assertThat(repeats(100, candidate(1, 0), candidate(1, 23), candidate(1, 46)))
                .containsExactly(candidate(1, 23), candidate(1, 46));
    }

    @Test
    void beginsAnewAfterMoreThanADay() throws IOException {
        assertThat(repeats(100, candidate(1, 0), candidate(1, 24), candidate(1, 49), candidate(1, 50)))
                .containsExactly(candidate(1, 24), candidate(1, 50));
    }

    @Test
    void keepsWorkAndWorkloadsApart() throws IOException {
        Candidate ofOtherWorkload = new Candidate(1, HOUR, 11, Tokens.NONE, BigDecimal.ONE);
        Candidate sameWorkloadOtherLabel = new Candidate(1, 2 * HOUR, 20, Tokens.NONE, BigDecimal.ONE);
        assertThat(repeats(100, candidate(1, 0), candidate(2, 0), ofOtherWorkload, sameWorkloadOtherLabel))
                .containsExactly(sameWorkloadOtherLabel);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "7, 2", "100000, 3"})
    void doesNotDependOnLimitSplitOrOrder(int limit, int parts) throws IOException {
        Random random = new Random(limit + parts);
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Tokens tokens = new Tokens(random.nextInt(2), 0, 0, 0, random.nextInt(2), 0);
            BigDecimal cost = BigDecimal.valueOf(random.nextInt(3), random.nextInt(25));
            all.add(new Candidate(random.nextInt(9) - 4, random.nextInt(60) * HOUR, random.nextInt(40), tokens, cost));
        }
        List<Candidate> expected = repeats(1_000, all.toArray(Candidate[]::new));
        Collections.shuffle(all, random);
        List<Repeats> collectors =
                IntStream.range(0, parts).mapToObj(i -> new Repeats(limit)).toList();
        for (Candidate candidate : all) {
            collectors.get(random.nextInt(parts)).add(candidate);
        }
        Repeats last = collectors.get(parts - 1);
        for (Repeats collector : collectors.subList(0, parts - 1)) {
            last.merge(collector);
        }
        assertThat(found(last)).isEqualTo(expected).isNotEmpty();
        assertThat(found(last)).as("asked again").isEqualTo(expected);
        last.close();
    }

    @Test
    void noticesATemporaryFileThatWasCutOff() throws IOException {
        try (SpillFile file = SpillFile.create()) {
            assertThatThrownBy(() -> file.read(0, ByteBuffer.allocate(1))).isInstanceOf(EOFException.class);
            file.write(file.allocate(3), ByteBuffer.wrap(new byte[] {1, -2, 3}));
            assertThat(file.read(1, 2).readAllBytes()).containsExactly(-2, 3);
            assertThat(file.read(1, 1).read()).isEqualTo(254);
            assertThat(file.read(1, 0).read()).isEqualTo(-1);
        }
    }

    private static Candidate candidate(long work, long hour) {
        return new Candidate(work, hour * HOUR, 21, Tokens.NONE, new BigDecimal("0.25"));
    }

    private static List<Candidate> repeats(int limit, Candidate... candidates) throws IOException {
        try (Repeats repeats = new Repeats(limit)) {
            for (Candidate candidate : candidates) {
                repeats.add(candidate);
            }
            return found(repeats);
        }
    }

    /// Labels 10 to 19 are one workload, 20 to 29 the next.
    private static List<Candidate> found(Repeats repeats) throws IOException {
        List<Candidate> found = new ArrayList<>();
        repeats.find(label -> label / 10, found::add);
        return found;
    }
}
