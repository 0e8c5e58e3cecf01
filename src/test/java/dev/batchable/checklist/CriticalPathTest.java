package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Judgement.ControlDetail;
import dev.batchable.checklist.Judgement.ControlStatus;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedLine;
import dev.batchable.price.RatedWorkload;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private static Judgement.ControlDetail control(Subject subject, String name) {
        return CriticalPath.of(subject).details().stream()
                .filter(detail -> detail.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// A week of calls, and six minutes of its third day in which most failed.
    private static ProfileFixtures failing() {
        return workload("chat")
                .daily(MONDAY, 7, Duration.ofMinutes(5), 280)
                .outcome(Outcome.TIMEOUT)
                .calls(MONDAY.plus(Duration.ofHours(58)), Duration.ofSeconds(2), 180)
                .outcome(Outcome.OK);
    }

    private static ProfileFixtures steppedIn(String provider, String model) {
        return failing().asking(provider, model).calls(MONDAY.plus(Duration.ofHours(58)), Duration.ofSeconds(20), 90);
    }

    @Test
    void keepSaysWhichControlsAreDeclaredSeenAndMissing() {
        Judgement judgement = steady().tier(Tier.PRIORITY)
                .controls("fallback")
                .declares(Declared.nothing().userWaiting(UserWaiting.YES).answers())
                .judgement();
        assertThat(judgement.advice().controls())
                .isEqualTo(new Judgement.Controls(
                        List.of("fallback"),
                        List.of("headroom"),
                        List.of("degraded-mode"),
                        List.of(
                                new ControlDetail(
                                        "headroom",
                                        ControlStatus.OBSERVED,
                                        "100.0 % of calls on priority or provisioned capacity"),
                                new ControlDetail(
                                        "fallback",
                                        ControlStatus.DECLARED,
                                        "no second provider or model: no spell of failing calls in which it could be seen"),
                                new ControlDetail(
                                        "degraded-mode",
                                        ControlStatus.MISSING,
                                        "no cheaper model in place of the usual one: no spell of failing calls in which"
                                                + " it could be seen; answers from a cache cannot be seen"))));
        assertThat(judgement.nextStep()).isEqualTo("Leave it on realtime, and provide or declare degraded-mode.");
    }

    @Test
    void thatNothingWasRefusedReservesNothing() {
        assertThat(control(steady().subject(), "headroom").found())
                .matches("no call on priority or provisioned capacity; never rate-limited at peaks of"
                        + " \\d calls a minute, which reserves nothing");
    }

    @Test
    void refusedCallsAreCounted() {
        Subject refused = steady().outcome(Outcome.RATE_LIMITED)
                .calls(MONDAY, Duration.ofSeconds(1), 12)
                .subject();
        assertThat(control(refused, "headroom").found()).contains("; 12 calls rate-limited at peaks of 12 calls");
    }

    @Test
    void anotherProviderThatStepsInWhileCallsFailIsAFallback() {
        Subject subject = steppedIn("azure", "gpt-4.1").subject();
        assertThat(control(subject, "fallback").status()).isEqualTo(ControlStatus.OBSERVED);
    }

    @Test
    void aModelThatStepsInOnTheDayOfFailuresIsAFallback() {
        Judgement.ControlDetail fallback = control(steppedIn("openai", "gpt-4o").subject(), "fallback");
        assertThat(fallback.status()).isEqualTo(ControlStatus.OBSERVED);
        assertThat(fallback.found())
                .isEqualTo(
                        "openai/gpt-4o took 9.0 % of the calls in 1 spell of failing calls," + " 3.5 % at other times");
    }

    @Test
    void aModelThatWorksEveryDayDidNotStepIn() {
        Subject subject = failing()
                .asking("openai", "gpt-4o")
                .daily(MONDAY, 7, Duration.ofMinutes(10), 90)
                .subject();
        assertThat(control(subject, "fallback").status()).isEqualTo(ControlStatus.MISSING);
        assertThat(control(subject, "fallback").found())
                .isEqualTo("no second provider or model: seen in none of 1 spell of failing calls");
    }

    @Test
    void aCheaperModelThatStepsInIsADegradedMode() {
        RatedWorkload rated = steppedIn("openai", "gpt-4o").workload();
        RatedWorkload priced = new RatedWorkload(
                rated.profile(),
                rated.spend(),
                rated.recurrence(),
                rated.monthlyFactor(),
                List.of(line("gpt-4.1", "8"), line("gpt-4o", "4")),
                rated.targets(),
                rated.unpriced(),
                rated.assumptions());
        Subject subject = Subject.of(priced, Policy.EMPTY, SETTINGS);
        assertThat(control(subject, "degraded-mode").found()).endsWith("at a lower price than openai/gpt-4.1");
        assertThat(CriticalPath.of(subject).seen()).containsExactly("degraded-mode");
    }

    private static RatedLine line(String model, String unitPrice) {
        return new RatedLine(
                new RatedLine.Place("openai", model, Tier.STANDARD, "base"),
                Optional.of(TokenKind.OUTPUT),
                1_000_000,
                Optional.of(new BigDecimal(unitPrice)),
                Optional.empty(),
                new BigDecimal(unitPrice),
                RatedLine.Basis.LOGGED,
                Optional.empty());
    }
}
