package dev.batchable.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.profile.Series;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchingTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static List<String> batches(Parcels arrivals, String rule, Duration budget, Terms.Limits limits) {
        Lane lane = Scene.lane("a", arrivals, rule, budget, Scene.always(Duration.ofMinutes(1)), limits);
        return Batching.of(lane).batches().stream()
                .map(batch -> batch.formedAt() / 60 + ": " + batch.requests())
                .toList();
    }

    private static Terms.Limits limits(OptionalLong least, OptionalLong most, OptionalLong tokens) {
        return new Terms.Limits(least, most, tokens, 1);
    }

    @Test
    void submitsEverySoOften() {
        assertThat(batches(Scene.steady(25, 2), "every:10m", DAY, Scene.NO_LIMITS))
                .containsExactly("10: 20", "20: 20", "30: 10");
    }

    @Test
    void submitsAtATimeOfDay() {
        assertThat(batches(Scene.steady(180, 1), "at:02:00", DAY.plusDays(2), Scene.NO_LIMITS))
                .containsExactly("120: 120", "1560: 60");
    }

    /// The rest goes when half of the time is used up that there is until it must be given up: (60 − 5) / 2 min.
    @Test
    void submitsByNumberAndTheRestInTime() {
        assertThat(batches(Scene.steady(10, 3), "size:12", Duration.ofHours(1), Scene.NO_LIMITS))
                .containsExactly("3: 12", "7: 12", "36: 6");
    }

    @Test
    void cutsAtTheMostCallsAndTokens() {
        assertThat(batches(
                        Scene.steady(1, 25),
                        "every:10m",
                        DAY,
                        limits(OptionalLong.empty(), OptionalLong.of(10), OptionalLong.empty())))
                .containsExactly("10: 10", "10: 10", "10: 5");
        assertThat(batches(
                        Scene.steady(1, 25),
                        "every:10m",
                        DAY,
                        limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(129))))
                .containsExactly("10: 12", "10: 12", "10: 1");
    }

    @Test
    void holdsBackWhatIsTooFewUntilItMustRunOnRealtime() {
        Terms.Limits atLeast = limits(OptionalLong.of(100), OptionalLong.empty(), OptionalLong.empty());
        assertThat(batches(Scene.steady(120, 1), "every:10m", DAY, atLeast)).containsExactly("100: 100");
        Lane lane =
                Scene.lane("a", Scene.steady(120, 1), "every:10m", DAY, Scene.always(Duration.ofMinutes(1)), atLeast);
        assertThat(Batching.of(lane).unsent()).hasSize(20).allSatisfy(fate -> {
            assertThat(fate.outcome(0)).isEqualTo(Fate.Outcome.UNSENT);
            assertThat(fate.endedAt(0) - fate.batch().calls().first())
                    .isEqualTo(DAY.minusMinutes(5).toSeconds());
        });
    }

    @Test
    void leavesOutWhatCannotWaitForTheNextSubmission() {
        Lane lane = Scene.lane(
                "a", Scene.steady(60, 1), "every:1h", Duration.ofMinutes(35), Scene.always(Duration.ofMinutes(1)));
        Batching.Formed formed = Batching.of(lane);
        assertThat(formed.batches()).hasSize(1);
        assertThat(formed.batches().get(0).requests()).isEqualTo(30);
        assertThat(formed.unsent()).hasSize(30);
    }

    @Test
    void findsTheTimeOfDayThroughAChangeOfClocks() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long before = java.time.Instant.parse("2026-10-24T01:00:00Z").getEpochSecond();
        assertThat(Submission.nextTime(before, LocalTime.of(2, 30), berlin))
                .isEqualTo(java.time.Instant.parse("2026-10-25T00:30:00Z").getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({
        "every:15, no duration",
        "every:30s, no period below 1m",
        "size:0, size:10000",
        "size:1e3, size:10000",
        "at:24:00, at:02:00",
        "daily, every:15m",
        "'', every:15m"
    })
    void refusesOtherRulesWithAnExample(String text, String hint) {
        assertThatThrownBy(() -> Submission.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @CsvSource({"every:15m", "every:6h", "size:10000", "at:02:00"})
    void spellsARuleAsItReadsIt(String text) {
        assertThat(Submission.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"tokens", "tokens:0", "bytes:5", "requests:1.5", "requests:1e6"})
    void refusesOtherCaps(String text) {
        assertThatThrownBy(() -> Cap.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requests:200000");
    }

    @Test
    void takesAShareOfEveryMinuteWithoutLosingACall() {
        Series series = Series.of(
                List.of(new Series.Slot(0, 7, 70, 0), new Series.Slot(1, 7, 70, 2), new Series.Slot(2, 3, 30, 3)));
        Parcels parcels = Arrivals.of(series, 1, new BigDecimal("0.5"));
        assertThat(parcels.requests()).isEqualTo(6);
        assertThat(parcels.tokens()).isEqualTo(70);
        assertThat(parcels.size()).isEqualTo(2);
    }

    @Test
    void spreadsABucketOverItsMinutes() {
        Parcels parcels = Arrivals.of(Series.of(List.of(new Series.Slot(60, 90, 900, 0))), 60, BigDecimal.ONE);
        assertThat(parcels.size()).isEqualTo(60);
        assertThat(parcels.requests()).isEqualTo(90);
        assertThat(parcels.tokens()).isEqualTo(900);
        assertThat(parcels.first()).isEqualTo(60 * 60 + 30);
    }
}
