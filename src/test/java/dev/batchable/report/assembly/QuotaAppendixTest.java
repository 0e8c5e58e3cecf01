package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.report.Appendix.Crowding;
import dev.batchable.report.Appendix.Headroom;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.MadeGood;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Reaction;
import dev.batchable.report.WorkloadUsage.Peaks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Quota domains and incidents of a report.
class QuotaAppendixTest {
    private static List<QuotaDomain> domains(JudgedFixture... workloads) {
        return Facts.of(workloads).assemble().appendix().quotaDomains();
    }

    private static Peaks peaks(long requests, long tokens) {
        return new Peaks(OptionalLong.of(requests), OptionalLong.of(tokens));
    }

    /// Minute 5 holds 9 calls and 800 tokens, minute 6 holds 10 and 710. Half of the mover's 8 and 600 go, which makes
    /// minute 6 the busiest. Of minutes 4 and 5 the mover has three quarters of the tokens, so 3 of the chat's 4
    /// refusals in minute 5 fall to it, and a quarter of its own 8 to the chat.
    @Test
    void sharesOutPeakRefusalsAndHeadroom() {
        JudgedFixture mover = new JudgedFixture("mover")
                .calls(Tier.STANDARD, Outcome.OK, 90)
                .calls(Tier.STANDARD, Outcome.RATE_LIMITED, 8)
                .minute(5, 8, 600, 8)
                .minute(6, 1, 10, 0)
                .limited(5, 8)
                .verdict(Verdict.SPLIT)
                .moves(Tier.FLEX, "0.5", "1", "1", "1");
        JudgedFixture chat = new JudgedFixture("chat")
                .calls(Tier.STANDARD, Outcome.OK, 40)
                .calls(Tier.STANDARD, Outcome.RATE_LIMITED, 4)
                .answer(QuestionId.USER_WAITING, Lean.REALTIME, Optional.empty())
                .minute(5, 1, 200, 0)
                .minute(6, 9, 700, 0)
                .limited(5, 4);

        QuotaDomain domain = domains(mover, chat).get(0);

        assertThat(domain.peaks()).isEqualTo(peaks(10, 800));
        assertThat(domain.headroom()).isEqualTo(new Headroom(peaks(10, 705), OptionalLong.of(4), OptionalLong.of(300)));
        assertThat(domain.members())
                .containsExactly(
                        new Member("mover", 98, false, 8, crowding("0.75", "0.75", "3", "3")),
                        new Member("chat", 44, true, 4, crowding("0.25", "0.25", "2", "0")));
    }

    private static Optional<Crowding> crowding(String peak, String refused, String caused, String harmed) {
        return Optional.of(new Crowding(decimal(peak), decimal(refused), decimal(caused), decimal(harmed)));
    }

    @Test
    void leavesMinutesUnknownWhereAMemberIsKnownMoreCoarsely() {
        JudgedFixture coarse =
                new JudgedFixture("c").calls(Tier.STANDARD, Outcome.OK, 1).resolution(Duration.ofHours(1));
        JudgedFixture fine =
                new JudgedFixture("f").calls(Tier.STANDARD, Outcome.OK, 1).minute(1, 1, 60, 0);

        assertThat(domains(coarse, fine)).singleElement().satisfies(domain -> {
            assertThat(domain.peaks()).isEqualTo(Peaks.UNKNOWN);
            assertThat(domain.headroom()).isEqualTo(Headroom.UNKNOWN);
            assertThat(domain.members()).extracting(Member::crowding).containsOnly(Optional.empty());
        });
    }

    @Test
    void drawsNoQuotaDomainForDeferredCalls() {
        assertThat(domains(new JudgedFixture("b").calls(Tier.BATCH, Outcome.OK, 5)))
                .isEmpty();
    }

    /// Four hours of 20 calls a minute; in half an hour of it all calls fail, one workload goes on, and the other stops
    /// and makes its calls in the half hour after. Neither cost anything.
    @Test
    void tellsWhatEachWorkloadDidInAnIncident() {
        JudgedFixture steady = new JudgedFixture("steady").calls(Tier.STANDARD, Outcome.OK, 4_800);
        JudgedFixture pausing = new JudgedFixture("pausing").calls(Tier.STANDARD, Outcome.OK, 4_800);
        for (int minute = 0; minute < 300; minute++) {
            boolean down = minute >= 150 && minute < 180;
            steady.minute(minute, 20, 100, down ? 20 : 0);
            if (!down || minute == 150) {
                pausing.minute(minute, minute >= 180 && minute < 210 ? 40 : 20, 100, down ? 20 : 0);
            }
        }

        List<Incident> incidents =
                Facts.of(steady, pausing).assemble().appendix().incidents();

        assertThat(incidents)
                .containsExactly(new Incident(
                        "openai/gpt-4.1",
                        "errors",
                        Instant.parse("1970-01-01T02:30:00Z"),
                        Instant.parse("1970-01-01T03:00:00Z"),
                        620,
                        620,
                        Optional.empty(),
                        List.of(
                                reaction("steady", 600, new MadeGood(0, 0, 0, 0), "fail"),
                                reaction("pausing", 20, new MadeGood(0, 580, 600, 0), "queue"))));
    }

    private static Reaction reaction(String workload, long failed, MadeGood madeGood, String behaviour) {
        return new Reaction(workload, failed, failed, madeGood, behaviour, false, Optional.of(decimal("0")));
    }

    @Test
    void takesFailuresOfOneWorkloadAloneForItsOwn() {
        JudgedFixture failing = new JudgedFixture("failing").calls(Tier.STANDARD, Outcome.OK, 1_200);
        JudgedFixture calm = new JudgedFixture("calm").calls(Tier.STANDARD, Outcome.OK, 1_200);
        for (int minute = 0; minute < 60; minute++) {
            failing.minute(minute, 20, 100, minute == 30 ? 20 : 0);
            calm.minute(minute, 20, 100, 0);
        }

        assertThat(Facts.of(failing, calm).assemble().appendix().incidents()).isEmpty();
        assertThat(Facts.of(failing).assemble().appendix().incidents()).hasSize(1);
    }
}
