package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private final Timestamps timestamps = new Timestamps();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-01T08:15:30Z              | 2026-10-01T08:15:30Z",
                "2026-10-01T08:15:30.5Z            | 2026-10-01T08:15:30.500Z",
                "2026-10-01T08:15:30.123456789Z    | 2026-10-01T08:15:30.123456789Z",
                "2026-10-01T08:15:30.1234567891Z   | 2026-10-01T08:15:30.123456789Z",
                "2026-10-01 08:15:30.846371        | 2026-10-01T08:15:30.846371Z",
                "2026-10-01 08:15:30,5             | 2026-10-01T08:15:30.500Z",
                "2026-10-01t08:15:30z              | 2026-10-01T08:15:30Z",
                "2026-10-01T08:15                  | 2026-10-01T08:15:00Z",
                "2026-10-01                        | 2026-10-01T00:00:00Z",
                "2026-10-01T08:15:30+02:00         | 2026-10-01T06:15:30Z",
                "2026-10-01T08:15:30-0530          | 2026-10-01T13:45:30Z",
                "2026-10-01 08:15:30+00            | 2026-10-01T08:15:30Z",
                "2026-10-01 08:15:30 +0000 UTC     | 2026-10-01T08:15:30Z",
                "2026-10-01 08:15:30 UTC           | 2026-10-01T08:15:30Z",
                "2026-10-01T23:30:00-01:00         | 2026-10-02T00:30:00Z",
                "2028-02-29T00:00:00Z              | 2028-02-29T00:00:00Z",
                "Thu Oct 01 2026 08:15:30 GMT+0000 (Coordinated Universal Time) | 2026-10-01T08:15:30Z",
                "Thu Oct 01 2026 10:15:30 GMT+0200 | 2026-10-01T08:15:30Z",
                "1790842530                        | 2026-10-01T08:15:30Z",
                "1790842530.25                     | 2026-10-01T08:15:30.250Z",
                "1790842530250                     | 2026-10-01T08:15:30.250Z",
                "1790842530250001                  | 2026-10-01T08:15:30.250001Z",
                "1790842530250000001               | 2026-10-01T08:15:30.250000001Z",
                "2090842530250000001               | 2036-04-03T13:35:30.250000001Z",
                "1790842530.25000000               | 2026-10-01T08:15:30.250Z",
                "1.79084253E9                      | 2026-10-01T08:15:30Z",
            })
    void readsTheSpellingsOfExports(String text, String expected) throws BadValueException {
        assertThat(timestamps.parse("ts", text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "Thu Oct 32 2026 08:15:30 GMT+0000",
                "Thu Oct 01 2026",
                "10/01/2026 08:15",
                "2026-13-01",
                "2026-02-29T00:00:00Z",
                "2026-10-01T25:00:00Z",
                "2026-10-01T08:60:00Z",
                "2026-10-01T08:15:30.Z",
                "2026-10-01T08:15:30X",
                "2026-10-01T08:15:30+2",
                "2026-10-01T08:15:30+19:00",
                "2026-10-01X08:15:30Z",
                "2026-1x-01",
                "2026-10-01T8:15:30Z",
                "2026-10-01T08:15:30Z trailing",
                "-1790842530",
                "",
                "2026-10-01T08:15:30+02:00 CET"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> timestamps.parse("ts", text))
                .withMessageStartingWith("ts: found '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2100-01-01",
                "0",
                "12345",
                "99999999999999999999"
            })
    void refusesYearsInWhichNoCallWasMade(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> timestamps.parse("ts", text))
                .withMessageContaining("a year from 2000 to 2099");
    }

    @Test
    void keepsNoDayBeyondItsNeighbour() throws BadValueException {
        assertThat(timestamps.parse("ts", "2026-10-01T00:00:00Z")).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(timestamps.parse("ts", "2026-10-02T00:00:00Z")).isEqualTo(Instant.parse("2026-10-02T00:00:00Z"));
        assertThat(timestamps.parse("ts", "2026-10-01T00:00:01Z")).isEqualTo(Instant.parse("2026-10-01T00:00:01Z"));
    }
}
