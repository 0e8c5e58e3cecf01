package dev.batchable.profile.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSamplerTest {
    @Test
    void keepsEveryCallOfTheSmallestHashes() {
        SessionSampler sampler = new SessionSampler(2, 100);
        sampler.add(30, 1, 2, 3, 5);
        sampler.add(20, 4, 5, 6, 5);
        sampler.add(10, 7, 8, 9, 5);
        sampler.add(30, 10, 11, 12, 5);
        sampler.add(20, 13, 14, 15, 5);
        assertThat(sampler.complete()).isFalse();
        assertThat(sampler.sessions().keySet()).containsExactly(10L, 20L);
        assertThat(calls(sampler, 20)).containsExactly("4-5:6@5", "13-14:15@5");
    }

    @Test
    void isCompleteWhileAllSessionsFit() {
        SessionSampler sampler = new SessionSampler(2, 100);
        sampler.add(7, 1, 2, 3, 5);
        sampler.add(5, 1, 2, 3, 5);
        sampler.add(7, 1, 2, 3, 5);
        assertThat(sampler.complete()).isTrue();
    }

    @Test
    void staysIncompleteWhenMergedIntoAnEmptyOne() {
        SessionSampler part = new SessionSampler(1, 100);
        part.add(2, 1, 2, 3, 5);
        part.add(1, 1, 2, 3, 5);
        SessionSampler empty = new SessionSampler(1, 100);
        empty.merge(part);
        assertThat(empty.complete()).isFalse();
        assertThat(empty.sessions().keySet()).containsExactly(1L);
    }

    @Test
    void collapsesAnEndlessSessionAndStaysCollapsedInMerges() {
        SessionSampler left = new SessionSampler(2, 3);
        SessionSampler right = new SessionSampler(2, 3);
        IntStream.range(0, 3).forEach(i -> left.add(1, i, i, i, 5));
        assertThat(session(left, 1).size()).isEqualTo(3);
        right.add(1, 9, 9, 9, 5);
        left.merge(right);
        left.add(1, 10, 10, 10, 5);
        assertThat(session(left, 1).size()).isZero();
        assertThat(session(left, 1).count()).isEqualTo(5);
        right.merge(left);
        assertThat(session(right, 1).size()).isZero();
        assertThat(session(right, 1).count()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void equalsTheOracleForEverySplitAndOrder(int seed) {
        Random random = new Random(seed);
        int limit = 1 + random.nextInt(6);
        int callLimit = 2 + random.nextInt(8);
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(new long[] {random.nextInt(10) - 5, random.nextInt(4), 5, i});
        }
        Collections.shuffle(all, random);
        SessionSampler[] parts = IntStream.range(0, 3)
                .mapToObj(i -> new SessionSampler(limit, callLimit))
                .toArray(SessionSampler[]::new);
        all.forEach(call -> parts[random.nextInt(3)].add(call[0], call[1], call[2], call[3], call[3] % 3));
        parts[0].merge(parts[2]);
        parts[1].merge(parts[0]);

        SortedMap<Long, List<String>> expected = new TreeMap<>();
        TreeSet<Long> hashes = new TreeSet<>(all.stream().map(call -> call[0]).toList());
        hashes.stream()
                .limit(limit)
                .forEach(hash -> expected.put(
                        hash,
                        all.stream()
                                .filter(call -> call[0] == hash)
                                .map(call -> call[1] + "-" + call[2] + ":" + call[3] + "@" + call[3] % 3)
                                .toList()));
        assertThat(parts[1].sessions().keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(parts[1].complete()).isEqualTo(hashes.size() <= limit);
        expected.forEach((hash, calls) -> {
            assertThat(session(parts[1], hash).count()).isEqualTo(calls.size());
            assertThat(calls(parts[1], hash))
                    .containsExactlyInAnyOrderElementsOf(calls.size() > callLimit ? List.of() : calls);
        });
    }

    private static SessionSampler.Calls session(SessionSampler sampler, long hash) {
        return Objects.requireNonNull(sampler.sessions().get(hash));
    }

    private static List<String> calls(SessionSampler sampler, long session) {
        SessionSampler.Calls calls = session(sampler, session);
        return IntStream.range(0, calls.size())
                .mapToObj(i -> calls.startMillis(i) + "-" + calls.endMillis(i) + ":" + calls.inputTokens(i) + "@"
                        + calls.model(i))
                .toList();
    }
}
