package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.ClientKind;
import dev.batchable.profile.Timings;
import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeopleSignalsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void streamsSpeakForPeople() {
        Signal signal = PeopleSignals.streaming(workload("a")
                .streaming(Streaming.STREAMED)
                .calls(MONDAY, MINUTE, 40)
                .subject());
        assertThat(signal.weight()).isEqualTo(-1.6);
        assertThat(signal.evidence().found()).isEqualTo("100.0 % of calls streamed");
        assertThat(signal.evidence().lean()).isEqualTo(Lean.REALTIME);
    }

    @Test
    void aTenthOfStreamsSpeaksLessForPeople() {
        Signal signal = PeopleSignals.streaming(workload("a")
                .streaming(Streaming.STREAMED)
                .calls(MONDAY, MINUTE, 4)
                .streaming(Streaming.UNSTREAMED)
                .calls(MONDAY, MINUTE, 36)
                .subject());
        assertThat(signal.weight()).isEqualTo(-0.8);
    }

    @Test
    void unstreamedCallsSayNothing() {
        Signal signal = PeopleSignals.streaming(workload("a")
                .streaming(Streaming.UNSTREAMED)
                .calls(MONDAY, MINUTE, 40)
                .subject());
        assertThat(signal.weight()).isZero();
        assertThat(signal.evidence().lean()).isEqualTo(Lean.NEITHER);
    }

    @Test
    void streamingIsNotJudgedFromTwentyNineCalls() {
        Signal signal = PeopleSignals.streaming(workload("a")
                .streaming(Streaming.STREAMED)
                .calls(MONDAY, MINUTE, 29)
                .subject());
        assertThat(signal.weight()).isZero();
        assertThat(signal.evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    @Test
    void fiveCancelledCallsInAThousandSpeakForPeople() {
        assertThat(PeopleSignals.cancellations(cancelled(5, 995)).weight()).isEqualTo(-1.2);
    }

    @Test
    void fourCancelledCallsAreTooFew() {
        assertThat(PeopleSignals.cancellations(cancelled(4, 100)).weight()).isZero();
    }

    @Test
    void fiveCancelledCallsInTwoThousandAreTooSmallAShare() {
        assertThat(PeopleSignals.cancellations(cancelled(5, 1_995)).weight()).isZero();
    }

    @Test
    void cancellationsAreNotJudgedWhereOutcomesAreUnknown() {
        Signal signal = PeopleSignals.cancellations(workload("a")
                .outcome(Outcome.UNKNOWN)
                .calls(MONDAY, MINUTE, 100)
                .subject());
        assertThat(signal.evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    private static Subject cancelled(int cancelled, int answered) {
        Instant start = MONDAY;
        return workload("a")
                .calls(start, MINUTE, answered)
                .outcome(Outcome.CANCELLED)
                .calls(start, MINUTE, cancelled)
                .subject();
    }

    private static Signal cancelledAfter(long p50, long p95, long samples) {
        Timings timings = new Timings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Percentiles(p50, p95, p95, samples)),
                Optional.empty(),
                Optional.empty());
        return PeopleSignals.cancellations(workload("a")
                .timings(timings)
                .calls(MONDAY, MINUTE, 900)
                .outcome(Outcome.CANCELLED)
                .calls(MONDAY, MINUTE, 100)
                .subject());
    }

    @Test
    void callsCancelledAfterOneTimeMetATimeout() {
        Signal piled = cancelledAfter(30_000, 31_500, 20);
        assertThat(piled.weight()).isZero();
        assertThat(piled.evidence().found())
                .isEqualTo("100 of 1,000 calls cancelled by the client, nearly all after 30s, as a timeout does");
    }

    @Test
    void callsCancelledAfterVariedTimesOrFewTimedOnesSpeakForPeople() {
        assertThat(cancelledAfter(30_000, 31_501, 20).weight()).isEqualTo(-1.2);
        assertThat(cancelledAfter(30_000, 30_000, 19).weight()).isEqualTo(-1.2);
    }

    @Test
    void nineInTenCallsWithASchedulersMarkSpeakLittleAgainstPeople() {
        assertThat(PeopleSignals.clients(steady().clients(ClientKind.MARKED_JOB, 90)
                                .clients(ClientKind.LIBRARY, 10)
                                .subject())
                        .weight())
                .isEqualTo(0.8);
    }

    @Test
    void sharesTellTheirInterval() {
        Signal signal = PeopleSignals.streaming(workload("a")
                .streaming(Streaming.STREAMED)
                .calls(MONDAY, MINUTE, 40)
                .subject());
        assertThat(signal.evidence().error()).contains("95 % interval 91.2 % to 100.0 %");
        assertThat(new Share(0, 0).error()).isEqualTo("95 % interval 0.0 % to 100.0 %");
        assertThat(new Share(5_000_000_000L, 10_000_000_000L).error()).isEqualTo("95 % interval 50.0 % to 50.0 %");
    }

    @Test
    void fiveEndUsersSpeakForPeopleAndFourDoNot() {
        assertThat(PeopleSignals.endUsers(steady().users(5).subject()).weight()).isEqualTo(-1.2);
        assertThat(PeopleSignals.endUsers(steady().users(4).subject()).weight()).isZero();
    }

    @Test
    void endUsersAreNotJudgedWhereFewRowsNameThem() {
        Signal signal =
                PeopleSignals.endUsers(steady().users(50).seen(Field.USER, 0.4).subject());
        assertThat(signal.evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }

    @Test
    void oneInteractiveClientInTwentySpeaksForPeople() {
        Signal signal = PeopleSignals.clients(steady().clients(ClientKind.INTERACTIVE, 5)
                .clients(ClientKind.LIBRARY, 95)
                .subject());
        assertThat(signal.weight()).isEqualTo(-2.0);
    }

    @Test
    void nineInTenHeadlessClientsSpeakAgainstPeople() {
        Signal signal = PeopleSignals.clients(steady().clients(ClientKind.HEADLESS, 90)
                .clients(ClientKind.LIBRARY, 10)
                .subject());
        assertThat(signal.weight()).isEqualTo(1.6);
    }

    @Test
    void plainLibrariesSayNothing() {
        assertThat(PeopleSignals.clients(
                                steady().clients(ClientKind.LIBRARY, 100).subject())
                        .weight())
                .isZero();
    }

    @Test
    void clientsAreNotJudgedWithoutUserAgents() {
        assertThat(PeopleSignals.clients(steady().subject()).evidence().lean()).isEqualTo(Lean.UNKNOWN);
    }
}
