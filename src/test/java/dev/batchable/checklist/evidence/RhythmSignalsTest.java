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

class RhythmSignalsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant TWO = MONDAY.plus(Duration.ofHours(2));

    @Test
    void evenRunsThatRepeatAreACleanSchedule() {
        Signal signal = RhythmSignals.schedule(nightlyJob().subject());
        assertThat(signal.weight()).isEqualTo(2.4);
        assertThat(signal.evidence().found())
                .isEqualTo(
                        "7 runs every 24h, no drift, spread 0.0 min, usually from 02:00 UTC, 0.0 % of calls outside, "
                                + "on 0.0 % of days, "
                                + "more even than independent calls can be");
    }

    @Test
    void aScheduleTellsTheErrorOfItsDrift() {
        Evidence evidence = RhythmSignals.schedule(nightlyJob().subject()).evidence();
        assertThat(evidence.error()).contains("drift ±0.0 min a day, 95 % interval");
        assertThat(evidence.weight()).contains(new Evidence.Weight("rhythm", "schedule.clean-weight", 2.4));
    }

    @Test
    void theHourOfTheDayPlaysNoPart() {
        ProfileFixtures atNoon = workload("a").daily(MONDAY.plus(Duration.ofHours(12)), 7, Duration.ofSeconds(20), 300);
        assertThat(RhythmSignals.schedule(atNoon.subject()).weight()).isEqualTo(2.4);
    }

    @Test
    void runsThatDriftByTwoHoursAreStillInStep() {
        ProfileFixtures drifting = workload("a");
        for (int day = 0; day < 20; day++) {
            drifting.calls(
                    TWO.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(15L * day)), Duration.ofSeconds(20), 300);
        }
        assertThat(RhythmSignals.schedule(drifting.subject()).weight()).isEqualTo(2.4);
    }

    @Test
    void runsAtFiveDifferentTimesAreNoSchedule() {
        ProfileFixtures scattered = workload("a");
        for (int day = 0; day < 10; day++) {
            scattered.calls(
                    MONDAY.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(5L * (day % 4))),
                    Duration.ofSeconds(20),
                    300);
        }
        assertThat(RhythmSignals.schedule(scattered.subject()).weight()).isZero();
    }

    @Test
    void fourRepeatsAreTooFew() {
        ProfileFixtures four = workload("a").daily(TWO, 4, Duration.ofSeconds(20), 300);
        assertThat(RhythmSignals.schedule(four.subject()).weight()).isZero();
    }

    @Test
    void aFewCallsByDayMayBePeople() {
        ProfileFixtures beside = nightlyJob().daily(MONDAY.plus(Duration.ofHours(10)), 7, Duration.ofMinutes(5), 8);
        Signal signal = RhythmSignals.schedule(beside.subject());
        assertThat(signal.weight()).isEqualTo(1.2);
        assertThat(signal.evidence().found()).contains("2.6 % of calls outside, on 100.0 % of days");
    }

    /// One call in 150, but every day: somebody may wait for it.
    @Test
    void oneCallByDayEveryDayMayBePeopleToo() {
        ProfileFixtures beside = nightlyJob().daily(MONDAY.plus(Duration.ofHours(10)), 7, Duration.ofMinutes(5), 2);
        assertThat(RhythmSignals.schedule(beside.subject()).weight()).isEqualTo(1.2);
        ProfileFixtures once = nightlyJob().calls(MONDAY.plus(Duration.ofHours(10)), Duration.ofMinutes(5), 14);
        assertThat(RhythmSignals.schedule(once.subject()).weight()).isEqualTo(2.4);
    }

    /// Forty calls within four minutes, at seven past every hour.
    private static ProfileFixtures everyHour(int hours) {
        ProfileFixtures hourly = workload("a");
        for (int hour = 0; hour < hours; hour++) {
            hourly.calls(
                    MONDAY.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(5 + hour % 5)),
                    Duration.ofSeconds(6),
                    40 + hour % 3 * 20);
        }
        return hourly;
    }

    @Test
    void runsOfEveryHourOfDayAndNightAreASchedule() {
        Signal signal = RhythmSignals.schedule(everyHour(48).subject());
        assertThat(signal.evidence().found())
                .startsWith("48 runs every hour, no drift, spread 1.4 min, 0.0 % of calls outside");
        assertThat(Schedule.of(everyHour(48).subject()).orElseThrow().cadence().period())
                .isEqualTo(Period.HOURLY);
    }

    @Test
    void twentyThreeRunsOfEveryHourAreTooFew() {
        assertThat(Schedule.of(everyHour(24).subject())).isPresent();
        assertThat(Schedule.of(everyHour(23).subject())).isEmpty();
    }

    @Test
    void bucketsShowThatTheLogWasKeptBetweenTheRuns() {
        ProfileFixtures kept = workload("a").resolution(Duration.ofMinutes(10));
        for (int slot = 0; slot < 7 * 144; slot++) {
            kept.add(MONDAY.plus(Duration.ofMinutes(10L * slot)), slot % 144 == 20 ? 500 : 0);
        }
        assertThat(RhythmSignals.schedule(kept.subject()).weight()).isEqualTo(1.2);
        ProfileFixtures cut = workload("a").resolution(Duration.ofMinutes(10)).daily(TWO, 7, Duration.ZERO, 500);
        assertThat(RhythmSignals.schedule(cut.subject()).weight()).isZero();
    }

    @Test
    void manyCallsByDayAreNoSchedule() {
        ProfileFixtures beside = nightlyJob().daily(MONDAY.plus(Duration.ofHours(10)), 7, Duration.ofMinutes(5), 20);
        assertThat(RhythmSignals.schedule(beside.subject()).weight()).isZero();
    }

    /// All in the same minutes of every day, as a log kept for some hours only would show people.
    @Test
    void burstsInAFewHoursOfEveryDayMayBePeople() {
        ProfileFixtures bursts = workload("a");
        for (int day = 0; day < 7; day++) {
            for (int burst = 0; burst < 8; burst++) {
                bursts.calls(
                        TWO.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(12L * burst)),
                        Duration.ofSeconds(2),
                        40);
            }
        }
        Signal signal = RhythmSignals.schedule(bursts.subject());
        assertThat(signal.weight()).isZero();
        assertThat(signal.evidence().found()).endsWith("to the same minute as where a log was kept by the hour");
    }

    /// The same two hours of every day, cut out to the minute of a service with 1,500 calls an hour.
    @Test
    void hoursCutOutOfALargeServiceAreNotClean() {
        Random random = new Random(1);
        ProfileFixtures cut = workload("a");
        for (int day = 0; day < 7; day++) {
            for (int minute = 0; minute < 120; minute++) {
                cut.add(TWO.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(minute)), 20 + random.nextInt(40));
            }
        }
        assertThat(RhythmSignals.schedule(cut.subject()).weight()).isZero();
    }

    /// Hundreds of people in a lesson that takes about an hour of every day.
    @Test
    void largeShortRunsMayBeAClassInItsLesson() {
        Random random = new Random(2);
        ProfileFixtures large = workload("a");
        for (int day = 0; day < 7; day++) {
            Instant start = TWO.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(random.nextInt(60)));
            for (int minute = 0; minute < 60 + day * 5; minute++) {
                large.add(start.plus(Duration.ofMinutes(minute)), 10 + random.nextInt(60));
            }
        }
        assertThat(RhythmSignals.schedule(large.subject()).weight()).isLessThan(1.5);
    }

    /// Four calls a minute at random: Poisson, at one rate from start to end, and of different length each
    /// day.
    @Test
    void flatRunsMayBeAClassInItsLesson() {
        Random random = new Random(3);
        ProfileFixtures flat = workload("a");
        for (int day = 0; day < 9; day++) {
            lesson(
                    flat,
                    TWO.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(7L * day)),
                    4_000 + 300L * day,
                    random);
        }
        assertThat(RhythmSignals.schedule(flat.subject()).weight()).isLessThan(1.5);
    }

    private static void lesson(ProfileFixtures workload, Instant start, long seconds, Random random) {
        for (int call = 0; call < seconds / 15; call++) {
            workload.calls(start.plus(Duration.ofSeconds((long) (random.nextDouble() * seconds))), Duration.ZERO, 1);
        }
    }

    /// Three calls a minute for 100 minutes, nineteen nights long, drifting by two minutes a night.
    private static ProfileFixtures drifting() {
        ProfileFixtures nightly = workload("a");
        for (int day = 0; day < 19; day++) {
            Instant start = TWO.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(2L * day));
            nightly.calls(start, Duration.ofSeconds(20), 300);
        }
        return nightly;
    }

    @Test
    void aNightWithTroubleAmongEvenOnesIsAllowedFor() {
        ProfileFixtures nightly = drifting();
        lesson(nightly, TWO.plus(DAY.multipliedBy(19)), 4_500, new Random(5));
        assertThat(RhythmSignals.schedule(nightly.subject()).weight()).isEqualTo(2.4);
    }

    @Test
    void aLessonByDayAmongEvenNightsIsNot() {
        ProfileFixtures nightly = drifting();
        assertThat(RhythmSignals.schedule(nightly.subject()).weight()).isEqualTo(2.4);
        lesson(nightly, TWO.plus(DAY.multipliedBy(5)).plus(Duration.ofHours(9)), 4_500, new Random(5));
        assertThat(RhythmSignals.schedule(nightly.subject()).weight()).isLessThan(1.5);
    }

    @Test
    void dailyBucketsShowNoRuns() {
        ProfileFixtures days = workload("a").resolution(DAY).daily(MONDAY, 10, Duration.ZERO, 100);
        assertThat(RhythmSignals.schedule(days.subject()).evidence().lean()).isEqualTo(Lean.UNKNOWN);
        assertThat(RhythmSignals.dayCurve(days.subject()).evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    private static ProfileFixtures curve(int days) {
        ProfileFixtures people = workload("a").resolution(Duration.ofHours(1));
        for (int hour = 0; hour < days * 24; hour++) {
            int ofDay = hour % 24;
            people.add(MONDAY.plus(Duration.ofHours(hour)), 1 + (ofDay > 7 && ofDay < 19 ? 50 + ofDay : 5));
        }
        return people;
    }

    @Test
    void theSameCurveEveryDayOverMostHoursSpeaksForPeople() {
        Signal signal = RhythmSignals.dayCurve(curve(7).subject());
        assertThat(signal.weight()).isEqualTo(-1.0);
        assertThat(signal.evidence().error()).contains("middle half of the pairs of days 1.00 to 1.00");
    }

    @Test
    void fourDaysMakeNoCurve() {
        assertThat(RhythmSignals.dayCurve(curve(4).subject()).evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    @Test
    void aNightlyJobRepeatsToo() {
        assertThat(RhythmSignals.dayCurve(nightlyJob().subject()).weight()).isZero();
    }

    /// Each day 3,000 calls in two hours, every day at other ones.
    private static ProfileFixtures campaign(int callsAnHour) {
        ProfileFixtures campaign = workload("a").resolution(Duration.ofHours(1));
        for (int day = 0; day < 7; day++) {
            Instant start = MONDAY.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(3L * day));
            campaign.add(start, callsAnHour).add(start.plus(Duration.ofHours(1)), callsAnHour);
        }
        return campaign;
    }

    @Test
    void largeCampaignsThatNoDayRepeatsSpeakForScripts() {
        assertThat(RhythmSignals.campaign(campaign(1_500).subject()).weight()).isEqualTo(1.0);
    }

    @Test
    void oneFloodIsNoCampaign() {
        ProfileFixtures flood = campaign(900).add(MONDAY.plus(Duration.ofHours(9)), 9_000);
        assertThat(RhythmSignals.campaign(flood.subject()).weight()).isZero();
    }

    /// Some calls in every hour besides.
    @Test
    void whereHoursAreHardlyEverEmptyPeopleMayCallToo() {
        ProfileFixtures beside = campaign(1_500).calls(MONDAY, Duration.ofHours(1), 7 * 24);
        assertThat(RhythmSignals.campaign(beside.subject()).weight()).isZero();
    }

    @Test
    void whatOnePersonCanDoIsNoCampaign() {
        assertThat(RhythmSignals.campaign(campaign(999).subject()).weight()).isZero();
    }

    @Test
    void aTimerCallsAtOneDistance() {
        Signal signal = RhythmSignals.regularGaps(
                workload("a").calls(MONDAY, Duration.ofMinutes(5), 31).subject());
        assertThat(signal.weight()).isEqualTo(0.91);
        assertThat(signal.evidence().found()).isEqualTo("100.0 % of gaps are 5 min");
        assertThat(signal.evidence().error()).contains("95 % interval 88.6 % to 100.0 %");
    }

    @Test
    void callsInEveryMinuteAreNoTimer() {
        assertThat(RhythmSignals.regularGaps(workload("a")
                                .calls(MONDAY, Duration.ofMinutes(1), 100)
                                .subject())
                        .weight())
                .isZero();
    }

    @Test
    void coarseStampsMakeEverythingLookPeriodic() {
        Signal signal = RhythmSignals.regularGaps(workload("a")
                .stampMillis(300_000)
                .calls(MONDAY, Duration.ofMinutes(5), 100)
                .subject());
        assertThat(signal.evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    @Test
    void twentyNineGapsAreTooFew() {
        assertThat(RhythmSignals.regularGaps(workload("a")
                                .calls(MONDAY, Duration.ofMinutes(5), 30)
                                .subject())
                        .evidence()
                        .lean())
                .isEqualTo(Lean.UNKNOWN);
    }

    @Test
    void callsSpreadOverTheDayHaveNoCampaignAndNoSchedule() {
        assertThat(RhythmSignals.campaign(steady().subject()).weight()).isZero();
        assertThat(RhythmSignals.schedule(steady().subject()).weight()).isZero();
    }
}
