package dev.batchable.checklist;

import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.price.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a move of the nightly job costs besides: 7 runs in the window, and a month is twice the window.
class TollTest {
    private static Toll toll(Declared declared) {
        return nightlyJob()
                .declares(declared.answers())
                .judgement()
                .move()
                .orElseThrow()
                .toll();
    }

    /// 2.446863, 1.281765 and 0.116667 hours late within a day, at 0.5 USD and 14 runs a month.
    @Test
    void everyRunOfTheMonthIsLate() {
        assertThat(toll(Declared.favourable().costs("0.5", "USD")).deferralCost())
                .contains(new Range(
                        new BigDecimal("17.1280410"), new BigDecimal("8.9723550"), new BigDecimal("0.8166690")));
    }

    @Test
    void delayWithinAnAcceptableLatencyCostsNothing() {
        Toll toll = toll(Declared.favourable());
        assertThat(toll.deferralCost().orElseThrow().low()).isZero();
        assertThat(toll.assumptions())
                .isEqualTo(List.of("delay is taken to cost nothing, since results are not later than is acceptable;"
                        + " `deferral_cost` would say otherwise"));
    }

    @Test
    void aCostWithoutARateIsUnknown() {
        Toll toll = toll(Declared.favourable().costs("0.5", "CHF"));
        assertThat(toll.deferralCost()).isEmpty();
        assertThat(toll.assumptions())
                .isEqualTo(List.of(
                        "`deferral_cost` is declared in CHF, and the policy has no rate to USD: it is in no figure"));
    }

    @Test
    void delayIsUnknownWhereNoLatencyIsAcceptable() {
        assertThat(toll(Declared.nothing().userWaiting(UserWaiting.YES)).deferralCost())
                .isEqualTo(Optional.empty());
    }

    @Test
    void noTierPaysForADelayThatCostsMoreThanItSaves() {
        Judgement judgement = nightlyJob()
                .declares(Declared.favourable().costs("1000", "USD").answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.because()).isEqualTo("its delay is declared to cost more than a move saves");
    }
}
