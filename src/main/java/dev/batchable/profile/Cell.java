package dev.batchable.profile;

import dev.batchable.policy.WorkloadRule;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.util.Optional;
import java.util.Set;

/// Everything collected of the calls under one [CellKey], mutable; a commutative monoid under [#merge].
final class Cell {
    private final UsageSums usage = new UsageSums();
    private final TimingSketches timings = new TimingSketches();
    private final ActivityCounts activity = new ActivityCounts();
    private final AudienceSketches audience = new AudienceSketches();
    private final CoverageCounts coverage = new CoverageCounts();

    /// Everything but the usage, which the caller adds to a row of [#usage] it holds.
    void add(Request request, Moment moment, Caller caller, Set<Field> provided) {
        long tokens = request.tokens().orElse(Tokens.NONE).total();
        long calls = request.call().count();
        timings.add(request);
        activity.add(moment, caller.lane(), row(request, calls, tokens));
        if (calls == 1 && isAnswered(request) && request.tokens().isPresent()) {
            caller.lane().addPrompt(request.tokens().get());
        }
        if (calls == 1 && request.timing().latencyMillis().isPresent()) {
            activity.addUnderWay(
                    moment.epochMillis(), request.timing().latencyMillis().getAsLong());
        }
        audience.add(request, moment.epochMillis(), caller.client(), caller.model());
        coverage.addRequest(moment.epochMillis(), request.present(), provided);
    }

    private static boolean isAnswered(Request request) {
        Outcome outcome = request.completion().outcome();
        return outcome == Outcome.OK || outcome == Outcome.UNKNOWN;
    }

    private static ModelCounts.Row row(Request request, long calls, long tokens) {
        Outcome outcome = request.completion().outcome();
        return new ModelCounts.Row(
                calls,
                tokens,
                outcome.isFailure() ? calls : 0,
                outcome == Outcome.RATE_LIMITED ? calls : 0,
                request.completion().retries().orElse(0) > 0 ? calls : 0,
                request.call().account());
    }

    void add(UsageBucket bucket, Moment moment, ModelCounts lane, Set<Field> provided) {
        long tokens = bucket.tokens().map(Tokens::total).orElse(0L);
        long calls = bucket.requests().orElse(0);
        activity.addBucket(
                moment,
                bucket.width(),
                lane,
                new ModelCounts.Row(calls, tokens, 0, 0, 0, bucket.call().account()));
        coverage.addBucket(bucket.present(), provided);
    }

    /// What is known of the program that called, the model it asked as [SessionSample#hash] gives it, and where its
    /// calls of that model are counted.
    record Caller(Optional<ClientKind> client, long model, ModelCounts lane) {}

    /// When a call began, as seconds pass and as local clocks show.
    record Moment(long epochMillis, long local) {}

    ModelCounts lane(RatingKey rating) {
        return activity.lane(rating.model(), rating.tier());
    }

    UsageSums usage() {
        return usage;
    }

    void merge(Cell other) {
        usage.merge(other.usage);
        timings.merge(other.timings);
        activity.merge(other.activity);
        audience.merge(other.audience);
        coverage.merge(other.coverage);
    }

    WorkloadProfile profile(WorkloadKey key, Optional<WorkloadRule> rule, UsageTable repeats) {
        return new WorkloadProfile(
                key,
                rule,
                usage.table(),
                repeats,
                timings.timings(),
                activity.activity(),
                audience.audience(),
                coverage.coverage());
    }
}
