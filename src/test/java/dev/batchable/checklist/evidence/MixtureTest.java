package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.ProfileFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int DAYS = 10;

    /// By day a curve of 4,000 calls with its top at 14:00, by night hardly any.
    private static ProfileFixtures people() {
        ProfileFixtures people = workload("assistant").resolution(QUARTER);
        for (int slot = 0; slot < DAYS * 96; slot++) {
            double hour = slot % 96 / 4.0;
            long calls = Math.round(80 * Math.exp(-Math.pow((hour - 14) / 4, 2))) + slot % 2;
            people.add(MONDAY.plus(QUARTER.multipliedBy(slot)), calls);
        }
        return people;
    }

    /// A thousand calls within an hour of every day.
    private static ProfileFixtures with(ProfileFixtures people, double hour) {
        Instant first = MONDAY.plus(Duration.ofMinutes(Math.round(hour * 60)));
        for (int day = 0; day < DAYS; day++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                people.add(first.plus(Duration.ofDays(day)).plus(QUARTER.multipliedBy(quarter)), 250);
            }
        }
        return people;
    }

    @Test
    void findsTheNightlyJobUnderPeoplesKey() {
        Mixture mixture = Mixture.of(with(people(), 2).subject()).orElseThrow();
        assertThat(mixture.runs()).hasSize(DAYS);
        assertThat(mixture.calls().part()).isBetween(9_900L, 10_000L);
        assertThat(mixture.share()).isEqualTo(new BigDecimal("0.30"));
        assertThat(mixture.besidePeople()).isTrue();
    }

    @Test
    void tellsRunsAndRestInItsEvidence() {
        Subject subject = with(people(), 2).subject();
        Evidence evidence = Mixture.of(subject).orElseThrow().evidence(subject);
        assertThat(evidence.found())
                .startsWith("10 runs every 24h, no drift, spread 0.0 min, usually from 02:00 UTC, ")
                .contains("% of calls and", "beside them days that correlate at 1.00");
        assertThat(evidence.lean()).isEqualTo(Lean.NEITHER);
        assertThat(evidence.weight()).isEmpty();
    }

    /// A lesson or a meeting that brings many at one hour of the day falls into the hours of people.
    @Test
    void aCrowdInPeoplesHoursIsNoJob() {
        assertThat(Mixture.of(with(people(), 10).subject())).isEmpty();
    }

    @Test
    void peopleAloneAreNoMixture() {
        assertThat(Mixture.of(people().subject())).isEmpty();
        assertThat(Mixture.of(steady().subject())).isEmpty();
    }

    @Test
    void aJobAloneIsNoMixture() {
        assertThat(Mixture.of(nightlyJob().subject())).isEmpty();
    }

    @Test
    void dailyBucketsShowNone() {
        assertThat(Mixture.of(workload("a")
                        .resolution(Duration.ofDays(1))
                        .daily(MONDAY, 10, Duration.ZERO, 100)
                        .subject()))
                .isEmpty();
    }
}
