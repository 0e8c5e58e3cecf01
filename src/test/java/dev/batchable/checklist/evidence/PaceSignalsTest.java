package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.ProfileFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceSignalsTest {
    private static final int HOURS = 3;

    @Test
    void pacedCallsAreMoreEvenThanPeopleCanBe() {
        Signal signal = PaceSignals.evenPace(nightlyJob().subject());
        assertThat(signal.weight()).isEqualTo(0.8);
        assertThat(signal.evidence().error()).contains("95 % interval 0.00 to 0.00");
        assertThat(signal.evidence().found()).isEqualTo("variance ÷ mean of calls per minute 0.00 at 3.00 a minute");
    }

    @Test
    void callsAtRandomAreNotEven() {
        Random random = new Random(4);
        ProfileFixtures poisson = workload("a");
        for (int call = 0; call < 2_000; call++) {
            poisson.calls(MONDAY.plus(Duration.ofSeconds(random.nextInt(36_000))), Duration.ZERO, 1);
        }
        assertThat(PaceSignals.evenPace(poisson.subject()).weight()).isZero();
    }

    @Test
    void evennessNeedsThreeHundredMinutes() {
        assertThat(PaceSignals.evenPace(workload("a")
                                .calls(MONDAY, Duration.ofSeconds(20), 300)
                                .subject())
                        .evidence()
                        .lean())
                .isEqualTo(Lean.UNKNOWN);
    }

    /// So many calls under way in every minute of an hour a day, each a minute long.
    private static ProfileFixtures workers(int workers) {
        ProfileFixtures pool = steady();
        for (int minute = 0; minute < HOURS * 60; minute++) {
            pool.underWay(minute(minute), workers, 60_000);
        }
        return pool;
    }

    private static Instant minute(int busyMinute) {
        return MONDAY.plus(Duration.ofDays(busyMinute / 60)).plus(Duration.ofMinutes(busyMinute % 60));
    }

    @Test
    void asManyCallsUnderWayInEveryMinuteAreAPool() {
        Signal signal = PaceSignals.workerPool(workers(4).subject());
        assertThat(signal.evidence().found())
                .isEqualTo("4.00 calls under way in the median minute, variance ÷ squares 0.00; "
                        + "3 of 3 stretches start and end steeply");
        assertThat(signal.evidence().weight()).contains(new Evidence.Weight("pace", "worker-pool.weight", 1.0));
        assertThat(signal.evidence().samples()).isEqualTo(180);
    }

    /// One person with one agent looks so too.
    @Test
    void oneWorkerSaysLittle() {
        assertThat(PaceSignals.workerPool(workers(1).subject()).weight()).isEqualTo(0.3);
    }

    /// Poisson numbers of calls of ten seconds, at 24 a minute.
    @Test
    void callsThatComeIndependentlyAreNoPool() {
        Random random = new Random(5);
        ProfileFixtures people = steady();
        for (int minute = 0; minute < HOURS * 60; minute++) {
            int calls = 0;
            for (int chance = 0; chance < 2_400; chance++) {
                calls += random.nextInt(100) == 0 ? 1 : 0;
            }
            people.underWay(minute(minute), calls, 10_000);
        }
        Signal signal = PaceSignals.workerPool(people.subject());
        assertThat(signal.weight()).isZero();
        assertThat(signal.evidence().lean()).isEqualTo(Lean.NEITHER);
    }

    /// A limit of calls a minute keeps the number steady too, at a level that is no number of workers.
    @Test
    void aSteadyLevelBetweenTwoNumbersIsNoPool() {
        ProfileFixtures limited = steady();
        for (int minute = 0; minute < HOURS * 60; minute++) {
            limited.underWay(minute(minute), 9, 10_000);
        }
        assertThat(PaceSignals.workerPool(limited.subject()).weight()).isZero();
    }

    /// Four calls at a limit for most of the hour, but people come and go over ten minutes.
    @Test
    void aServiceAtItsLimitThatFillsAndEmptiesSlowlyIsNoPool() {
        ProfileFixtures saturated = steady();
        for (int minute = 0; minute < HOURS * 60; minute++) {
            int fromEdge = Math.min(minute % 60, 59 - minute % 60);
            saturated.underWay(minute(minute), 4, Math.min(60_000, 12_000L + fromEdge * 6_000L));
        }
        Signal signal = PaceSignals.workerPool(saturated.subject());
        assertThat(signal.weight()).isZero();
        assertThat(signal.evidence().found()).endsWith("0 of 3 stretches start and end steeply");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 119, 'needs 120 minutes in stretches of 20 without a pause'",
        "1, 0, no latency is told",
        "6000, 180, stamps are coarser than 5 s"
    })
    void aPoolIsNotLookedForWhereItCannotBeSeen(long stampMillis, int minutes, String why) {
        ProfileFixtures seen = steady().stampMillis(stampMillis);
        for (int minute = 0; minute < minutes; minute++) {
            seen.underWay(MONDAY.plus(Duration.ofMinutes(minute)), 4, 60_000);
        }
        Evidence evidence = PaceSignals.workerPool(seen.subject()).evidence();
        assertThat(evidence.lean()).isEqualTo(Lean.UNKNOWN);
        assertThat(evidence.found()).isEqualTo("not applicable: " + why);
    }
}
