package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.ProfileFixtures;
import org.junit.jupiter.api.Test;

class SessionSignalsTest {
    private static Signal pauses(ProfileFixtures workload) {
        return SessionSignals.pauses(workload.subject());
    }

    @Test
    void pausesThatStandOutInHalfOfTheSessionsSpeakForPeople() {
        Signal signal = pauses(steady().driven(5).sessions(5, 12, 10));
        assertThat(signal.weight()).isEqualTo(-2.35);
        assertThat(signal.evidence().found())
                .isEqualTo("50.0 % of sessions hold a pause over 60 s, as are 4.5 % of their steps; "
                        + "12 calls in 2.9 min in the median");
        assertThat(signal.evidence().error()).contains("95 % interval 23.7 % to 76.3 %");
        assertThat(signal.evidence().weight())
                .contains(new Evidence.Weight("sessions", "session-pauses.human-weight", -2.35));
    }

    /// A chat, but also one call in twenty of a program's.
    @Test
    void pausesAtMostStepsSpeakLessForPeople() {
        assertThat(pauses(steady().sessions(10, 4, 100)).weight()).isEqualTo(-1.8);
    }

    @Test
    void sessionsOfFiveMinutesWithoutPausesSpeakForPrograms() {
        assertThat(pauses(steady().sessions(10, 11, 30)).weight()).isEqualTo(1.0);
    }

    /// They may be the trace of one request each, which somebody waits for.
    @Test
    void shorterSessionsWithoutPausesSpeakLessForThem() {
        assertThat(pauses(steady().sessions(10, 10, 30)).weight()).isEqualTo(0.5);
    }

    @Test
    void sessionsOfHalfAnHourWithoutPausesSpeakMoreForPrograms() {
        assertThat(pauses(steady().sessions(10, 61, 30)).weight()).isEqualTo(1.4);
        assertThat(pauses(steady().sessions(10, 60, 30)).weight()).isEqualTo(1.0);
    }

    @Test
    void shortSessionsWithoutPausesSayNothing() {
        assertThat(pauses(steady().sessions(10, 9, 5)).weight()).isZero();
    }

    @Test
    void sessionsOfSomeCallsSayNothingOfTheOthers() {
        ProfileFixtures most = steady().sessions(10, 10, 5).inSessions(560);
        assertThat(pauses(most).weight()).isEqualTo(0.5);
        assertThat(pauses(most.inSessions(559)).weight()).isZero();
    }

    /// Calls last a second, so that starts 61 seconds apart leave a pause of exactly 60.
    @Test
    void aPauseOfAMinuteIsNotYetOne() {
        assertThat(pauses(steady().sessions(10, 10, 61)).weight()).isEqualTo(1.0);
        assertThat(pauses(steady().sessions(10, 10, 62)).weight()).isEqualTo(-1.8);
    }

    @Test
    void aPauseMustBeSeenThroughTheStepOfTheClock() {
        assertThat(pauses(steady().stampMillis(3_000).sessions(10, 10, 64)).weight())
                .isEqualTo(1.0);
        assertThat(pauses(steady().stampMillis(3_000).sessions(10, 10, 65)).weight())
                .isEqualTo(-1.8);
    }

    @Test
    void coarseStampsShowPausesButNotTheirAbsence() {
        ProfileFixtures byTheMinute = steady().stampMillis(60_000);
        assertThat(pauses(byTheMinute.sessions(10, 10, 5)).weight()).isZero();
        assertThat(pauses(byTheMinute.sessions(10, 10, 240)).weight()).isEqualTo(-1.8);
        assertThat(pauses(byTheMinute.stampMillis(120_000)).evidence().found())
                .isEqualTo("not applicable: stamps are coarser than a minute");
    }

    @Test
    void sessionsOfOneCallAreIdsOfRequests() {
        Signal signal = pauses(steady().sessions(10, 4, 100).sessions(41, 1, 0));
        assertThat(signal.evidence().lean()).isEqualTo(Lean.UNKNOWN);
        assertThat(signal.evidence().found()).isEqualTo("not applicable: 10 of 51 sessions hold several calls");
    }

    @Test
    void nineSessionsAreTooFew() {
        assertThat(pauses(steady().sessions(9, 4, 100)).evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    @Test
    void aFewPausingSessionsAmongManyAreBothKinds() {
        assertThat(SessionSignals.bothKinds(
                        steady().driven(3).sessions(7, 12, 5).subject()))
                .isTrue();
        assertThat(SessionSignals.bothKinds(
                        steady().driven(2).sessions(8, 12, 5).subject()))
                .isFalse();
        assertThat(SessionSignals.bothKinds(
                        steady().driven(5).sessions(5, 12, 5).subject()))
                .isFalse();
    }
}
