package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.ProfileFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant THREE = MONDAY.plus(Duration.ofHours(3));

    private static Optional<Cadence> cadence(int runs, ZoneId zone, IntFunction<Instant> start) {
        ProfileFixtures job = workload("a");
        for (int run = 0; run < runs; run++) {
            job.calls(start.apply(run), Duration.ofSeconds(20), 60);
        }
        return Cadence.of(job.subject().runs(), zone);
    }

    private static Optional<Cadence> cadence(int runs, IntFunction<Instant> start) {
        return cadence(runs, ZoneOffset.UTC, start);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 24, every 2h",
        "3, 24, every 3h",
        "4, 24, every 4h",
        "6, 24, every 6h",
        "8, 24, every 8h",
        "12, 24, every 12h",
        "24, 5, every 24h",
        "168, 5, every week"
    })
    void namesThePeriod(int hours, int runs, String name) {
        assertThat(cadence(runs, run -> THREE.plus(Duration.ofHours((long) hours * run)))
                        .map(Cadence::text))
                .contains(name + ", no drift, spread 0.0 min");
        assertThat(cadence(runs - 1, run -> THREE.plus(Duration.ofHours((long) hours * run))))
                .isEmpty();
    }

    @Test
    void namesAMonthWhereTheFirstWorkingDayWanders() {
        assertThat(cadence(5, run -> Instant.parse("2026-0" + (run + 1) + "-0" + (1 + run % 3) + "T06:00:00Z"))
                        .map(found -> found.period()))
                .contains(Period.MONTHLY);
    }

    @Test
    void namesTheWorkingDays() {
        assertThat(cadence(15, run -> THREE.plus(DAY.multipliedBy(run + run / 5 * 2)))
                        .map(Cadence::text))
                .contains("every weekday, no drift, spread 0.0 min");
    }

    /// As GitHub's cron does: later by the month, and by half an hour either way.
    @Test
    void tellsDriftAndSpread() {
        Random random = new Random(11);
        Cadence drifting = cadence(
                        90,
                        run -> THREE.plus(DAY.multipliedBy(run))
                                .plus(Duration.ofSeconds((long) (run * 84 + random.nextGaussian() * 1_200))))
                .orElseThrow();
        assertThat(drifting.drift().perDay())
                .isBetween(
                        1.4 - drifting.drift().within(), 1.4 + drifting.drift().within());
        assertThat(drifting.spread()).isBetween(16.0, 24.0);
        assertThat(drifting.text()).startsWith("every 24h, drifting 1.");
        assertThat(drifting.error()).isEqualTo("drift ±0.2 min a day, 95 % interval");
    }

    /// In autumn the clocks of Berlin go back: 03:00 there is 01:00 and then 02:00 in UTC.
    @Test
    void keepsTheWallClocksTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant first = Instant.parse("2026-10-20T01:00:00Z");
        assertThat(cadence(10, berlin, run -> first.atZone(berlin).plusDays(run).toInstant())
                        .map(Cadence::spread))
                .contains(0.0);
    }

    @Test
    void randomStartsHaveNone() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            assertThat(cadence(
                            40,
                            run -> THREE.plus(Duration.ofHours(6L * run))
                                    .plus(Duration.ofMinutes(random.nextInt(270)))))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }
}
