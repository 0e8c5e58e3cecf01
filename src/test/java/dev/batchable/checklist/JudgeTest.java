package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.judgement;
import static dev.batchable.checklist.SampleRates.rated;
import static dev.batchable.checklist.SampleRates.realtime;
import static dev.batchable.checklist.SampleRates.unrated;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.policy.Policy;
import dev.batchable.price.Range;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Spend;
import dev.batchable.price.TargetRating;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.price.catalog.Source;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every branch of the verdict, in the order of the rule.
class JudgeTest {
    private static final TargetRating NO_FLEX = unrated(Tier.FLEX, Reason.NO_TIER);
    private static final TargetRating NO_BATCH = unrated(Tier.BATCH, Reason.NO_PRICE);

    private static ProfileFixtures favourable() {
        return steady().declares(Declared.favourable().answers());
    }

    private static Spend spend(String realtime, String deferred, String provisioned, String unknown) {
        BigDecimal real = new BigDecimal(realtime);
        BigDecimal total = real.add(new BigDecimal(deferred))
                .add(new BigDecimal(provisioned))
                .add(new BigDecimal(unknown));
        return new Spend(
                total,
                real,
                new BigDecimal(deferred),
                new BigDecimal(provisioned),
                new BigDecimal(unknown),
                BigDecimal.ZERO,
                real);
    }

    @Test
    void ninetyFivePercentOnBatchIsDeferredWhateverElseHolds() {
        ProfileFixtures blocked = favourable().blockers("zero-retention");
        Judgement judgement = judgement(blocked.workload(spend("5", "95", "0", "0"), NO_FLEX, rated(Tier.BATCH, "2")));
        assertThat(judgement.verdict()).isEqualTo(Verdict.DEFERRED);
        assertThat(judgement.nextStep()).isEqualTo("Leave it on its deferred tier.");
    }

    @Test
    void ninetyFourPercentOnBatchIsNotDeferred() {
        assertThat(judgement(favourable().workload(spend("6", "94", "0", "0"), NO_FLEX, rated(Tier.BATCH, "50")))
                        .verdict())
                .isEqualTo(Verdict.MOVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero-retention", "streaming-consumer", "tool-loop", "provisioned"})
    void aDeclaredObstacleBlocksWhatCouldWait(String blocker) {
        Judgement judgement = favourable().blockers(blocker).judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(judgement.blockers()).containsExactly(blocker);
        assertThat(judgement.because()).isEqualTo("it could wait, but " + blocker + " stands in the way");
    }

    @Test
    void flexIsOpenToWhatCannotBeStored() {
        RatedWorkload workload = favourable()
                .blockers("zero-retention")
                .workload(realtime("100"), rated(Tier.FLEX, "50"), rated(Tier.BATCH, "50"));
        Judgement judgement = judgement(workload);
        assertThat(judgement.verdict()).isEqualTo(Verdict.MOVE);
        assertThat(judgement.move().orElseThrow().target()).isEqualTo(Tier.FLEX);
    }

    @Test
    void noPriceOnAnyTierBlocks() {
        assertThat(judgement(favourable().workload(realtime("100"), NO_FLEX, NO_BATCH))
                        .blockers())
                .containsExactly("no-batch-price", "no-flex-endpoint");
    }

    @Test
    void streamsSeenInTheLogBlockBatch() {
        ProfileFixtures streamed = steady().streaming(Streaming.STREAMED)
                .daily(ProfileFixtures.MONDAY, 3, Duration.ofMinutes(2), 30)
                .declares(Declared.favourable().answers());
        assertThat(streamed.judgement().blockers()).containsExactly(Obstacles.STREAMING_CONSUMER);
    }

    @Test
    void chainsSeenInTheLogBlockBatch() {
        ProfileFixtures chained = favourable().sessions(10, 5, 8).seen(Field.LATENCY, 1);
        assertThat(chained.judgement().blockers()).containsExactly(Obstacles.TOOL_LOOP);
    }

    private static Judgement under(ProfileFixtures workload, TierRule rule) {
        ChecklistSettings settings =
                new ChecklistSettings(true, SETTINGS.zone(), SETTINGS.asOf(), "USD", (model, tier) -> rule);
        return Checklist.judge(List.of(workload.workload()), Policy.EMPTY, settings)
                .ofWorkloads()
                .get(0);
    }

    private static TierRule.Offered offered(long minimum, Operation operation) {
        return new TierRule.Offered(
                "/v1/batches",
                new TierRule.Completion(
                        TierRule.Behaviour.ASYNCHRONOUS, Duration.ofHours(24), TierRule.Expiry.FINISHED_ONLY),
                new TierRule.JobLimits(
                        OptionalLong.of(minimum), OptionalLong.of(50_000), OptionalLong.of(209_715_200), List.of()),
                TierRule.Quota.SEPARATE,
                Set.of(operation),
                new TierRule.CacheRule(TierRule.Stacking.STACKS, Optional.empty()),
                Optional.of(Duration.ofDays(30)),
                new Source("https://example.com", Optional.empty(), Source.Confidence.VENDOR));
    }

    /// A hundred calls a day.
    @Test
    void fewerCallsADayThanAJobNeedsBlock() {
        assertThat(under(favourable(), offered(101, Operation.CHAT)).blockers())
                .containsExactly(Obstacles.BELOW_MINIMUM);
        assertThat(under(favourable(), offered(100, Operation.CHAT)).verdict()).isEqualTo(Verdict.MOVE);
    }

    @Test
    void anUndecidedWorkloadWithAnObstacleIsToldOfIt() {
        Judgement judgement = under(steady(), offered(101, Operation.CHAT));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.decides()).isEmpty();
        assertThat(judgement.nextStep())
                .isEqualTo(
                        "Gather calls of several days or workloads into one job. Until then no answer would let it move ("
                                + Obstacles.BELOW_MINIMUM + ").");
    }

    @Test
    void anOperationThatTheTierDoesNotTakeBlocks() {
        assertThat(under(favourable(), offered(1, Operation.EMBEDDING)).blockers())
                .containsExactly("no-batch-endpoint");
    }

    @Test
    void aTierThatIsRefusedForTheModelBlocks() {
        TierRule refused = new TierRule.NotOffered(
                "regional", new Source("https://example.com", Optional.empty(), Source.Confidence.VENDOR));
        assertThat(under(favourable(), refused).blockers()).containsExactly("no-batch-endpoint");
    }

    @Test
    void aLossInTheWorstCaseOfTheCacheBlocks() {
        TargetRating.Rated lossy = new TargetRating.Rated(
                Tier.BATCH,
                BigDecimal.valueOf(100),
                BigDecimal.ZERO,
                new Range(BigDecimal.valueOf(110), BigDecimal.valueOf(70), BigDecimal.valueOf(50)),
                BigDecimal.valueOf(50),
                new Range(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                List.of());
        Judgement judgement = judgement(favourable().workload(realtime("100"), NO_FLEX, lossy));
        assertThat(judgement.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(judgement.blockers()).containsExactly("cache-loss");
    }

    @Test
    void whatUsersWaitOnIsKeptRatherThanBlocked() {
        Judgement judgement = steady().blockers("zero-retention")
                .declares(Declared.favourable().userWaiting(UserWaiting.YES).answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.KEEP);
        assertThat(judgement.because()).isEqualTo("a user waits on it");
    }

    @Test
    void aBudgetUnderAMinuteIsKept() {
        Declared instant = Declared.favourable().within(Duration.ofSeconds(59));
        assertThat(steady().declares(instant.answers()).judgement().because())
                .isEqualTo("results are needed within a minute");
        Declared minute = Declared.favourable().within(Duration.ofSeconds(60));
        assertThat(steady().declares(minute.answers()).judgement().because()).isEqualTo("a move would save nothing");
    }

    @Test
    void whatSavesNothingIsKept() {
        Judgement judgement = judgement(favourable().workload(realtime("100"), NO_FLEX, rated(Tier.BATCH, "100")));
        assertThat(judgement.verdict()).isEqualTo(Verdict.KEEP);
        assertThat(judgement.because()).isEqualTo("a move would save nothing");
    }

    @Test
    void aDearerTierWithAnObstacleIsKeptAndNotBlocked() {
        RatedWorkload workload =
                favourable().blockers("zero-retention").workload(realtime("100"), NO_FLEX, rated(Tier.BATCH, "120"));
        assertThat(judgement(workload).verdict()).isEqualTo(Verdict.KEEP);
    }

    @Test
    void whatHasNoRealtimeSpendIsKept() {
        RatedWorkload mixed =
                steady().workload(spend("0", "50", "50", "0"), NO_FLEX, unrated(Tier.BATCH, Reason.NO_SPEND));
        assertThat(judgement(mixed).because()).isEqualTo("it has no realtime spend");
    }

    @Test
    void aSeparableShareIsSplitOffBeforeTheWholeIsMoved() {
        Judgement judgement = steady().declares(
                        Declared.favourable().partial("0.4").answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.SPLIT);
        assertThat(judgement.recommended()).isTrue();
        Judgement.Move move = judgement.move().orElseThrow();
        assertThat(move.share()).isEqualByComparingTo("0.4");
        assertThat(move.saving().window().expected()).isEqualByComparingTo("19.6");
        assertThat(move.recipe())
                .filteredOn(step -> step.contains("stress"))
                .containsExactly(
                        "It is under stress when, over 5m, over 2.0 % of the calls are rate-limited, or more than 2 calls"
                                + " come in a minute (the peak seen so far), or the oldest queued call has waited 12h"
                                + " (half its budget).",
                        "Under stress send every marked call to batch, those too that are made or run again on realtime,"
                                + " as long as it can wait 24h; leave all realtime capacity to the answers that users"
                                + " wait on.");
    }

    @Test
    void mixedWorkWithASeparableShareIsSplit() {
        Judgement judgement = steady().declares(Declared.favourable()
                        .userWaiting(UserWaiting.MIXED)
                        .partial("0.4")
                        .answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.SPLIT);
    }

    @Test
    void mixedWorkWithoutASeparableShareIsUndecided() {
        Judgement judgement = steady().declares(Declared.favourable()
                        .userWaiting(UserWaiting.MIXED)
                        .partial("1")
                        .answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void whatCanWaitIsMovedToTheTierThatSavesMost() {
        RatedWorkload workload =
                favourable().workload(realtime("100"), rated(Tier.FLEX, "60"), rated(Tier.BATCH, "50"));
        Judgement judgement = judgement(workload);
        assertThat(judgement.verdict()).isEqualTo(Verdict.MOVE);
        assertThat(judgement.because()).isEqualTo("nobody waits on it, and its budget of 24h fits batch");
        assertThat(judgement.move().orElseThrow().target()).isEqualTo(Tier.BATCH);
    }

    @Test
    void flexIsTakenWhereItsSavingIsTheSameButFewerMiss() {
        RatedWorkload workload =
                favourable().workload(realtime("100"), rated(Tier.FLEX, "50"), rated(Tier.BATCH, "50"));
        assertThat(judgement(workload).move().orElseThrow().target()).isEqualTo(Tier.FLEX);
    }

    @Test
    void aBudgetThatOnlyFlexKeepsMovesToFlex() {
        RatedWorkload workload = steady().declares(
                        Declared.favourable().within(Duration.ofMinutes(20)).answers())
                .workload(realtime("100"), rated(Tier.FLEX, "60"), rated(Tier.BATCH, "20"));
        assertThat(judgement(workload).move().orElseThrow().target()).isEqualTo(Tier.FLEX);
    }

    @Test
    void twoAnswersThatLeanBatchAreNotEnough() {
        Declared two = Declared.nothing().userWaiting(UserWaiting.NO).within(Duration.ofHours(24));
        Judgement judgement = steady().declares(two.answers()).judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.because()).isEqualTo("only 2 independent answers lean batch, and three are needed");
    }

    /// No, 24 h and queue lean batch; quota domain leans nowhere, cost and share lean realtime: three of six.
    @Test
    void threeOfSixAnswersAreNotMoreThanHalf() {
        Declared half = Declared.favourable().costs("1000", "USD").partial("0");
        assertThat(steady().declares(half.answers()).judgement().verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void assumedAnswersNeverSuffice() {
        Declared third = Declared.nothing()
                .degradation(Degradation.QUEUE)
                .costs("0", "USD")
                .partial("1");
        Judgement judgement =
                steady().useCase("analytics").declares(third.answers()).judgement();
        assertThat(judgement.answers().get(0).lean()).isEqualTo(Lean.BATCH);
        assertThat(judgement.answers().get(1).lean()).isEqualTo(Lean.BATCH);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void anAssumedLatencyIsNoBudget() {
        Declared rest = Declared.nothing()
                .userWaiting(UserWaiting.NO)
                .degradation(Degradation.QUEUE)
                .costs("0", "USD");
        Judgement judgement =
                steady().useCase("analytics").declares(rest.answers()).judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.because()).isEqualTo("no maximum latency is known");
    }

    @Test
    void aNightlyJobThatQueuesIsMovedByItsLogsAndSaysTheDeadlineAssumed() {
        Judgement judgement = nightlyJob()
                .declares(Declared.nothing().degradation(Degradation.QUEUE).answers())
                .judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.MOVE);
        assertThat(judgement.move().orElseThrow().deadlineAssumed())
                .contains("results by 09:15 instead of 03:40 (UTC)");
    }

    @Test
    void aTierThatIsNotToldIsUndecidedAndAsksForTheExport() {
        RatedWorkload unknown =
                steady().workload(spend("0", "0", "0", "100"), NO_FLEX, unrated(Tier.BATCH, Reason.NO_SPEND));
        assertThat(judgement(unknown).because()).isEqualTo("the tier it ran on is not told");
        assertThat(judgement(unknown).nextStep())
                .isEqualTo("Export the usage grouped by service tier, and audit again.");
    }

    @Test
    void otherVerdictsShowWhatAMoveWouldDo() {
        Judgement judgement = steady().judgement();
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.recommended()).isFalse();
        Judgement.Move move = judgement.move().orElseThrow();
        assertThat(move.deadlineAssumed()).contains("results within 24h");
        assertThat(move.recipe()).isEmpty();
    }

    @Test
    void theRecipeNamesEndpointLimitsFallbackAndWhatToWatch() {
        ProfileFixtures job = nightlyJob().declares(Declared.favourable().answers());
        List<String> recipe =
                under(job, offered(100, Operation.CHAT)).move().orElseThrow().recipe();
        assertThat(recipe)
                .containsExactly(
                        "Send the calls to /v1/batches.",
                        "Write files of at least 100 requests, at most 50,000 requests, at most 200 MiB each.",
                        "Look up how much the account may enqueue at once, against the largest run (300 calls): "
                                + "the queue's cap is not documented.",
                        "Take realtime rate limits out of the schedule: the batch queue has limits of its own.",
                        "Give every request a custom id from your own records, since results come in any order.",
                        "Poll every few minutes, or take the provider's webhook where it has one, "
                                + "and store results as they come.",
                        "Run what has not come back 21h36m after submission on realtime, before the deadline.",
                        "Fetch results within 30 days, after which they are deleted.",
                        "Watch customer-facing latency, queue age, completion rate and timeouts for two weeks afterwards.");
    }

    @Test
    void theRecipeForFlexKeepsTheCallOpen() {
        RatedWorkload workload = favourable().workload(realtime("100"), rated(Tier.FLEX, "50"), NO_BATCH);
        assertThat(judgement(workload).move().orElseThrow().recipe())
                .contains("Raise the client timeout to 15 min, since calls stay open until they are answered.");
    }
}
