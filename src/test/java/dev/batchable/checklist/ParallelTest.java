package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Runs of a hundred minutes at uneven times of the day, so that no schedule decides beside them.
class ParallelTest {
    private static final int[] STARTS = {2, 9, 17, 30, 44, 55};

    /// Pieces of 15 s in each minute: so many, and now and then one more or less.
    private static ProfileFixtures runs(Operation operation, double pieces, int spread) {
        ProfileFixtures job = workload("embed").operation(operation);
        Random random = new Random(3);
        for (int start : STARTS) {
            Instant first = MONDAY.plus(Duration.ofHours(start));
            job.calls(first, Duration.ofSeconds(20), 300);
            for (int minute = 0; minute < 100; minute++) {
                int more = spread == 0 ? 0 : random.nextInt(2 * spread + 1) - spread;
                job.underWay(first.plus(Duration.ofMinutes(minute)), (int) pieces + more, 15_000);
            }
        }
        return job;
    }

    private static Answer partial(ProfileFixtures job) {
        return job.judgement().answers().get(5);
    }

    @Test
    void aPoolOfEmbeddingsCanBeCompletedInAnyOrder() {
        Answer.Known answer = (Answer.Known) partial(runs(Operation.EMBEDDING, 16, 1));
        assertThat(answer.value()).isEqualTo("whole");
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        assertThat(answer.derivedFrom()).isEmpty();
        assertThat(answer.evidence().get(0).found())
                .matches(
                        "in 6 of 6 runs several calls are always under way, \\d\\.\\d\\d on the mean, 0\\.0\\d as uneven"
                                + " as independent calls; 100\\.0 % of all calls; its calls need no other's answer");
    }

    @ParameterizedTest
    @CsvSource({"16, 8, calls as uneven as those of many people", "6, 1, one and a half calls at a time"})
    void whatIsUnevenOrOneAtATimeIsNoPool(double pieces, int spread, String why) {
        assertThat(partial(runs(Operation.EMBEDDING, pieces, spread))).as(why).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void chatCallsMayNeedEachOtherUnlessTheirSessionsHoldNoChains() {
        Answer unknown = partial(runs(Operation.CHAT, 16, 1));
        assertThat(unknown).isInstanceOf(Answer.Unknown.class);
        assertThat(unknown.evidence().get(0).found()).endsWith("; whether calls need each other's answers is not told");
        ProfileFixtures apart = runs(Operation.CHAT, 16, 1).sessions(10, 5, 30).seen(Field.LATENCY, 1);
        assertThat(((Answer.Known) partial(apart)).value()).isEqualTo("whole");
        ProfileFixtures chained = runs(Operation.CHAT, 16, 1).sessions(10, 5, 8).seen(Field.LATENCY, 1);
        assertThat(((Answer.Known) partial(chained)).value()).isEqualTo("none");
    }

    @Test
    void aServiceThatUsersWaitOnIsNoPool() {
        ProfileFixtures busy = runs(Operation.EMBEDDING, 16, 1)
                .declares(Declared.nothing().userWaiting(UserWaiting.YES).answers());
        assertThat(partial(busy)).isInstanceOf(Answer.Unknown.class);
    }

    /// It counts for itself, since it does not follow from the first question.
    @Test
    void aPoolThatNobodyWaitsForLeansBatchTwice() {
        ProfileFixtures job = runs(Operation.EMBEDDING, 16, 1)
                .declares(Declared.nothing().userWaiting(UserWaiting.NO).answers());
        assertThat(job.judgement().answers())
                .filteredOn(answer -> answer.lean() == Lean.BATCH)
                .extracting(Answer::question)
                .isEqualTo(List.of(QuestionId.USER_WAITING, QuestionId.PARTIAL_ASYNC));
    }
}
