package dev.batchable.policy;

import java.math.BigDecimal;
import java.util.Optional;

/// Limits a build is held to; empty: not asked.
///
/// @param maxUndecided largest share of realtime spend that may stay undecided, 0–1
/// @param minCoverage smallest overall coverage, 0–1
public record GateLimits(
        Optional<SavingLimit> failAbove,
        Optional<SavingLimit> warnAbove,
        Optional<BigDecimal> maxUndecided,
        Optional<BigDecimal> minCoverage) {
    public static final GateLimits NONE =
            new GateLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
