package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleRates.rated;
import static dev.batchable.checklist.SampleRates.realtime;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.ExchangeRate;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedWorkload;
import dev.batchable.record.Field;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cost of deferral and partial completion.
class OtherQuestionsTest {
    private static Answer answer(ProfileFixtures workload, QuestionId question) {
        return answer(workload.workload(), Policy.EMPTY, question);
    }

    private static Answer answer(RatedWorkload workload, Policy policy, QuestionId question) {
        return answer(
                Checklist.judge(List.of(workload), policy, SETTINGS)
                        .ofWorkloads()
                        .get(0),
                question);
    }

    private static Answer answer(Judgement judgement, QuestionId question) {
        return judgement.answers().stream()
                .filter(answer -> answer.question() == question)
                .findFirst()
                .orElseThrow();
    }

    private static Answer.Known known(ProfileFixtures workload, QuestionId question) {
        return (Answer.Known) answer(workload, question);
    }

    // Cost of deferral. Batch saves 50 USD in the window, less the 2 % that miss a day: 49 USD in 7 runs. On the
    // pessimistic side a run is 147 minutes late, which makes 2.86 USD per hour.

    @ParameterizedTest
    @CsvSource({"2.85, 6.97, BATCH", "2.87, 7.02, REALTIME"})
    void aDeclaredCostIsHeldAgainstTheBreakEven(String cost, String perRun, Lean expected) {
        ProfileFixtures job =
                nightlyJob().declares(Declared.favourable().costs(cost, "USD").answers());
        assertThat(known(job, QuestionId.DEFERRAL_COST).lean()).isEqualTo(expected);
        assertThat(known(job, QuestionId.DEFERRAL_COST).evidence().get(0).found())
                .isEqualTo(
                        "batch saves 2.86 USD per hour of delay, 7.00 per run, at 2.45 h of delay for each of 7 runs;"
                                + " declared are " + cost + " USD per hour, " + perRun + " per run");
    }

    /// Flex misses one in a hundred: 49.50 USD in 7 runs of a quarter of an hour.
    @Test
    void everyRatedTargetHasABreakEvenOfItsOwn() {
        RatedWorkload job = nightlyJob()
                .declares(Declared.favourable().costs("20", "USD").answers())
                .workload(realtime("100"), rated(Tier.FLEX, "50"), rated(Tier.BATCH, "50"));
        Answer answer = answer(job, Policy.EMPTY, QuestionId.DEFERRAL_COST);
        assertThat(answer.evidence())
                .extracting(Evidence::found, Evidence::lean)
                .containsExactly(
                        tuple(
                                "flex saves 28.28 USD per hour of delay, 7.07 per run, at 0.25 h of delay for each of"
                                        + " 7 runs; declared are 20 USD per hour, 5.00 per run",
                                Lean.BATCH),
                        tuple(
                                "batch saves 2.86 USD per hour of delay, 7.00 per run, at 2.45 h of delay for each of"
                                        + " 7 runs; declared are 20 USD per hour, 48.94 per run",
                                Lean.REALTIME));
        assertThat(answer.lean()).isEqualTo(Lean.BATCH);
        assertThat(answer.change())
                .contains("Another declared cost: below 28.28 USD per hour flex still pays and it leans batch,"
                        + " from there on realtime.");
        assertThat(judged(job).move().orElseThrow().target()).isEqualTo(Tier.FLEX);
    }

    private static Judgement judged(RatedWorkload workload) {
        return Checklist.judge(List.of(workload), Policy.EMPTY, SETTINGS)
                .ofWorkloads()
                .get(0);
    }

    @Test
    void aCostInAnotherCurrencyLeansNowhereWithoutADeclaredRate() {
        ProfileFixtures job =
                nightlyJob().declares(Declared.favourable().costs("1", "EUR").answers());
        assertThat(known(job, QuestionId.DEFERRAL_COST).lean()).isEqualTo(Lean.NEITHER);
        assertThat(known(job, QuestionId.DEFERRAL_COST).value()).isEqualTo("1 EUR/h");
    }

    @Test
    void aDeclaredRateConverts() {
        ExchangeRate rate = new ExchangeRate("EUR", "USD", new BigDecimal("8"), LocalDate.of(2026, 10, 1), "a bank");
        Policy policy = new Policy(
                Optional.empty(),
                Policy.EMPTY.zone(),
                Optional.empty(),
                List.of(rate),
                List.of(),
                List.of(),
                Policy.EMPTY.gate(),
                List.of());
        RatedWorkload job = nightlyJob()
                .declares(Declared.favourable().costs("1", "EUR").answers())
                .workload();
        assertThat(answer(job, policy, QuestionId.DEFERRAL_COST).lean()).isEqualTo(Lean.REALTIME);
    }

    @Test
    void withinAKnownLatencyDeferralCostsNothing() {
        Answer.Known answer = known(
                steady().declares(Declared.nothing().within(Duration.ofHours(4)).answers()), QuestionId.DEFERRAL_COST);
        assertThat(answer.value()).isEqualTo("nothing within 4h");
        assertThat(answer.derivedFrom()).contains(QuestionId.MAX_LATENCY);
    }

    @Test
    void withoutALatencyTheCostIsUnknownAndTheBreakEvenShown() {
        Answer answer = answer(steady(), QuestionId.DEFERRAL_COST);
        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        assertThat(answer.evidence()).hasSize(1);
    }

    // Partial completion.

    @ParameterizedTest
    @CsvSource({"1, whole, BATCH", "0, none, REALTIME", "0.40, 40%, BATCH"})
    void aDeclaredShareLeans(String share, String value, Lean lean) {
        Answer.Known answer =
                known(steady().declares(Declared.nothing().partial(share).answers()), QuestionId.PARTIAL_ASYNC);
        assertThat(answer.value()).isEqualTo(value);
        assertThat(answer.lean()).isEqualTo(lean);
    }

    @Test
    void whatNobodyWaitsForCanBeCompletedLaterAsAWhole() {
        Answer.Known answer = known(nightlyJob(), QuestionId.PARTIAL_ASYNC);
        assertThat(answer.value()).isEqualTo("whole");
        assertThat(answer.derivedFrom()).contains(QuestionId.USER_WAITING);
    }

    /// Calls every other minute of the day, and as many in half an hour of each night.
    @Test
    void runsOfAJobInOtherTrafficAreAShareThatIsNotSplitOff() {
        ProfileFixtures both = workload("shared")
                .daily(MONDAY.plus(Duration.ofHours(8)), 14, Duration.ofMinutes(2), 360)
                .daily(MONDAY.plus(Duration.ofHours(2)), 14, Duration.ofSeconds(5), 360);
        Judgement judgement = both.judgement();
        Answer.Known answer = (Answer.Known) answer(judgement, QuestionId.PARTIAL_ASYNC);
        assertThat(answer.value()).matches("(49|50)%");
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.nextStep()).startsWith("Give the calls of its runs, about ");
    }

    @Test
    void chainsOfDependentCallsCountAgainst() {
        Answer.Known answer = known(nightlyJob().sessions(10, 5, 8).seen(Field.LATENCY, 1), QuestionId.PARTIAL_ASYNC);
        assertThat(answer.value()).isEqualTo("none");
        assertThat(answer.evidence().get(0).found()).isEqualTo("10 of 10 sessions are chains of dependent calls");
    }

    @Test
    void callsFarApartAreNoChain() {
        ProfileFixtures apart = steady().sessions(10, 5, 30).seen(Field.LATENCY, 1);
        assertThat(answer(apart, QuestionId.PARTIAL_ASYNC)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void withoutLatenciesNoChainIsSeen() {
        Answer.Unknown answer = (Answer.Unknown) answer(steady().sessions(10, 5, 8), QuestionId.PARTIAL_ASYNC);
        assertThat(answer.why()).isEqualTo("the format never has session, latency");
    }
}
