package dev.batchable.report;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// Sums over all workloads.
///
/// @param requests calls that went to a provider; empty where no source counts them
/// @param cacheServed calls answered by a gateway's cache, which cost nothing and are in no other figure
/// @param tierSaving what standard instead of priority would have saved in the window, for spend that is not
///     moved anyway; empty where no price pair tells
public record Totals(
        OptionalLong requests,
        long cacheServed,
        TierSpend spend,
        Batchable batchable,
        Shadows shadows,
        Unpriced unpriced,
        Optional<BigDecimal> tierSaving,
        Coverage coverage) {
    public Totals {
        tierSaving = Decimals.canonical(tierSaving);
    }

    /// Spend by tier; `total` is the sum of the other four.
    public record TierSpend(
            BigDecimal total,
            BigDecimal realtime,
            BigDecimal deferred,
            BigDecimal provisioned,
            BigDecimal unknownTier) {
        public static final TierSpend ZERO =
                new TierSpend(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        /// @throws IllegalArgumentException where the tiers do not sum to `total`
        public TierSpend {
            total = Decimals.canonical(total);
            realtime = Decimals.canonical(realtime);
            deferred = Decimals.canonical(deferred);
            provisioned = Decimals.canonical(provisioned);
            unknownTier = Decimals.canonical(unknownTier);
            BigDecimal parts = realtime.add(deferred).add(provisioned).add(unknownTier);
            if (total.compareTo(parts) != 0) {
                throw new IllegalArgumentException("spend does not tie out: " + total.toPlainString()
                        + " in total, but its tiers sum to " + parts.toPlainString());
            }
        }

        public TierSpend plus(TierSpend other) {
            return new TierSpend(
                    total.add(other.total),
                    realtime.add(other.realtime),
                    deferred.add(other.deferred),
                    provisioned.add(other.provisioned),
                    unknownTier.add(other.unknownTier));
        }
    }

    /// Realtime spend that nothing needed on a realtime tier: movable spend of `move`, and the moved share of
    /// `split`.
    ///
    /// @param requests calls, a moved share rounded half up
    public record Batchable(long requests, BigDecimal spend) {
        public Batchable {
            spend = Decimals.canonical(spend);
        }
    }

    /// Parts of spend that deserve a look of their own; they overlap.
    ///
    /// @param undecided realtime spend of `undecided` workloads
    /// @param blocked realtime spend of `blocked` workloads
    /// @param waste charged spend of failed attempts and of repeats
    /// @param unattributed all spend of calls without a caller
    /// @param monthlyRealtime realtime spend of a month, of what recurs; what percentages of savings refer to
    /// @param waived realtime spend of workloads under a waiver in force
    public record Shadows(
            BigDecimal undecided,
            BigDecimal blocked,
            BigDecimal waste,
            BigDecimal unattributed,
            BigDecimal monthlyRealtime,
            BigDecimal waived) {
        public Shadows {
            undecided = Decimals.canonical(undecided);
            blocked = Decimals.canonical(blocked);
            waste = Decimals.canonical(waste);
            unattributed = Decimals.canonical(unattributed);
            monthlyRealtime = Decimals.canonical(monthlyRealtime);
            waived = Decimals.canonical(waived);
        }
    }

    /// Calls and tokens without a price: counted, in no amount.
    public record Unpriced(long requests, long tokens) {}

    /// Shares 0–1. Where there was nothing to cover, the share is 0: nothing has been shown.
    ///
    /// @param usable units that could be used
    /// @param priced calls with a price among those with tokens or a cost; in tokens where no source counts
    ///     calls
    /// @param billed billed AI usage that the logs explain; empty without a bill, or where amounts alone
    ///     matched
    /// @param overall the smallest of the three; what a gate on coverage judges
    /// @param attributed spend that has a caller
    public record Coverage(
            BigDecimal usable,
            BigDecimal priced,
            Optional<BigDecimal> billed,
            BigDecimal overall,
            BigDecimal attributed) {
        public Coverage {
            usable = Decimals.canonical(usable);
            priced = Decimals.canonical(priced);
            billed = Decimals.canonical(billed);
            overall = Decimals.canonical(overall);
            attributed = Decimals.canonical(attributed);
        }
    }
}
