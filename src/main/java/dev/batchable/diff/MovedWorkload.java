package dev.batchable.diff;

import dev.batchable.report.Decimals;
import dev.batchable.report.Estimate;
import java.math.BigDecimal;
import java.util.Optional;

/// Work that the older report recommended to move and that runs on a deferred tier since, at least in part: what
/// that saved a month against what was projected.
///
/// @param projected the older report's monthly saving
/// @param realised what the new work would have cost a month on the old tiers, served as much by the cache as
///     before, less what it cost
/// @param cacheLoss monthly cost of cache hits that were lost with the move, already taken off `realised`
/// @param planned share that was to move and to come in time, 0–1
/// @param moved share that did, by what it would have cost on realtime, 0–1; empty where unknown
/// @param because what `realised` is more or less than the expected projection by
public record MovedWorkload(
        String name,
        Estimate projected,
        BigDecimal realised,
        BigDecimal cacheLoss,
        BigDecimal planned,
        Optional<BigDecimal> moved,
        Difference because) {
    public MovedWorkload {
        realised = Decimals.canonical(realised);
        cacheLoss = Decimals.canonical(cacheLoss);
        planned = Decimals.canonical(planned);
        moved = Decimals.canonical(moved);
    }

    /// Where a realised saving stands to its projection.
    public enum Against {
        BELOW,
        WITHIN,
        ABOVE
    }

    /// The parts of realised − expected; they sum to it.
    ///
    /// @param volume more or fewer calls than in the older report
    /// @param share more or less of them moved than planned
    /// @param rest prices, tokens a call, and cache hits other than expected
    public record Difference(BigDecimal volume, BigDecimal share, BigDecimal rest) {
        public Difference {
            volume = Decimals.canonical(volume);
            share = Decimals.canonical(share);
            rest = Decimals.canonical(rest);
        }
    }

    /// Within is from the low to the expected end.
    public Against against() {
        if (realised.compareTo(projected.low()) < 0) {
            return Against.BELOW;
        }
        return realised.compareTo(projected.expected()) > 0 ? Against.ABOVE : Against.WITHIN;
    }
}
