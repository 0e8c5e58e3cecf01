package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleRates.rated;
import static dev.batchable.checklist.SampleRates.realtime;
import static dev.batchable.checklist.SampleRates.unrated;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.Policy;
import dev.batchable.price.TargetRating;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaxLatencyTest {
    private static List<Answer> waiting(Subject subject) {
        return List.of(new UserWaiting().answer(subject, List.of()));
    }

    private static Answer answer(Subject subject) {
        return new MaxLatency().answer(subject, waiting(subject));
    }

    private static Answer.Known known(ProfileFixtures workload) {
        return (Answer.Known) answer(workload.subject());
    }

    private static Optional<Budget> budget(Subject subject) {
        return MaxLatency.budget(subject, waiting(subject));
    }

    @Test
    void aDeclaredDurationIsTheBudget() {
        ProfileFixtures declared =
                steady().declares(Declared.nothing().within(Duration.ofHours(4)).answers());
        assertThat(budget(declared.subject())).contains(Budget.declared(Duration.ofHours(4)));
        assertThat(known(declared).value()).isEqualTo("4h");
        assertThat(known(declared).lean()).isEqualTo(Lean.BATCH);
    }

    /// Batch is assumed to be done for nine in ten within the hour.
    @Test
    void fiftyNineMinutesLeanRealtimeAndAnHourLeansBatch() {
        Declared minutes = Declared.nothing().within(Duration.ofMinutes(59));
        Declared hour = Declared.nothing().within(Duration.ofHours(1));
        assertThat(known(steady().declares(minutes.answers())).lean()).isEqualTo(Lean.REALTIME);
        assertThat(known(steady().declares(hour.answers())).lean()).isEqualTo(Lean.BATCH);
    }

    @Test
    void anHourLeansBatchEvenWhereNoTierHasAPrice() {
        Declared hour = Declared.nothing().within(Duration.ofHours(1));
        TargetRating none = unrated(Tier.BATCH, TargetRating.Reason.NO_PRICE);
        Subject subject =
                Subject.of(steady().declares(hour.answers()).workload(realtime("100"), none), Policy.EMPTY, SETTINGS);
        assertThat(answer(subject).lean()).isEqualTo(Lean.BATCH);
    }

    @Test
    void flexKeepsAQuarterOfAnHour() {
        Declared quarter = Declared.nothing().within(Duration.ofMinutes(15));
        Subject subject = Subject.of(
                steady().declares(quarter.answers()).workload(realtime("100"), rated(Tier.FLEX, "50")),
                Policy.EMPTY,
                SETTINGS);
        assertThat(answer(subject).lean()).isEqualTo(Lean.BATCH);
    }

    /// The job ends at 03:40 each day; until 06:00 are 2 h 20 min.
    @Test
    void aTimeOfDayIsMeasuredFromTheEndOfRuns() {
        Subject subject =
                nightlyJob().declares(Declared.nothing().by("06:00").answers()).subject();
        assertThat(budget(subject)).contains(Budget.declared(Duration.ofMinutes(140)));
        assertThat(((Answer.Known) answer(subject)).value()).isEqualTo("06:00");
    }

    /// In Berlin, in October, the job ends at 05:40.
    @Test
    void aTimeOfDayIsInTheZoneOfThePolicy() {
        Policy berlin = new Policy(
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Policy.EMPTY.gate(),
                List.of());
        Subject subject = Subject.of(
                nightlyJob().declares(Declared.nothing().by("06:00").answers()).workload(), berlin, SETTINGS);
        assertThat(budget(subject)).contains(Budget.declared(Duration.ofMinutes(20)));
    }

    @Test
    void aTimeOfDayBeforeTheEndIsThatOfTheNextDay() {
        Subject subject =
                nightlyJob().declares(Declared.nothing().by("03:00").answers()).subject();
        assertThat(budget(subject)).contains(Budget.declared(Duration.ofMinutes(23 * 60 + 20)));
    }

    @Test
    void aTimeOfDayWithoutRunsIsUnknown() {
        Subject subject = workload("a")
                .calls(MONDAY, Duration.ofHours(5), 40)
                .declares(Declared.nothing().by("06:00").answers())
                .subject();
        assertThat(((Answer.Unknown) answer(subject)).why())
                .isEqualTo("too little data: no three runs from which to measure the time left");
    }

    /// Every 24 h, 1 h 40 min long: a quarter of 22 h 20 min is 5 h 35 min, after 03:40.
    @Test
    void aScheduleSupportsAQuarterOfTheTimeToTheNextRun() {
        Answer.Known answer = known(nightlyJob());
        assertThat(answer.value()).isEqualTo("5h35m");
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        assertThat(answer.lean()).isEqualTo(Lean.BATCH);
        Budget budget = budget(nightlyJob().subject()).orElseThrow();
        assertThat(budget.limit()).isEqualTo(Duration.ofMinutes(22 * 60 + 20));
        assertThat(budget.assumedDeadline()).contains("results by 09:15 instead of 03:40 (UTC)");
    }

    @Test
    void evidenceSaysWhatTheScheduleRefutes() {
        Evidence evidence = answer(nightlyJob().subject()).evidence().get(0);
        assertThat(evidence.found()).isEqualTo("runs every 24h, nine in ten done in 1h40m");
        assertThat(evidence.expected())
                .isEqualTo("refutes batch slower than 22h20m; supports results by 09:15 instead of 03:40 (UTC)");
    }

    @Test
    void runsOfWorkThatUsersWaitOnShowNoDeadline() {
        assertThat(answer(nightlyJob().sessions(20, 5, 120).subject())).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void runsWithoutASteadyDistanceShowNoDeadline() {
        ProfileFixtures uneven = workload("a");
        for (int day : new int[] {0, 1, 4, 5, 11, 12, 20}) {
            uneven.calls(MONDAY.plus(Duration.ofDays(day)), Duration.ofSeconds(20), 300);
        }
        assertThat(answer(uneven.subject())).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void theUseCaseIsAssumedWhereNothingElseIsKnown() {
        Answer.Known answer = known(steady().useCase("reporting"));
        assertThat(answer.value()).isEqualTo("24h");
        assertThat(answer.origin()).isEqualTo(Answer.Origin.ASSUMED);
        assertThat(budget(steady().useCase("reporting").subject())).isEmpty();
        assertThat(known(steady().useCase("chat")).lean()).isEqualTo(Lean.REALTIME);
    }

    @Test
    void unknownSaysWhy() {
        assertThat(((Answer.Unknown) answer(steady().subject())).why())
                .isEqualTo("no log has it; no runs on which nobody waits repeat steadily;"
                        + " where callers give up is not told: no durations, no outcomes");
        ProfileFixtures days = workload("a").resolution(Duration.ofDays(1)).daily(MONDAY, 10, Duration.ZERO, 50);
        assertThat(((Answer.Unknown) answer(days.subject())).why())
                .isEqualTo("no log has it; buckets wider than an hour show no runs;"
                        + " where callers give up is not told: no durations, no outcomes");
    }
}
