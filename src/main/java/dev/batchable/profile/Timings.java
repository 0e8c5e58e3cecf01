package dev.batchable.profile;

import java.util.Optional;

/// How long calls took, in milliseconds; empty where no call told it.
///
/// @param latency of calls that are not known to have gone wrong
/// @param firstToken of the same calls
/// @param cancelled how long callers waited before they went away
/// @param timedOut how long calls lasted that ended in a timeout
/// @param retried latency of answered calls that took more than one attempt
public record Timings(
        Optional<Percentiles> latency,
        Optional<Percentiles> firstToken,
        Optional<Percentiles> cancelled,
        Optional<Percentiles> timedOut,
        Optional<Percentiles> retried) {
    public static final Timings NONE =
            new Timings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// Milliseconds, from a histogram of two significant digits (error at most 1 %).
    public record Percentiles(long p50, long p95, long p99, long samples) {}
}
