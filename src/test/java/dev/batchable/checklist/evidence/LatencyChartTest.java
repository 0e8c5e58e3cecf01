package dev.batchable.checklist.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.InFlight;
import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/// Ten days of ten calls a minute, in windows of five minutes.
class LatencyChartTest {
    private static final int DAY = 1_440;

    private static LatencyChart.Member member(int calls, IntToLongFunction millisEach, IntToLongFunction tokensEach) {
        List<Series.Slot> slots = new ArrayList<>();
        List<InFlight.Slot> busy = new ArrayList<>();
        for (int minute = 0; minute < 10 * DAY; minute++) {
            long wobble = 900 + minute * 7919L % 200;
            slots.add(new Series.Slot(minute, calls, calls * tokensEach.applyAsLong(minute), 0));
            busy.add(new InFlight.Slot(minute, calls * millisEach.applyAsLong(minute) * wobble / 1_000, 0));
        }
        return new LatencyChart.Member(Series.of(slots), InFlight.of(busy));
    }

    private static boolean slow(int minute) {
        return minute >= 7_000 && minute < 7_030;
    }

    @Test
    void findsTheTimeInWhichCallsTookThreeTimesAsLong() {
        List<Spell> spells = LatencyChart.spells(List.of(member(10, at -> slow(at) ? 6_000 : 2_000, at -> 100)));
        assertThat(spells).singleElement().satisfies(spell -> {
            assertThat(spell.kind()).isEqualTo(Spell.Kind.LATENCY);
            assertThat(List.of(spell.start(), spell.end(), spell.requests())).containsExactly(7_000L, 7_030L, 300L);
            assertThat(spell.slowdown()).isBetween(2.8, 3.2);
        });
    }

    @Test
    void lessThanTwiceAsLongIsNoSpell() {
        assertThat(LatencyChart.spells(List.of(member(10, at -> slow(at) ? 3_800 : 2_000, at -> 100))))
                .isEmpty();
    }

    @Test
    void longerWorkIsNoSpell() {
        assertThat(LatencyChart.spells(List.of(member(10, at -> slow(at) ? 6_000 : 2_000, at -> slow(at) ? 300 : 100))))
                .isEmpty();
    }

    @Test
    void nightsOfLongAnswersAreUsual() {
        assertThat(LatencyChart.spells(List.of(member(10, at -> at % DAY < 120 ? 9_000 : 2_000, at -> 100))))
                .isEmpty();
    }

    /// 2.2 times as slow for one alone is 1.6 times for both.
    @Test
    void severalWorkloadsAreChartedTogether() {
        LatencyChart.Member steady = member(10, at -> 2_000, at -> 100);
        LatencyChart.Member slowed = member(10, at -> slow(at) ? 4_400 : 2_000, at -> 100);
        assertThat(LatencyChart.spells(List.of(slowed))).hasSize(1);
        assertThat(LatencyChart.spells(List.of(slowed, steady))).isEmpty();
    }

    @Test
    void tooFewCallsAreNotCharted() {
        List<Series.Slot> slots = new ArrayList<>();
        List<InFlight.Slot> busy = new ArrayList<>();
        for (int call = 0; call < 2_000; call++) {
            slots.add(new Series.Slot(call * 10L, 1, 0, 0));
            busy.add(new InFlight.Slot(call * 10L, call / 50 == 20 ? 50_000 : 1_000, 0));
        }
        assertThat(LatencyChart.spells(List.of(new LatencyChart.Member(Series.of(slots), InFlight.of(busy)))))
                .isEmpty();
    }
}
