package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.batchable.checklist.evidence.Signal.Family;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogOddsTest {
    private static Signal signal(Family family, double weight) {
        return new Signal(family, weight, steady().subject().evidence("test", "", "", 1, Lean.NEITHER));
    }

    private static LogOdds of(Signal... signals) {
        return LogOdds.of(Arrays.asList(signals));
    }

    @Test
    void nothingSeenIsEvenOdds() {
        assertThat(LogOdds.of(List.of()).confidence()).isEqualTo(0.5);
    }

    @Test
    void weightsOfDifferentFamiliesAdd() {
        assertThat(of(signal(Family.RHYTHM, 2), signal(Family.SESSIONS, -0.5)).total())
                .isEqualTo(1.5);
    }

    @Test
    void oneFamilyIsCapped() {
        assertThat(of(signal(Family.RHYTHM, 2), signal(Family.RHYTHM, 2)).total())
                .isEqualTo(2.6);
        assertThat(of(signal(Family.HINTS, 0.5), signal(Family.HINTS, 0.5)).total())
                .isEqualTo(0.8);
        assertThat(of(signal(Family.PACE, 0.8), signal(Family.PACE, 1)).total()).isEqualTo(1.4);
    }

    @Test
    void theTotalIsCapped() {
        assertThat(of(signal(Family.RHYTHM, -2.6), signal(Family.SESSIONS, -2.6))
                        .total())
                .isEqualTo(-4.0);
    }

    /// 1 ÷ (1 + e^-2.4) = 0.9168
    @Test
    void aStrongFamilyAloneDecidesWhereNothingSpeaksAgainstIt() {
        LogOdds odds = of(signal(Family.RHYTHM, 2.4));
        assertThat(odds.held()).isFalse();
        assertThat(odds.confidence()).isCloseTo(0.9168, within(0.0001));
    }

    @Test
    void weakFamiliesTogetherAreHeldBelowNinetyPercent() {
        LogOdds odds = of(signal(Family.RHYTHM, 1.2), signal(Family.PACE, 1.0), signal(Family.SESSIONS, 1.0));
        assertThat(odds.held()).isTrue();
        assertThat(odds.confidence()).isEqualTo(0.89);
    }

    @Test
    void aStrongFamilyIsHeldWhereAnythingSpeaksAgainstIt() {
        LogOdds odds = of(signal(Family.RHYTHM, 2.6), signal(Family.PACE, 1.0), signal(Family.HINTS, -0.6));
        assertThat(odds.confidence()).isEqualTo(0.89);
    }

    /// 1.6 + 0.6 would make 0.9002.
    @Test
    void hintsLiftNoAnswerToNinetyPercent() {
        assertThat(of(signal(Family.DELIVERY, -1.6), signal(Family.HINTS, -0.6)).confidence())
                .isEqualTo(0.89);
        assertThat(of(signal(Family.RHYTHM, 1.6), signal(Family.HINTS, 0.8)).confidence())
                .isEqualTo(0.89);
        assertThat(of(signal(Family.DELIVERY, -2.2)).held()).isFalse();
    }

    @Test
    void twoStrongFamiliesOutweighAContraryHint() {
        LogOdds odds = of(signal(Family.RHYTHM, 2.4), signal(Family.PEOPLE, 1.6), signal(Family.HINTS, -0.6));
        assertThat(odds.held()).isFalse();
        assertThat(odds.confidence()).isGreaterThan(0.9);
    }

    @Test
    void aNoAgainstAStrongFamilyIsDisputed() {
        Signal[] signals = {signal(Family.RHYTHM, 2.4), signal(Family.PEOPLE, 1.6), signal(Family.DELIVERY, -1.6)};
        assertThat(of(signals).disputed()).isTrue();
        assertThat(of(signals[0], signals[1]).disputed()).isFalse();
    }

    @Test
    void aYesIsNeverHeld() {
        LogOdds odds = of(signal(Family.SESSIONS, -2.35), signal(Family.DELIVERY, -1.6));
        assertThat(odds.held()).isFalse();
        assertThat(odds.nobodyWaits()).isFalse();
        assertThat(odds.confidence()).isGreaterThan(0.9);
    }
}
