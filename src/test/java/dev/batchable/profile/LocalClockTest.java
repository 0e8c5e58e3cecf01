package dev.batchable.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {
    @Test
    void countsHoursOfTheWeekFromMonday() {
        LocalClock clock = new LocalClock(ZoneId.of("UTC"));
        assertThat(hour(clock, "2026-11-02T00:00:00Z")).isZero();
        assertThat(hour(clock, "2026-11-01T23:59:59.999Z")).isEqualTo(167);
        assertThat(hour(clock, "1969-12-31T05:00:00Z")).as("a Wednesday").isEqualTo(53);
    }

    /// Clocks in Berlin went from 02:59:59 summer time back to 02:00 at 01:00 UTC on Sunday 2026-10-25.
    @Test
    void followsAChangeOfTheOffset() {
        LocalClock clock = new LocalClock(ZoneId.of("Europe/Berlin"));
        assertThat(hour(clock, "2026-10-25T00:59:59.999Z")).isEqualTo(146);
        assertThat(hour(clock, "2026-10-25T01:00:00Z")).isEqualTo(146);
        assertThat(hour(clock, "2026-10-25T02:00:00Z")).isEqualTo(147);
        assertThat(hour(clock, "2026-10-24T23:59:59Z")).isEqualTo(145);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "+05:45"})
    void agreesWithTheJavaCalendar(String zone) {
        LocalClock clock = new LocalClock(ZoneId.of(zone));
        Random random = new Random(zone.hashCode());
        for (int i = 0; i < 2_000; i++) {
            long millis = (random.nextLong() >> 22) + (i % 2 == 0 ? 0 : 1_700_000_000_000L);
            ZonedDateTime expected = Instant.ofEpochMilli(millis).atZone(ZoneId.of(zone));
            long local = clock.local(millis);
            assertThat(LocalClock.day(local)).isEqualTo(expected.toLocalDate().toEpochDay());
            assertThat(LocalClock.hourOfWeek(local))
                    .isEqualTo((expected.getDayOfWeek().getValue() - 1) * 24 + expected.getHour());
            assertThat(LocalClock.millisOfDay(local))
                    .isEqualTo(expected.toLocalTime().toNanoOfDay() / 1_000_000);
        }
    }

    private static int hour(LocalClock clock, String instant) {
        return LocalClock.hourOfWeek(clock.local(Instant.parse(instant).toEpochMilli()));
    }
}
