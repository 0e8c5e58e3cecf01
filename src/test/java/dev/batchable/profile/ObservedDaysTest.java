package dev.batchable.profile;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Request;
import dev.batchable.record.Tier;
import dev.batchable.record.UsageBucket;
import dev.batchable.record.Window;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// November 2026 begins on a Sunday.
class ObservedDaysTest {
    @Test
    void leavesOutEdgesThatAreCutOff() {
        Stream<String> calls = Stream.of(
                        day(1, "14:00", "23:50"),
                        day(2, "00:05", "23:40"),
                        day(3, "00:10", "23:50"),
                        day(4, "00:20", "23:55"),
                        day(5, "00:05", "09:00"))
                .flatMap(List::stream);
        assertThat(observed(calls)).containsExactly(2, 3, 4);
    }

    /// Upper quartile of 08:00, 08:30, 09:00, 09:30 is 09:00 (third of four); lower quartile of 17:00, 18:00,
    /// 19:00, 20:00 is 17:00. So a first call at 10:00 and a last one at 16:00 are just covered.
    @Test
    void allowsAnHourBeyondTheQuartile() {
        List<List<String>> between = List.of(
                day(2, "08:00", "17:00"), day(3, "08:30", "18:00"), day(4, "09:00", "19:00"), day(5, "09:30", "20:00"));
        assertThat(observed(edges(between, "10:00", "16:00"))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(observed(edges(between, "10:01", "15:59"))).containsExactly(2, 3, 4, 5);
    }

    private static Stream<String> edges(List<List<String>> between, String first, String last) {
        List<List<String>> edges = List.of(day(1, first, "20:00"), day(6, "08:00", last));
        return Stream.concat(between.stream(), edges.stream()).flatMap(List::stream);
    }

    @Test
    void acceptsEdgesWhereLittleIsKnown() {
        Stream<String> calls = Stream.of(
                        day(1, "14:00", "23:50"),
                        day(2, "00:05", "23:40"),
                        day(3, "00:10", "23:50"),
                        day(4, "00:20", "01:00"))
                .flatMap(List::stream);
        assertThat(observed(calls)).containsExactly(1, 2, 3, 4);
        assertThat(observed(Stream.of("2026-11-07T14:00:00Z"))).containsExactly(7);
    }

    @Test
    void coversTheShortDayOfANightlyJob() {
        assertThat(observed(IntStream.rangeClosed(3, 9).boxed().flatMap(day -> day(day, "02:00", "03:10").stream())))
                .containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void leavesOutAGapInADailyInput() {
        assertThat(observed(daily(2, 20).filter(day -> day != 11)))
                .doesNotContain(11)
                .hasSize(18);
    }

    @Test
    void countsEmptyDaysOfAnInputThatIsNotDaily() {
        assertThat(observed(Stream.of(3, 5, 6, 9))).containsExactly(3, 4, 5, 6, 7, 8, 9);
    }

    /// Sundays fall on the 1st, 8th, 15th and 22nd: closed. The empty Wednesday, the 11th, is a gap.
    @Test
    void countsAClosedWeekdayAndStillSeesAGap() {
        assertThat(observed(daily(2, 21).filter(day -> day % 7 != 1 && day != 11)))
                .contains(8, 15)
                .doesNotContain(11)
                .hasSize(19);
    }

    @Test
    void leavesOutDaysOfTheWindowOutsideTheInput() throws IOException {
        try (ProfileBuilder builder = new ProfileBuilder(Profiles.settings())) {
            daily(5, 9).forEach(day -> builder.add(call().at(noon(day)).build(), Set.of()));
            Window window = new Window(LocalDate.of(2026, 11, 7), LocalDate.of(2026, 11, 20), ZoneOffset.UTC);
            assertThat(days(builder.build(window))).containsExactly(7, 8, 9);
        }
    }

    @Test
    void observesNothingInNothing() {
        assertThat(observed(Stream.<String>of())).isEmpty();
    }

    @Test
    void takesABucketForAllOfItsInterval() throws IOException {
        try (ProfileBuilder builder = new ProfileBuilder(Profiles.settings())) {
            daily(2, 6).forEach(day -> builder.add(bucket(day, Duration.ofDays(1)), Set.of()));
            builder.add(bucket(7, Duration.ofDays(2)), Set.of());
            builder.add(bucket(9, Duration.ofHours(1)), Set.of());
            assertThat(days(builder.build(Profiles.NOVEMBER))).containsExactly(2, 3, 4, 5, 6, 7, 8);
        }
    }

    /// 23:30 UTC is half past midnight of the next day in Berlin.
    @Test
    void countsDaysInTheZoneOfTheReport() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Window window = new Window(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), berlin);
        List<Request> calls = List.of(call().at("2026-11-02T23:30:00Z").build());
        assertThat(days(Profiles.of(Profiles.settings(berlin, List.of()), calls, window)))
                .containsExactly(3);
    }

    /// One part holds the mornings, the other the evenings; only together do they show that the edges are cut.
    @Test
    void joinsTheHalvesOfADayThatLieInTwoParts() throws IOException {
        List<List<String>> days = List.of(
                day(1, "14:00", "23:50"),
                day(2, "00:05", "23:40"),
                day(3, "00:10", "23:50"),
                day(4, "00:20", "23:55"),
                day(5, "00:05", "09:00"));
        ProfileBuilder mornings = new ProfileBuilder(Profiles.settings());
        ProfileBuilder evenings = new ProfileBuilder(Profiles.settings());
        days.forEach(day -> mornings.add(call().at(day.get(0)).build(), Set.of()));
        days.forEach(day -> evenings.add(call().at(day.get(1)).build(), Set.of()));
        try (ProfileBuilder all = ProfileBuilder.mergeAll(List.of(mornings, evenings))) {
            assertThat(days(all.build(Profiles.NOVEMBER))).containsExactly(2, 3, 4);
        }
    }

    private static Stream<Integer> daily(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed();
    }

    private static List<String> day(int day, String first, String last) {
        return List.of("2026-11-0" + day + "T" + first + ":00Z", "2026-11-0" + day + "T" + last + ":00Z");
    }

    private static Instant noon(int day) {
        return LocalDate.of(2026, 11, day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static List<Integer> observed(Stream<?> calls) {
        List<Request> requests = calls.map(
                        when -> call().at(when instanceof Integer day ? noon(day) : Instant.parse(when.toString()))
                                .build())
                .toList();
        return days(Profiles.of(Profiles.settings(), requests, Profiles.NOVEMBER));
    }

    private static List<Integer> days(Profile profile) {
        return profile.observedDays().stream()
                .map(LocalDate::getDayOfMonth)
                .sorted()
                .toList();
    }

    private static UsageBucket bucket(int day, Duration width) {
        return new UsageBucket(
                LocalDate.of(2026, 11, day).atStartOfDay().toInstant(ZoneOffset.UTC),
                width,
                new ModelCall(
                        Optional.of("openai"),
                        Optional.of("gpt-4.1"),
                        Operation.UNKNOWN,
                        Tier.UNKNOWN,
                        Optional.empty(),
                        1),
                OptionalLong.of(5),
                Optional.empty(),
                Optional.empty(),
                Caller.NONE,
                Set.of(Field.START));
    }
}
