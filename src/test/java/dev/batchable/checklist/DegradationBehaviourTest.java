package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Three days of ten calls a minute, with an outage of half an hour at noon of the last.
class DegradationBehaviourTest {
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(60));

    private static Answer answer(ProfileFixtures workload) {
        return workload.judgement().answers().stream()
                .filter(answer -> answer.question() == QuestionId.DEGRADATION)
                .findFirst()
                .orElseThrow();
    }

    /// @param down calls a minute in the outage
    /// @param after calls a minute in the half hour after it
    private static ProfileFixtures outage(int usual, int down, int after) {
        ProfileFixtures job = workload("job");
        for (int minute = 0; minute < 4_320; minute++) {
            Instant at = MONDAY.plus(Duration.ofMinutes(minute));
            boolean during = minute >= 3_600 && minute < 3_630;
            job.outcome(during ? Outcome.TIMEOUT : Outcome.OK);
            job.add(at, during ? down : minute >= 3_630 && minute < 3_660 ? after : usual);
        }
        return job.outcome(Outcome.OK);
    }

    private static ProfileFixtures during(ProfileFixtures job, int calls) {
        return job.calls(NOON, Duration.ofSeconds(60 / calls), 30 * calls);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, fail, NEITHER, '300 of 300 calls failed, 0 retried, 0 held back, 0 caught up later'",
        "30, 10, retry, BATCH, '900 of 900 calls failed, 600 retried, 0 held back, 0 caught up later'",
        "10, 20, retry, BATCH, '300 of 300 calls failed, 0 retried, 0 held back, 300 caught up later'",
        "1, 19, queue, BATCH, '30 of 30 calls failed, 0 retried, 270 held back, 270 caught up later'"
    })
    void whatItDidInAnOutageIsItsBehaviour(int down, int after, String value, Lean lean, String counts) {
        Answer.Known answer = (Answer.Known) answer(outage(10, down, after));
        assertThat(answer.value()).isEqualTo(value);
        assertThat(answer.lean()).isEqualTo(lean);
        assertThat(answer.confidence()).isEqualTo(0.7);
        assertThat(answer.change()).isPresent();
        assertThat(answer.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.found())
                    .isEqualTo("2026-10-07 12:00 UTC, 30m of errors: " + counts + ", 0 sent to other models: " + value);
            assertThat(evidence.error()).isPresent();
        });
    }

    @Test
    void callsThatAnotherProviderTakesAreAFallback() {
        Answer.Known answer = (Answer.Known) answer(during(outage(10, 10, 10).asking(Optional.of("anthropic")), 10));
        assertThat(answer.value()).isEqualTo("fallback");
        assertThat(answer.lean()).isEqualTo(Lean.NEITHER);
        assertThat(answer.evidence().get(0).found()).contains("300 sent to other models");
    }

    @Test
    void aGatewaysOwnRetriesCountAsRetries() {
        ProfileFixtures job = during(outage(10, 5, 10).outcome(Outcome.TIMEOUT).again(true), 5);
        assertThat(((Answer.Known) answer(job)).value()).isEqualTo("retry");
    }

    /// 15 of 30 calls would be made good, which 600 calls in the hour after do not show.
    @Test
    void callsThatStopAndAreNotMadeUpForStayUnknown() {
        Answer.Unknown answer = (Answer.Unknown) answer(outage(10, 1, 10));
        assertThat(answer.why()).startsWith("1 incident, and none has enough of its calls to show");
        assertThat(answer.evidence()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Degradation.class)
    void aDeclaredBehaviourLeans(Degradation declared) {
        Answer.Known answer = (Answer.Known) answer(outage(10, 10, 10)
                .declares(Declared.nothing().degradation(declared).answers()));
        Lean expected = switch (declared) {
            case QUEUE, RETRY -> Lean.BATCH;
            case FALLBACK, FAIL -> Lean.NEITHER;
            case USER_VISIBLE_ERROR -> Lean.REALTIME;
        };
        assertThat(answer.lean()).isEqualTo(expected);
        assertThat(answer.confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"QUEUE, 10, 10, true", "RETRY, 10, 10, true", "FAIL, 10, 10, false", "RETRY, 30, 10, false"})
    void aDeclaredRetryIsContradictedWhereCallsSimplyFail(Degradation declared, int down, int after, boolean is) {
        ProfileFixtures job = outage(10, down, after)
                .declares(Declared.nothing().degradation(declared).answers());
        assertThat(DegradationBehaviour.contradiction(job.subject()))
                .isEqualTo(
                        is
                                ? Optional.of("300 calls failed in 1 spell and were neither retried nor made up for")
                                : Optional.empty());
        assertThat(job.judgement().advice().contradictions())
                .filteredOn(found -> found.question() == QuestionId.DEGRADATION)
                .hasSize(is ? 1 : 0);
    }

    @Test
    void itsOwnBurstAgainstARateLimitIsNoIncident() {
        ProfileFixtures job = outage(10, 10, 10).outcome(Outcome.RATE_LIMITED);
        ProfileFixtures burst = workload("burst").calls(MONDAY, Duration.ofSeconds(6), 40_000);
        burst.outcome(Outcome.RATE_LIMITED).calls(NOON, Duration.ofSeconds(1), 600);
        assertThat(answer(burst)).isInstanceOf(Answer.Unknown.class);
        assertThat(answer(burst).evidence()).isEmpty();
        assertThat(answer(job).evidence()).hasSize(1);
    }

    @Test
    void withoutIncidentsTheBehaviourIsUnknown() {
        assertThat(((Answer.Unknown) answer(nightlyJob().seen(Field.STATUS, 1))).why())
                .isEqualTo("no incident of its provider in the window");
        assertThat(((Answer.Unknown) answer(nightlyJob())).why())
                .isEqualTo("the format never has status, http status, error");
        ProfileFixtures hours = workload("a").resolution(Duration.ofHours(1)).daily(MONDAY, 9, Duration.ofHours(1), 9);
        assertThat(((Answer.Unknown) answer(hours)).why())
                .isEqualTo("the format never has it: buckets are wider than a minute");
    }
}
