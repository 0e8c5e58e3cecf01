package dev.batchable.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.ProfileFixtures;
import dev.batchable.checklist.SampleRates;
import dev.batchable.checklist.Verdict;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatorTest {
    private static final Instant EIGHT = ProfileFixtures.MONDAY.plus(Duration.ofHours(8));

    private static RatedWorkload calls(String name, Duration gap, int number, DeclaredAnswers declared) {
        return ProfileFixtures.workload(name)
                .calls(EIGHT, gap, number)
                .declares(declared)
                .workload(SampleRates.realtime("0.60"), Worked.rated(Duration.ofMinutes(20)));
    }

    private static RatedWorkload calls(String name, int number) {
        return calls(name, Duration.ofMinutes(1), number, DeclaredAnswers.NONE);
    }

    private static DeclaredAnswers waitedFor() {
        DeclaredAnswers none = DeclaredAnswers.NONE;
        return new DeclaredAnswers(
                Optional.of(DeclaredAnswers.UserWaiting.YES),
                none.maxLatency(),
                none.deferralCost(),
                none.quotaDomain(),
                none.degradation(),
                none.partialAsync());
    }

    private static Simulation simulate(TierRule rule, SimulationRequest request, RatedWorkload... workloads) {
        return Simulator.simulate(Worked.judged(rule, workloads), request);
    }

    private static TierRule separate(QueueCap... caps) {
        return Worked.rules(TierRule.Quota.SEPARATE, caps);
    }

    private static SimulationRequest hourly() {
        return Worked.request("*", "every:1h", "4h", Optional.empty());
    }

    private static List<Integer> middles(Spread... spreads) {
        return List.of(spreads).stream()
                .map(spread -> spread.middle().intValueExact())
                .toList();
    }

    /// The arithmetic stands in `docs/simulate.md`.
    @Test
    void theWorkedExampleComesOutAsByHand() {
        Simulation.Workload six = Worked.example().workloads().get(0);
        Simulation.Figures figures = six.figures();
        assertThat(middles(figures.completed(), figures.fellBack(), figures.pending(), figures.late()))
                .containsExactly(3, 3, 0, 0);
        assertThat(middles(figures.reasons().unsent(), figures.reasons().cancelled()))
                .containsExactly(1, 2);
        assertThat(figures.hitRate().middle()).isEqualByComparingTo("0.5");
        assertThat(middles(
                        figures.ages().p50(),
                        figures.ages().p95(),
                        figures.ages().max()))
                .containsExactly(50 * 60, 54 * 60, 54 * 60);
        assertThat(figures.waiting().maxRequests().middle()).isEqualByComparingTo("6");
        assertThat(figures.waiting().meanRequests().middle()).isEqualByComparingTo("0.195");
        Simulation.Cost money = six.money().orElseThrow();
        assertThat(money.fallback().middle()).isEqualByComparingTo("0.30");
        assertThat(money.lateCharge().middle()).isEqualByComparingTo("0.10");
        assertThat(money.saving().middle()).isEqualByComparingTo("0.05");
    }

    @Test
    void givesTheSameForTheSameSeedAndOtherwiseOther() {
        RatedWorkload work = ProfileFixtures.workload("w")
                .calls(EIGHT, Duration.ofMinutes(1), 400)
                .workload(SampleRates.realtime("100"), SampleRates.rated(Tier.BATCH, "50"));
        SimulationRequest request = Worked.request("*", "every:5m", "2h", Optional.empty());
        Simulation once = simulate(separate(), request, work);
        assertThat(simulate(separate(), request, work)).isEqualTo(once);
        SimulationRequest other = new SimulationRequest(
                request.workloads(),
                request.target(),
                request.submission(),
                2,
                3,
                request.deadline(),
                request.assumedLatency(),
                request.cap());
        assertThat(simulate(separate(), other, work).workloads()).isNotEqualTo(once.workloads());
    }

    @Test
    void neverSimulatesWhatAUserWaitsOn() {
        Simulation found = simulate(separate(), hourly(), calls("chat", Duration.ofMinutes(1), 60, waitedFor()));
        assertThat(found.workloads()).isEmpty();
        assertThat(found.leftOut())
                .containsExactly(new Simulation.LeftOut("chat", Verdict.KEEP, "A user waits on it."));
    }

    @Test
    void asksForALatencyThatNobodyKnows() {
        SimulationRequest request = Worked.request("*", "every:1h", "", Optional.empty());
        assertThat(simulate(separate(), request, calls("a", 60)).leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("--assume-latency 24h"));
    }

    @Test
    void saysThatASuppositionIsOne() {
        assertThat(simulate(separate(), hourly(), calls("a", 60))
                        .workloads()
                        .get(0)
                        .assumptions())
                .anyMatch(sentence -> sentence.startsWith("a supposition: the verdict is undecided"));
    }

    @Test
    void namesWhatIsUndecidedWhereNothingIsMovable() {
        Simulation found = simulate(separate(), SimulationRequest.DEFAULT, calls("a", 60));
        assertThat(found.workloads()).isEmpty();
        assertThat(found.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(left.reason()).contains("Declare");
        });
    }

    @Test
    void refusesSumsOfADayAndSpreadsThoseOfAnHour() {
        Simulation days = simulate(separate(), hourly(), buckets(Duration.ofDays(1)));
        assertThat(days.leftOut().get(0).reason()).contains("sums of 24h");
        Simulation hours = simulate(separate(), hourly(), buckets(Duration.ofHours(1)));
        assertThat(hours.workloads().get(0).figures().batches().submitted().middle())
                .isEqualByComparingTo("2");
        assertThat(hours.queues().get(0).headroom().unknown()).contains("a is not known by the minute");
    }

    private static RatedWorkload buckets(Duration width) {
        return ProfileFixtures.workload("a")
                .resolution(width)
                .stampMillis(width.toMillis())
                .add(EIGHT, 600)
                .add(EIGHT.plus(width), 600)
                .workload(SampleRates.realtime("0.60"), Worked.rated(Duration.ofMinutes(20)));
    }

    /// Nothing decided is not nothing late.
    @Test
    void leavesOutWhatTheDaysAreTooShortFor() {
        SimulationRequest slow = Worked.request("*", "every:12h", "48h", Optional.empty());
        RatedWorkload evening = ProfileFixtures.workload("a")
                .calls(EIGHT.plus(Duration.ofHours(12)), Duration.ofMinutes(1), 60)
                .workload(SampleRates.realtime("0.60"), Worked.rated(Duration.ofMinutes(20)));
        Simulation found = simulate(separate(), slow, evening);
        assertThat(found.workloads()).isEmpty();
        assertThat(found.queues()).isEmpty();
        assertThat(found.leftOut().get(0).reason()).contains("end before anything is decided");
    }

    @Test
    void leavesOutCallsOfATierThatIsNotTold() {
        RatedWorkload untold = ProfileFixtures.workload("a")
                .tier(Tier.UNKNOWN)
                .calls(EIGHT, Duration.ofMinutes(1), 60)
                .workload(SampleRates.realtime("0.60"), Worked.rated(Duration.ofMinutes(20)));
        assertThat(simulate(separate(), hourly(), untold).leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("known to have run on a realtime tier"));
    }

    @Test
    void leavesOutWhatTheProviderDoesNotOffer() {
        TierRule none = new TierRule.NotOffered("it has no such tier", Worked.SOURCE);
        assertThat(simulate(none, hourly(), calls("a", 60)).workloads()).isEmpty();
    }

    /// Two workloads of 60 calls an hour each under a cap of 60 calls: one batch waits for the other to be done.
    @Test
    void workloadsOfOneModelShareAQueue() {
        SimulationRequest capped = Worked.request("*", "every:1h", "4h", Optional.of(Cap.parse("requests:60")));
        Simulation found = simulate(separate(), capped, calls("b", 60), calls("a", 60));
        Simulation.Queue queue = found.queues().get(0);
        assertThat(queue.workloads()).containsExactly("a", "b");
        assertThat(queue.heldSeconds().middle()).isEqualByComparingTo("1200");
        assertThat(queue.mostEnqueued().middle()).isEqualByComparingTo("60");
        assertThat(found.workloads().get(0).figures().ages().max().middle())
                .isEqualByComparingTo(BigDecimal.valueOf(80 * 60));
        assertThat(found.workloads().get(1).figures().ages().max().middle())
                .isEqualByComparingTo(BigDecimal.valueOf(100 * 60));
    }

    @Test
    void takesTheSmallestDocumentedCap() {
        QueueCap small = cap("tier 1", OptionalLong.of(50));
        QueueCap large = cap("tier 2", OptionalLong.of(500));
        Simulation found = simulate(separate(large, small), hourly(), calls("a", 60));
        assertThat(found.queues().get(0).cap())
                .contains(new Cap(QueueCap.Unit.REQUESTS, 50, "tier 1, the smallest documented level"));
        Simulation hidden = simulate(separate(cap("usage tier", OptionalLong.empty())), hourly(), calls("a", 60));
        assertThat(hidden.queues().get(0).cap()).isEmpty();
        assertThat(hidden.assumptions()).anyMatch(sentence -> sentence.contains("--queue-cap"));
    }

    private static QueueCap cap(String level, OptionalLong most) {
        return new QueueCap(level, Set.of(), QueueCap.Unit.REQUESTS, most, Worked.SOURCE);
    }

    @Test
    void freesOfThePeakWhatMovesButNotItsReRuns() {
        Simulation one = Worked.example();
        Simulation.Peak calls = one.queues().get(0).headroom().requests().orElseThrow();
        assertThat(calls.before()).isEqualTo(1);
        assertThat(middles(calls.after(), calls.freed())).containsExactly(1, 0);
        SimulationRequest roomy = Worked.request("six-calls", "every:1h", "4h", Optional.empty());
        Simulation all = simulate(separate(), roomy, calls("six-calls", 6), calls("chat", 9));
        Simulation.Headroom headroom = all.queues().get(0).headroom();
        assertThat(middles(headroom.requests().orElseThrow().freed())).containsExactly(1);
        assertThat(all.queues().get(0).realtime())
                .extracting(Simulation.RealtimeLevel::workload)
                .containsExactly("chat");
    }

    @ParameterizedTest
    @EnumSource(TierRule.Quota.class)
    void freesNothingOfSharedLimits(TierRule.Quota quota) {
        Simulation.Headroom headroom = simulate(Worked.rules(quota), hourly(), calls("a", 60))
                .queues()
                .get(0)
                .headroom();
        switch (quota) {
            case SEPARATE ->
                assertThat(middles(headroom.requests().orElseThrow().freed())).containsExactly(1);
            case SHARED ->
                assertThat(middles(headroom.requests().orElseThrow().freed())).containsExactly(0);
            case NOT_DOCUMENTED -> assertThat(headroom.requests()).isEmpty();
        }
    }

    /// 4 h − 24 min − 5 min, and 99 % within the 80 min of the oldest call, in whole quarters of an hour.
    @Test
    void proposesALevelAndAnEarlyAlert() {
        Simulation.DeferredLevel level = simulate(separate(), hourly(), calls("a", 60))
                .workloads()
                .get(0)
                .level();
        assertThat(level.within()).isEqualTo(Duration.ofMinutes(90));
        assertThat(level.kept()).isTrue();
        assertThat(level.alertAge()).isEqualTo(Duration.ofMinutes(211));
        assertThat(level.alerts().high()).isZero();
    }

    @Test
    void derivesAnIntervalThatNineInTenBatchesKeep() {
        var prior = dev.batchable.price.CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24));
        assertThat(DerivedRule.of(Duration.ofHours(4), prior).period()).isEqualTo(Duration.ofHours(2));
        assertThat(DerivedRule.of(Duration.ofHours(24), prior).period()).isEqualTo(Duration.ofHours(12));
        assertThat(DerivedRule.of(Duration.ofMinutes(30), prior).period()).isEqualTo(Duration.ofMinutes(5));
    }
}
