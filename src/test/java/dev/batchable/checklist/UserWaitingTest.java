package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserWaitingTest {
    private static Answer answer(ProfileFixtures workload) {
        return new UserWaiting().answer(workload.subject(), List.of());
    }

    private static Answer.Known known(ProfileFixtures workload) {
        return (Answer.Known) answer(workload);
    }

    @Test
    void aCleanNightlyJobIsWaitedForByNobody() {
        Answer.Known answer = known(nightlyJob());
        assertThat(answer.value()).isEqualTo("no");
        assertThat(answer.lean()).isEqualTo(Lean.BATCH);
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        assertThat(answer.confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void soIsAScheduledEmbeddingJob() {
        ProfileFixtures job = workload("a")
                .operation(Operation.EMBEDDING)
                .daily(MONDAY.plus(Duration.ofHours(13)), 6, Duration.ofSeconds(30), 150);
        assertThat(known(job).value()).isEqualTo("no");
        assertThat(known(job).confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void peoplesPausesInSessionsMeanThatOneWaits() {
        assertThat(known(steady().driven(20)).value()).isEqualTo("yes");
        assertThat(known(steady().driven(20)).confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aScheduleWithPeoplesPausesIsUnknown() {
        assertThat(answer(nightlyJob().sessions(20, 5, 120)))
                .asInstanceOf(type(Answer.Unknown.class))
                .extracting(Answer.Unknown::why)
                .asString()
                .startsWith("the signals disagree");
    }

    @Test
    void unknownSaysWhatTheFormatNeverHasAndWhatThisFileLacks() {
        Answer.Unknown unknown = (Answer.Unknown)
                answer(steady().provided(Field.STREAM).provided(Field.SESSION).provided(Field.USER));
        assertThat(unknown.why())
                .isEqualTo(
                        "the signals are too weak; the format never has user agent; this file lacks stream, user, session");
    }

    @Test
    void twentyNineCallsAreTooFew() {
        ProfileFixtures few = workload("a").daily(MONDAY, 29, Duration.ZERO, 1);
        assertThat(((Answer.Unknown) answer(few)).why())
                .isEqualTo("too little data: 29 calls on 29 days; 30 calls on 3 days, or three runs, are needed");
    }

    @Test
    void thirtyCallsOnTwoDaysAreTooFewAndOnThreeAreEnough() {
        Duration apart = Duration.ofHours(1);
        assertThat(workload("a").calls(MONDAY, apart, 48).subject().tooLittleData())
                .isPresent();
        assertThat(workload("a").calls(MONDAY, apart, 49).subject().tooLittleData())
                .isEmpty();
    }

    @Test
    void threeRunsOfOneDayAreEnough() {
        ProfileFixtures runs = workload("a");
        for (int run = 0; run < 3; run++) {
            runs.calls(MONDAY.plus(Duration.ofHours(4L * run)), Duration.ofSeconds(10), 30);
        }
        assertThat(runs.subject().tooLittleData()).isEmpty();
    }

    @Test
    void theDataMinimumCanBeSwitchedOff() {
        ProfileFixtures few = workload("a").sessions(20, 5, 120).calls(MONDAY, Duration.ofMinutes(1), 100);
        assertThat(answer(few)).isInstanceOf(Answer.Unknown.class);
        assertThat(new UserWaiting().answer(few.subjectWithoutDataMinimum(), List.of()))
                .isInstanceOf(Answer.Known.class);
    }

    @Test
    void declaredBeatsObserved() {
        Answer.Known answer = known(nightlyJob()
                .declares(Declared.nothing()
                        .userWaiting(DeclaredAnswers.UserWaiting.MIXED)
                        .answers()));
        assertThat(answer.value()).isEqualTo("mixed");
        assertThat(answer.lean()).isEqualTo(Lean.NEITHER);
        assertThat(answer.origin()).isEqualTo(Answer.Origin.DECLARED);
    }

    @Test
    void observedBeatsAssumed() {
        assertThat(known(nightlyJob().useCase("chat")).origin()).isEqualTo(Answer.Origin.OBSERVED);
    }

    @Test
    void theUseCaseIsAssumedWhereLogsAreSilent() {
        Answer.Known canWait = known(steady().useCase("analytics"));
        assertThat(canWait.value()).isEqualTo("no");
        assertThat(canWait.origin()).isEqualTo(Answer.Origin.ASSUMED);
        assertThat(canWait.confidence()).isEqualTo(0.6);
        assertThat(known(steady().useCase("copilot")).value()).isEqualTo("yes");
    }

    @Test
    void aDeclaredNoIsDoubtedWhereLogsShowPeople() {
        ProfileFixtures people = steady().sessions(20, 5, 120)
                .declares(Declared.nothing()
                        .userWaiting(DeclaredAnswers.UserWaiting.NO)
                        .answers());
        assertThat(known(people).value()).isEqualTo("no");
        assertThat(known(people).confidence()).isLessThan(0.9);
    }

    /// By day a curve of calls with its top at 14:00; at 02:00 a thousand within an hour.
    private static ProfileFixtures peopleAndAJob() {
        Duration quarter = Duration.ofMinutes(15);
        ProfileFixtures key = workload("assistant").resolution(quarter);
        for (int slot = 0; slot < 10 * 96; slot++) {
            double hour = slot % 96 / 4.0;
            long people = 1 + Math.round(80 * Math.exp(-Math.pow((hour - 14) / 4, 2)));
            key.add(MONDAY.plus(quarter.multipliedBy(slot)), people + (hour >= 2 && hour < 3 ? 250 : 0));
        }
        return key;
    }

    @Test
    void peopleAndAJobUnderOneKeyAreMixed() {
        Answer.Known answer = known(peopleAndAJob());
        assertThat(answer.value()).isEqualTo("mixed");
        assertThat(answer.lean()).isEqualTo(Lean.NEITHER);
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        assertThat(answer.confidence()).isEqualTo(0.75);
        assertThat(answer.evidence().get(answer.evidence().size() - 1).signal()).isEqualTo("mixture");
        assertThat(answer.change())
                .contains("A key of its own for the runs would give two workloads with an answer each.");
    }

    @Test
    void mixedIsNeverMoved() {
        Judgement judgement = peopleAndAJob()
                .declares(Declared.nothing().within(Duration.ofHours(24)).answers())
                .judgement();
        assertThat(judgement.verdict()).isNotEqualTo(Verdict.MOVE);
    }

    /// Seven in ten sessions run on, three pause: a share too small for people and too large for a program.
    @Test
    void sessionsOfBothKindsAreNamedInTheReason() {
        Answer.Unknown unknown = (Answer.Unknown) answer(steady().driven(3).sessions(7, 12, 5));
        assertThat(unknown.why()).contains("mixed: some sessions pause as people do, most run on as programs do");
    }

    @Test
    void aKnownAnswerTellsWhatWouldChangeIt() {
        assertThat(known(nightlyJob()).change())
                .contains("Without `schedule` it would be unknown; "
                        + "with pauses that stand out in half of the sessions it would be unknown; "
                        + "with 5 % of the calls from a person's program it would be unknown.");
        assertThat(known(steady().driven(20)).change().orElseThrow())
                .startsWith("Without `session-pauses` it would be unknown; with runs that return, hold 99 %");
    }

    @Test
    void anUnknownAnswerTellsHowMuchIsMissingAndWhatWasNotLookedAt() {
        assertThat(answer(steady()).change().orElseThrow())
                .startsWith("`no` needs 0.85 more log-odds and `yes` 0.85; "
                        + "with pauses that stand out in half of the sessions it would be yes; with runs that return")
                .endsWith("not applicable: streaming, end-users, clients, session-pauses, day-curve, worker-pool.");
        assertThat(answer(workload("a").daily(MONDAY, 29, Duration.ZERO, 1)).change())
                .contains("30 calls on 3 days, or three runs, would let the logs answer.");
    }

    @Test
    void aDeclaredAnswerTellsWhatTheLogsAloneWouldSay() {
        ProfileFixtures declared = nightlyJob()
                .declares(Declared.nothing()
                        .userWaiting(DeclaredAnswers.UserWaiting.YES)
                        .answers());
        assertThat(known(declared).change())
                .contains("Another declaration would; the logs alone would say no at 0.96.");
    }

    /// Some libraries always stream.
    @Test
    void streamsAloneDoNotDoubtADeclaredNo() {
        ProfileFixtures streamed = workload("a")
                .streaming(Streaming.STREAMED)
                .daily(MONDAY, 5, Duration.ofMinutes(7), 40)
                .declares(Declared.nothing()
                        .userWaiting(DeclaredAnswers.UserWaiting.NO)
                        .answers());
        assertThat(known(streamed).confidence()).isEqualTo(1.0);
    }
}
