package dev.batchable.report.assembly;

import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.RatedWorkload;
import dev.batchable.profile.Activity;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Series;
import dev.batchable.profile.Timings;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadKey;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tokens;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadReport.Identity;
import dev.batchable.report.WorkloadUsage;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Peaks;
import dev.batchable.report.WorkloadUsage.Percentiles;
import dev.batchable.report.WorkloadUsage.TokenSums;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Who a workload is and what it did.
final class UsageAssembly {
    static final String UNKNOWN = "unknown";

    private UsageAssembly() {}

    static Identity identity(WorkloadProfile profile) {
        WorkloadKey key = profile.key();
        return new Identity(
                key.name(),
                profile.rule().map(WorkloadRule::ownership).flatMap(WorkloadRule.Ownership::owner),
                new WorkloadReport.Key(
                        key.source(),
                        key.caller(),
                        key.operation(),
                        key.streaming()
                                .filter(streaming -> streaming != Streaming.UNKNOWN)
                                .map(streaming -> streaming == Streaming.STREAMED),
                        key.provider(),
                        key.model()),
                names(profile, RatingKey.ModelRef::provider),
                names(profile, RatingKey.ModelRef::model));
    }

    static WorkloadUsage usage(RatedWorkload workload) {
        WorkloadProfile profile = workload.profile();
        Usage total = profile.usage().total();
        Timings timings = profile.timings();
        return new WorkloadUsage(
                requests(total),
                tokens(total.tokens()),
                outcomes(profile.usage()),
                timings.latency().map(UsageAssembly::percentiles),
                timings.firstToken().map(UsageAssembly::percentiles),
                profile.activity().hourOfWeek(),
                peaks(profile.activity()),
                workload.recurrence());
    }

    /// A source that reports tokens but no calls does not count them: unknown, not none.
    static OptionalLong requests(Usage usage) {
        boolean uncounted = usage.requests() == 0 && usage.tokens().total() > 0;
        return uncounted ? OptionalLong.empty() : OptionalLong.of(usage.requests());
    }

    /// The busiest minute, where the series is as fine as that.
    static Peaks peaks(Activity activity) {
        Series series = activity.series();
        if (activity.resolution().compareTo(Duration.ofMinutes(1)) > 0) {
            return Peaks.UNKNOWN;
        }
        return new Peaks(max(series, series::requests), max(series, series::tokens));
    }

    private static OptionalLong max(Series series, IntToLongFunction value) {
        return IntStream.range(0, series.size()).mapToLong(value).max();
    }

    private static List<String> names(WorkloadProfile profile, Function<RatingKey.ModelRef, Optional<String>> part) {
        return profile.usage().rows().keySet().stream()
                .map(key -> part.apply(key.model()).orElse(UNKNOWN))
                .distinct()
                .sorted()
                .toList();
    }

    private static TokenSums tokens(Tokens tokens) {
        return new TokenSums(
                tokens.input(), tokens.cacheRead(), tokens.cacheWrite(), tokens.output(), tokens.reasoning());
    }

    private static Outcomes outcomes(UsageTable usage) {
        return new Outcomes(
                count(usage, Outcome.OK),
                count(usage, Outcome.FAILED),
                count(usage, Outcome.RATE_LIMITED),
                count(usage, Outcome.TIMEOUT),
                count(usage, Outcome.CANCELLED),
                count(usage, Outcome.UNKNOWN));
    }

    private static long count(UsageTable usage, Outcome outcome) {
        return usage.total(key -> key.outcome() == outcome).requests();
    }

    private static Percentiles percentiles(Timings.Percentiles percentiles) {
        return new Percentiles(percentiles.p50(), percentiles.p95(), percentiles.p99());
    }
}
