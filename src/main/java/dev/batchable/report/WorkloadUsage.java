package dev.batchable.report;

import dev.batchable.price.RatedWorkload.Recurrence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a workload did.
///
/// @param requests calls that went to a provider, failed ones included; empty where the source counts none
/// @param latency milliseconds of successful calls; empty where no call told one
/// @param firstToken milliseconds to the first token of successful calls; empty where no call told one
/// @param hourOfWeek 168 counts of calls, Monday 00:00 first, in the report's zone
public record WorkloadUsage(
        OptionalLong requests,
        TokenSums tokens,
        Outcomes outcomes,
        Optional<Percentiles> latency,
        Optional<Percentiles> firstToken,
        List<Long> hourOfWeek,
        Peaks peaks,
        Recurrence recurrence) {
    public static final int HOURS = 168;

    /// @throws IllegalArgumentException where there are not 168 hours
    public WorkloadUsage {
        hourOfWeek = List.copyOf(hourOfWeek);
        if (hourOfWeek.size() != HOURS) {
            throw new IllegalArgumentException("expected " + HOURS + " hours of the week, found " + hourOfWeek.size());
        }
    }

    /// Tokens.
    ///
    /// @param input all prompt tokens, cache reads and writes included
    /// @param output reasoning included
    public record TokenSums(long input, long cacheRead, long cacheWrite, long output, long reasoning) {
        public long total() {
            return input + output;
        }
    }

    /// Calls by how they ended.
    ///
    /// @param unknown calls whose source does not say
    public record Outcomes(long ok, long failed, long rateLimited, long timeout, long cancelled, long unknown) {}

    public record Percentiles(long p50, long p95, long p99) {}

    /// The busiest minute; empty where the source is coarser than a minute.
    public record Peaks(OptionalLong requestsPerMinute, OptionalLong tokensPerMinute) {
        public static final Peaks UNKNOWN = new Peaks(OptionalLong.empty(), OptionalLong.empty());
    }
}
