package dev.batchable.profile;

import java.util.Optional;

/// Latency and time to first token of successful calls; empty where no call told one.
public record Timings(Optional<Percentiles> latency, Optional<Percentiles> firstToken) {
    /// Milliseconds, from a histogram of two significant digits (error at most 1 %).
    public record Percentiles(long p50, long p95, long p99, long samples) {}
}
