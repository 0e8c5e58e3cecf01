package dev.batchable.simulate;

import dev.batchable.checklist.Checklist;
import dev.batchable.checklist.ProfileFixtures;
import dev.batchable.checklist.SampleRates;
import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.policy.Durations;
import dev.batchable.policy.Glob;
import dev.batchable.policy.Policy;
import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.CompletionDistribution.Point;
import dev.batchable.price.Range;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.Source;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Small simulations through the public door; the worked example of `docs/simulate.md` among them.
public final class Worked {
    static final LocalDate DAY = LocalDate.parse("2026-10-05");

    private Worked() {}

    /// Six calls from 08:00 on, ten minutes apart, 0.10 USD each and half of that on batch; batches once an hour,
    /// each done after exactly 20 minutes; results are needed within the hour.
    public static Simulation example() {
        RatedWorkload six = ProfileFixtures.workload("six-calls")
                .calls(ProfileFixtures.MONDAY.plus(Duration.ofHours(8)), Duration.ofMinutes(10), 6)
                .workload(SampleRates.realtime("0.60"), rated(Duration.ofMinutes(20)));
        return Simulator.simulate(
                judged(rules(TierRule.Quota.SEPARATE), six), request("*", "every:1h", "1h", Optional.empty()));
    }

    static TargetRating.Rated rated(Duration takes) {
        return rated(new CompletionDistribution(List.of(new Point(takes, BigDecimal.ONE)), true, "the worked example"));
    }

    static TargetRating.Rated rated(CompletionDistribution completion) {
        BigDecimal cost = new BigDecimal("0.30");
        Range range = new Range(cost, cost, cost);
        BigDecimal movable = new BigDecimal("0.60");
        return new TargetRating.Rated(
                Tier.BATCH,
                movable,
                BigDecimal.ZERO,
                range,
                cost,
                new Range(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
                List.of(),
                new TargetRating.Terms(completion, Range.ZERO, movable, range, List.of()));
    }

    static SimulationRequest request(String glob, String submit, String deadline, Optional<Cap> cap) {
        return new SimulationRequest(
                Optional.of(Glob.of(glob)),
                Optional.empty(),
                Optional.of(Submission.parse(submit)),
                1,
                3,
                Optional.of(deadline).filter(text -> !text.isEmpty()).map(Durations::parse),
                Optional.empty(),
                cap);
    }

    static Judged judged(TierRule rule, RatedWorkload... workloads) {
        ChecklistSettings settings = new ChecklistSettings(true, ZoneOffset.UTC, DAY, "USD", (model, tier) -> rule);
        return new Judged(
                Checklist.judge(List.of(workloads), Policy.EMPTY, settings).ofWorkloads(),
                Policy.EMPTY,
                settings,
                new Window(DAY, DAY.plusDays(1), ZoneOffset.UTC));
    }

    static TierRule rules(TierRule.Quota quota, QueueCap... caps) {
        return new TierRule.Offered(
                "POST /v1/batches",
                new TierRule.Completion(
                        TierRule.Behaviour.ASYNCHRONOUS, Duration.ofHours(24), TierRule.Expiry.FINISHED_ONLY),
                new TierRule.JobLimits(
                        OptionalLong.empty(), OptionalLong.of(50_000), OptionalLong.of(200L << 20), List.of(caps)),
                quota,
                Set.of(Operation.CHAT),
                new TierRule.CacheRule(TierRule.Stacking.STACKS, Optional.empty()),
                Optional.empty(),
                SOURCE);
    }

    static final Source SOURCE = new Source("https://example.org", Optional.empty(), Source.Confidence.VENDOR);
}
