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

    /// Whether whatever would be warned of fails already. Limits of different kinds or currencies cannot be
    /// compared and are taken as meant.
    boolean warningNeverComes() {
        if (failAbove.isEmpty() || warnAbove.isEmpty()) {
            return false;
        }
        SavingLimit fail = failAbove.get();
        SavingLimit warn = warnAbove.get();
        if (fail instanceof SavingLimit.Share failShare && warn instanceof SavingLimit.Share warnShare) {
            return warnShare.share().compareTo(failShare.share()) >= 0;
        }
        return fail instanceof SavingLimit.Amount failAmount
                && warn instanceof SavingLimit.Amount warnAmount
                && failAmount.currency().equals(warnAmount.currency())
                && warnAmount.amount().compareTo(failAmount.amount()) >= 0;
    }
}
