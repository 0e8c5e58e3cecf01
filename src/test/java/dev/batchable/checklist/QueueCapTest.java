package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.Policy;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.Source;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Work that fits its budget of an hour, nine times in ten, as long as the queue takes it at once.
class QueueCapTest {
    private static final Source SOURCE = new Source("https://example.org", Optional.empty(), Source.Confidence.VENDOR);

    private static TierRule queue(long most) {
        QueueCap cap = new QueueCap("all", Set.of(), QueueCap.Unit.REQUESTS, OptionalLong.of(most), SOURCE);
        return new TierRule.Offered(
                "/v1/batches",
                new TierRule.Completion(
                        TierRule.Behaviour.ASYNCHRONOUS, Duration.ofHours(24), TierRule.Expiry.FINISHED_ONLY),
                new TierRule.JobLimits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), List.of(cap)),
                TierRule.Quota.SEPARATE,
                Set.of(Operation.CHAT),
                new TierRule.CacheRule(TierRule.Stacking.STACKS, Optional.empty()),
                Optional.empty(),
                SOURCE);
    }

    private static Judgement judgement(long most, int hours) {
        ChecklistSettings settings =
                new ChecklistSettings(true, SETTINGS.zone(), SETTINGS.asOf(), "USD", (model, tier) -> queue(most));
        ProfileFixtures work = steady().declares(
                        Declared.favourable().within(Duration.ofHours(hours)).answers());
        return Checklist.judge(List.of(work.workload()), Policy.EMPTY, settings)
                .ofWorkloads()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 1, MOVE, ''", "1, 1, BLOCKED, queue-cap", "20, 168, MOVE, ''"})
    void aQueueThatTakesItInTooManyPartsBlocks(long most, int hours, Verdict verdict, String blocker) {
        Judgement judgement = judgement(most, hours);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(String.join("", judgement.blockers())).isEqualTo(blocker);
    }

    /// The cap is an obstacle to the move, and none of the answers.
    @ParameterizedTest
    @CsvSource({"1", "1000000"})
    void theAnswerOnLatencyIsTheBudgetsAlone(long most) {
        Answer latency = judgement(most, 1).answers().stream()
                .filter(answer -> answer.question() == QuestionId.MAX_LATENCY)
                .findFirst()
                .orElseThrow();
        assertThat(latency)
                .isInstanceOfSatisfying(
                        Answer.Known.class, known -> assertThat(known.lean()).isEqualTo(Lean.BATCH));
    }
}
