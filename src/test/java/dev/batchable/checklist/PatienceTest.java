package dev.batchable.checklist;

import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.profile.Timings;
import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.record.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Timeouts, cancellations and retries in the answer to the acceptable latency.
class PatienceTest {
    private static final Optional<Percentiles> NONE = Optional.empty();

    private static Optional<Percentiles> lasted(long p50, long p95, long samples) {
        return Optional.of(new Percentiles(p50, p95, p95, samples));
    }

    private static ProfileFixtures ended(Optional<Percentiles> cancelled, Optional<Percentiles> timedOut) {
        return steady().timings(new Timings(NONE, NONE, cancelled, timedOut, NONE));
    }

    private static Answer answer(ProfileFixtures workload) {
        return answer(workload.subject());
    }

    private static Answer answer(Subject subject) {
        return new MaxLatency().answer(subject, List.of(new UserWaiting().answer(subject, List.of())));
    }

    private static Answer.Known known(ProfileFixtures workload) {
        return (Answer.Known) answer(workload);
    }

    @Test
    void aTimeoutAtOneValueIsTheAnswerAndLeansRealtime() {
        Answer.Known answer = known(ended(NONE, lasted(30_000, 30_400, 30)));
        assertThat(answer.value()).isEqualTo("30s");
        assertThat(answer.lean()).isEqualTo(Lean.REALTIME);
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        Evidence evidence = answer.evidence().get(0);
        assertThat(evidence.found())
                .isEqualTo("30 calls timed out, half within 30s, 95 % within 30s: given up at one value,"
                        + " later answers were not taken");
        assertThat(evidence.error()).contains("percentiles to 1 % (histogram of two significant digits)");
        assertThat(answer.change()).contains("A declared `max_latency` of its results: from 1h on it leans batch.");
    }

    @Test
    void aTimeoutIsNoBudgetSoThatItAloneKeepsNothing() {
        assertThat(ended(NONE, lasted(30_000, 30_400, 30)).judgement().verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 33100, 30, spread over more than a tenth",
        "30000, 30000, 29, too few",
        "600000, 600000, 30, ten minutes"
    })
    void otherTimeoutsDecideNothing(long p50, long p95, long samples, String why) {
        Answer answer = answer(ended(NONE, lasted(p50, p95, samples)));
        assertThat(answer).as(why).isInstanceOf(Answer.Unknown.class);
        assertThat(answer.evidence()).extracting(Evidence::lean).containsExactly(Lean.NEITHER);
    }

    @Test
    void aTimeoutBoundsNoWorkThatIsTriedAgain() {
        Answer answer = answer(ended(NONE, lasted(30_000, 30_000, 100)).retried(10));
        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        assertThat(answer.evidence().get(0).found()).endsWith("; 10 calls tried again, so that it bounds no work");
        assertThat(known(ended(NONE, lasted(30_000, 30_000, 100)).retried(9)).value())
                .isEqualTo("30s");
    }

    /// 700 calls, of which 30 were left.
    @Test
    void peopleWhoLeaveWithinAMinuteLeanRealtime() {
        Answer.Known answer = known(ended(lasted(4_000, 22_000, 30), NONE));
        assertThat(answer.value()).isEqualTo("22s");
        assertThat(answer.evidence().get(0).found()).isEqualTo("30 callers left, half within 4s, 95 % within 22s");
    }

    @Test
    void whatThoseWhoStayedPutUpWithIsAccepted() {
        Timings timings = new Timings(lasted(5_000, 31_000, 670), NONE, lasted(4_000, 22_000, 30), NONE, NONE);
        assertThat(known(steady().timings(timings)).value()).isEqualTo("31s");
        assertThat(known(steady().timings(timings)).evidence().get(0).found())
                .endsWith("; those who stayed had 95 % of their answers within 31s");
    }

    @Test
    void fewOrPatientPeopleDecideNothing() {
        assertThat(answer(ended(lasted(4_000, 22_000, 29), NONE))).isInstanceOf(Answer.Unknown.class);
        assertThat(answer(ended(lasted(4_000, 61_000, 30), NONE))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void whatNobodyWaitsForKeepsTheBudgetOfItsSchedule() {
        Timings timings = new Timings(NONE, NONE, NONE, lasted(30_000, 30_000, 30), NONE);
        assertThat(known(nightlyJob().timings(timings)).value()).isEqualTo("5h35m");
    }

    @Test
    void answersAfterSeveralAttemptsShowWhatIsTolerated() {
        Timings timings = new Timings(NONE, NONE, NONE, NONE, lasted(20_000, 95_000, 41));
        assertThat(answer(steady().timings(timings)).evidence())
                .extracting(Evidence::found)
                .containsExactly("41 answers came after several attempts and were used, 95 % within 95s");
    }

    @Test
    void aDeclarationBeatsTimeouts() {
        Declared hours = Declared.nothing().within(Duration.ofHours(4));
        assertThat(known(ended(NONE, lasted(30_000, 30_000, 30)).declares(hours.answers()))
                        .value())
                .isEqualTo("4h");
    }

    @Test
    void whereNothingEndedEarlyTheAnswerSaysSo() {
        ProfileFixtures told = steady().seen(Field.LATENCY, 1).seen(Field.STATUS, 1);
        assertThat(((Answer.Unknown) answer(told)).why())
                .endsWith("; 0 timeouts and 0 cancellations do not show where callers give up");
    }
}
