package dev.batchable.join;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Field;
import dev.batchable.record.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTest {
    private static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");

    @Test
    void keepsTheFirstOfEqualCopiesAcrossBatches() throws IOException {
        Request mine = call().id("a").key("search").build();
        Request other = call().id("b").build();
        try (Copies copies = new Copies()) {
            assertThat(copies.retain(List.of(mine, other))).containsExactly(mine, other);
            assertThat(copies.retain(List.of(other, mine))).isEmpty();
            assertThat(copies.outranked()).isZero();
        }
    }

    @Test
    void keepsTheCopyThatTellsMostWhenAllAreReadOnceMore() throws IOException {
        Request poor = call().id("a").present(Set.of(Field.START)).build();
        Request rich = call().id("a")
                .present(Set.of(Field.START, Field.MODEL))
                .key("search")
                .build();
        Request other = call().id("b").build();
        try (Copies copies = new Copies(1)) {
            assertThat(copies.retain(List.of(poor, other))).containsExactly(poor, other);
            assertThat(copies.retain(List.of(rich, poor, rich))).isEmpty();
            assertThat(copies.outranked()).isEqualTo(1);
            copies.settle();
            assertThat(copies.retain(List.of(poor, other))).containsExactly(other);
            assertThat(copies.retain(List.of(rich, poor, rich))).containsExactly(rich);
        }
    }

    /// Whatever the order, the same one of several copies that tell equally many fields.
    @Test
    void choosesAmongEquallyRichCopiesByWhatTheySay() throws IOException {
        List<Request> copies = new ArrayList<>(IntStream.range(0, 6)
                .mapToObj(i -> call().id("a").key("key-" + i).build())
                .toList());
        Set<Request> chosen = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(copies, new Random(seed));
            try (Copies join = new Copies()) {
                join.retain(copies);
                join.settle();
                chosen.addAll(join.retain(copies));
            }
        }
        assertThat(chosen).hasSize(1);
    }

    @Test
    void seesACopyWhoseStampIsUpToAMinuteOff() throws IOException {
        for (String stamp : List.of("2026-11-02T12:00:59Z", "2026-11-02T12:01:58.999Z", "2026-11-02T12:00:00Z")) {
            Request exact = call().id("a").at("2026-11-02T12:00:59.999Z").build();
            Request copy = call().id("a").at(stamp).build();
            try (Copies copies = new Copies(1)) {
                assertThat(copies.retain(List.of(exact, copy))).as(stamp).containsExactly(exact);
            }
        }
    }

    @Test
    void keepsCallsWithoutAnIdAndCallsOfAnotherTime() throws IOException {
        List<Request> calls = List.of(
                call().build(),
                call().build(),
                call().id("").build(),
                call().id("").build(),
                call().id("a").build(),
                call().id("a").at("2026-11-02T12:05:00Z").build());
        try (Copies copies = new Copies()) {
            assertThat(copies.retain(calls)).isEqualTo(calls);
        }
    }

    /// A limit of 1 spills at every change of the slice, 200 now and then, a million never.
    @ParameterizedTest
    @CsvSource({
        "1, ordered", "1, overlapping", "1, shuffled",
        "200, ordered", "200, overlapping", "200, shuffled",
        "1000000, ordered", "1000000, overlapping", "1000000, shuffled"
    })
    void agreesWithASetOfAllIds(int limit, String order) throws IOException {
        Random random = new Random(7);
        List<Request> calls = inOrder(order, random);
        Set<String> seen = new HashSet<>();
        List<Request> expected = calls.stream()
                .filter(call -> seen.add(call.identity().requestId().orElseThrow()))
                .toList();
        List<Request> kept = new ArrayList<>();
        try (Copies copies = new Copies(limit)) {
            for (int from = 0; from < calls.size(); from += 100) {
                kept.addAll(copies.retain(calls.subList(from, Math.min(calls.size(), from + 100))));
            }
        }
        assertThat(kept).isEqualTo(expected).hasSizeLessThan(calls.size());
    }

    private static List<Request> inOrder(String order, Random random) {
        List<Request> calls = new ArrayList<>(export(random));
        switch (order) {
            case "overlapping" -> calls.addAll(calls.subList(500, 2_000));
            case "shuffled" -> Collections.shuffle(calls, random);
            default -> assertThat(order).isEqualTo("ordered");
        }
        return calls;
    }

    /// 2,000 calls over 200 minutes, some of them copies of a neighbour.
    private static List<Request> export(Random random) {
        return IntStream.range(0, 2_000)
                .mapToObj(i -> call().id("request-" + (i - random.nextInt(2)))
                        .at(DAY.plusSeconds(i / 10 * 60L + random.nextInt(3)))
                        .build())
                .toList();
    }
}
