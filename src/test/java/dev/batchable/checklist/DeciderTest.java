package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.judgement;
import static dev.batchable.checklist.SampleRates.rated;
import static dev.batchable.checklist.SampleRates.realtime;
import static dev.batchable.checklist.SampleRates.unrated;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.price.Range;
import dev.batchable.price.TargetRating;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.record.Field;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Batch saves 49 USD of the window's 100 within a day (2 % miss it), which is 98 USD a month.
class DeciderTest {
    private static final BigDecimal MONTHLY = new BigDecimal("98");

    private static Judgement.Decides decides(Judgement judgement) {
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        return judgement.decides().orElseThrow();
    }

    @Test
    void theOneMissingLatencyDecidesTheWholeSaving() {
        Declared rest = Declared.nothing()
                .userWaiting(UserWaiting.NO)
                .degradation(Degradation.QUEUE)
                .costs("0", "USD");
        Judgement judgement = steady().declares(rest.answers()).judgement();
        assertThat(decides(judgement).question()).isEqualTo(QuestionId.MAX_LATENCY);
        assertThat(decides(judgement).monthly()).isEqualByComparingTo(MONTHLY);
        assertThat(judgement.nextStep())
                .isEqualTo("Declare `max_latency` of checkout (1h or more fits a cheaper tier): decides 98 USD/month.");
    }

    @Test
    void theOneMissingUserWaitingDecides() {
        Declared rest = Declared.nothing().within(Duration.ofHours(24)).degradation(Degradation.QUEUE);
        Judgement judgement = steady().declares(rest.answers()).judgement();
        assertThat(decides(judgement).question()).isEqualTo(QuestionId.USER_WAITING);
        assertThat(judgement.nextStep())
                .isEqualTo(
                        "Declare `user_waiting` of checkout (`no` if nobody waits on the answer): decides 98 USD/month.");
    }

    /// Its logs answer two questions in favour; any third decides, and degradation is the first without an
    /// answer.
    @Test
    void aNightlyJobIsAskedWhatItDoesInDegradation() {
        assertThat(decides(nightlyJob().judgement()).question()).isEqualTo(QuestionId.DEGRADATION);
    }

    @Test
    void whereNothingIsKnownUserWaitingIsAskedFirstWithAllTheMoney() {
        Judgement judgement = steady().judgement();
        assertThat(decides(judgement).question()).isEqualTo(QuestionId.USER_WAITING);
        assertThat(decides(judgement).monthly()).isEqualByComparingTo(MONTHLY);
    }

    @Test
    void bothOutcomesAreToldWithTheOtherAnswersThatAreNeeded() {
        Judgement.Decides decides = decides(steady().judgement());
        Judgement.Outcome no = decides.favourable();
        assertThat(no.answer()).isEqualTo("user_waiting: no");
        assertThat(no.together()).containsExactly("max_latency: 24h", "deferral_cost: 0 USD/h");
        assertThat(no.verdict()).isEqualTo(Verdict.MOVE);
        assertThat(no.target()).contains(Tier.BATCH);
        assertThat(no.monthly().expected()).isEqualByComparingTo(MONTHLY);
        assertThat(no.window().expected()).isEqualByComparingTo("49");
        assertThat(decides.unfavourable())
                .isEqualTo(new Judgement.Outcome(
                        "user_waiting: yes", List.of(), Verdict.KEEP, Optional.empty(), Range.ZERO, Range.ZERO));
    }

    @Test
    void aFactThatDecidesAloneNeedsNoOther() {
        Judgement.Decides decides = decides(nightlyJob().judgement());
        assertThat(decides.favourable().answer()).isEqualTo("degradation: queue");
        assertThat(decides.favourable().together()).isEmpty();
        assertThat(decides.unfavourable().answer()).isEqualTo("degradation: user-visible-error");
        assertThat(decides.unfavourable().verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /// Work that is not known to come back has no month; its money is that of the window.
    @Test
    void aOneOffDecidesTheMoneyOfTheWindow() {
        Judgement judgement = judgement(steady().workload(realtime("100"), once(rated(Tier.BATCH, "50"))));
        assertThat(decides(judgement).monthly()).isEqualByComparingTo("0");
        assertThat(decides(judgement).window()).isEqualByComparingTo("49");
        assertThat(judgement.nextStep()).endsWith(": decides 49 USD once, over the window.");
    }

    private static TargetRating once(TargetRating.Rated rated) {
        return new TargetRating.Rated(
                rated.target(),
                rated.movable(),
                rated.unmatched(),
                rated.cost(),
                rated.naive(),
                Range.ZERO,
                rated.assumptions());
    }

    /// A share of 40 % would make a split of 39 USD; nobody waiting would move 98 USD.
    @Test
    void theQuestionThatDecidesMoreMoneyIsAsked() {
        Declared split = Declared.nothing()
                .within(Duration.ofHours(24))
                .degradation(Degradation.QUEUE)
                .userWaiting(UserWaiting.MIXED);
        Judgement judgement = steady().declares(split.answers()).judgement();
        assertThat(judgement.decides()).isEmpty();
        Declared open = Declared.nothing().within(Duration.ofHours(24)).partial("0.4");
        assertThat(decides(steady().declares(open.answers()).judgement()).monthly())
                .isEqualByComparingTo("39.2");
    }

    @Test
    void aDeclaredBudgetThatFitsNothingIsAskedAgain() {
        Declared tight = Declared.favourable().within(Duration.ofMinutes(30));
        Judgement judgement = steady().declares(tight.answers()).judgement();
        assertThat(decides(judgement).question()).isEqualTo(QuestionId.MAX_LATENCY);
        assertThat(judgement.because()).isEqualTo("its budget of 30m fits no cheaper tier");
    }

    @Test
    void withoutAPriceNothingDecides() {
        Judgement judgement = judgement(steady().workload(
                        realtime("100"), unrated(Tier.FLEX, Reason.NO_TIER), unrated(Tier.BATCH, Reason.NO_PRICE)));
        assertThat(judgement.decides()).isEmpty();
        assertThat(judgement.nextStep()).startsWith("Supply a price");
    }

    @Test
    void flexIsNamedWithItsShorterBudget() {
        Declared rest = Declared.nothing()
                .userWaiting(UserWaiting.NO)
                .degradation(Degradation.QUEUE)
                .costs("0", "USD");
        Judgement judgement = judgement(steady().declares(rest.answers())
                .workload(realtime("100"), rated(Tier.FLEX, "50"), rated(Tier.BATCH, "50")));
        assertThat(judgement.nextStep()).contains("15m or more fits a cheaper tier");
    }

    @Test
    void logsThatContradictADeclaredNoAskForAKeyOfItsOwn() {
        Judgement judgement = steady().sessions(20, 5, 120)
                .declares(Declared.favourable().answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.nextStep()).startsWith("Give the calls that users wait on a key of their own");
        assertThat(judgement.advice().contradictions())
                .containsExactly(new Judgement.Contradiction(
                        QuestionId.USER_WAITING,
                        "no",
                        "100.0 % of sessions hold a pause over 60 s, as are 100.0 % of their steps; "
                                + "5 calls in 8.0 min in the median"));
    }

    @Test
    void aCleanNightlyJobContradictsADeclaredYesAndIsKept() {
        Judgement judgement = nightlyJob()
                .declares(Declared.nothing().userWaiting(UserWaiting.YES).answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.KEEP);
        assertThat(judgement.advice().contradictions())
                .extracting(Judgement.Contradiction::question)
                .containsExactly(QuestionId.USER_WAITING);
    }

    @Test
    void chainsContradictThatTheWholeCanFollowLater() {
        Judgement judgement = steady().sessions(10, 5, 8)
                .seen(Field.LATENCY, 1)
                .declares(Declared.nothing().partial("1").answers())
                .judgement();
        assertThat(judgement.advice().contradictions())
                .containsExactly(new Judgement.Contradiction(
                        QuestionId.PARTIAL_ASYNC, "whole", "10 of 10 sessions are chains of dependent calls"));
    }

    @Test
    void peopleWhoWaitContradictThatDelayCostsNothing() {
        Judgement judgement = steady().driven(20)
                .declares(Declared.nothing().costs("0", "USD").answers())
                .judgement();
        assertThat(judgement.advice().contradictions())
                .containsExactly(new Judgement.Contradiction(
                        QuestionId.DEFERRAL_COST,
                        "0",
                        "that people wait on it: 100.0 % of sessions hold a pause over 60 s, as are 9.1 % of their steps; "
                                + "12 calls in 2.9 min in the median"));
    }

    @ParameterizedTest
    @CsvSource({"azure/prod, true", "azure-openai/prod, true", "openai/prod, false", "shared-pool, false"})
    void callsToOtherProvidersContradictADeclaredDomain(String declared, boolean contradicted) {
        Judgement judgement =
                steady().declares(Declared.nothing().quota(declared).answers()).judgement();
        assertThat(judgement.advice().contradictions())
                .isEqualTo(
                        contradicted
                                ? List.of(new Judgement.Contradiction(
                                        QuestionId.QUOTA_DOMAIN, declared, "calls to openai only"))
                                : List.of());
    }

    @Test
    void aBudgetLongerThanTheTimeToTheNextRunIsContradicted() {
        Judgement judgement = nightlyJob()
                .declares(Declared.nothing().within(Duration.ofHours(25)).answers())
                .judgement();
        assertThat(judgement.advice().contradictions())
                .containsExactly(
                        new Judgement.Contradiction(QuestionId.MAX_LATENCY, "25h", "the next run starts after 24h"));
    }
}
