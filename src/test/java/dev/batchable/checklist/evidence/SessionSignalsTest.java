package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.ProfileFixtures.steady;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionSignalsTest {
    @Test
    void pausesInHalfOfTheSessionsSpeakForPeople() {
        Signal signal = SessionSignals.pauses(
                steady().sessions(5, 4, 100).sessions(5, 4, 10).subject());
        assertThat(signal.weight()).isEqualTo(-2.35);
        assertThat(signal.evidence().found()).isEqualTo("50.0 % of sessions hold a pause over 60 s");
    }

    @Test
    void longSessionsWithoutPausesSpeakForPrograms() {
        assertThat(SessionSignals.pauses(steady().sessions(10, 10, 5).subject()).weight())
                .isEqualTo(1.0);
    }

    @Test
    void shortSessionsWithoutPausesSayNothing() {
        assertThat(SessionSignals.pauses(steady().sessions(10, 9, 5).subject()).weight())
                .isZero();
    }

    /// Calls last a second, so that starts 61 seconds apart leave a pause of exactly 60.
    @Test
    void aPauseOfAMinuteIsNotYetOne() {
        assertThat(SessionSignals.pauses(steady().sessions(10, 10, 61).subject())
                        .weight())
                .isEqualTo(1.0);
        assertThat(SessionSignals.pauses(steady().sessions(10, 10, 62).subject())
                        .weight())
                .isEqualTo(-2.35);
    }

    @Test
    void sessionsOfOneCallAreIdsOfRequests() {
        Signal signal = SessionSignals.pauses(
                steady().sessions(10, 4, 100).sessions(41, 1, 0).subject());
        assertThat(signal.evidence().lean()).isEqualTo(Lean.UNKNOWN);
        assertThat(signal.evidence().found()).isEqualTo("not applicable: 10 of 51 sessions hold several calls");
    }

    @Test
    void nineSessionsAreTooFew() {
        assertThat(SessionSignals.pauses(steady().sessions(9, 4, 100).subject())
                        .evidence()
                        .lean())
                .isEqualTo(Lean.UNKNOWN);
    }
}
