package dev.batchable.report;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The bill beside the logs, in `currency`: billed AI usage = explained + residual, and the residual is the sum
/// of its named parts.
///
/// @param billedByTier use of models within the window by the tier it was billed on
/// @param residuals parts of the residual by reason, largest first
/// @param byModel by provider and model
/// @param detail rates, days and whose it is
public record ReconciliationReport(
        String currency,
        Balance balance,
        SortedMap<Tier, BigDecimal> billedByTier,
        List<Residual> residuals,
        List<ByModel> byModel,
        Uncompared uncompared,
        BillDetail detail) {
    /// @throws IllegalArgumentException where the tiers or the allocation do not sum to what was billed
    public ReconciliationReport {
        SortedMap<Tier, BigDecimal> tiers = new TreeMap<>();
        billedByTier.forEach((tier, billed) -> tiers.put(tier, Decimals.canonical(billed)));
        billedByTier = Collections.unmodifiableSortedMap(tiers);
        residuals = List.copyOf(residuals);
        byModel = List.copyOf(byModel);
        BigDecimal sum = tiers.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(balance.billed()) != 0) {
            throw new IllegalArgumentException("the bill does not tie out: "
                    + balance.billed().toPlainString() + " billed, but its tiers sum to " + sum.toPlainString());
        }
        if (!detail.allocation().tiesTo(balance.billed())) {
            throw new IllegalArgumentException("the bill does not tie out: "
                    + balance.billed().toPlainString() + " billed, but "
                    + detail.allocation().total().toPlainString() + " allocated");
        }
    }

    /// What was billed on a realtime tier: without request logs an upper bound of what could move.
    public BigDecimal billedRealtime() {
        return billedByTier.entrySet().stream()
                .filter(tier -> tier.getKey().isRealtime())
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The sums over all models.
    ///
    /// @param loggedAboveBilled what the logs hold beyond the bill; logs should never exceed it
    public record Balance(BigDecimal billed, BigDecimal explained, BigDecimal residual, BigDecimal loggedAboveBilled) {
        /// @throws IllegalArgumentException where billed is not explained + residual
        public Balance {
            billed = Decimals.canonical(billed);
            explained = Decimals.canonical(explained);
            residual = Decimals.canonical(residual);
            loggedAboveBilled = Decimals.canonical(loggedAboveBilled);
            if (billed.compareTo(explained.add(residual)) != 0) {
                throw new IllegalArgumentException("the bill does not tie out: " + billed.toPlainString()
                        + " billed, but " + explained.toPlainString() + " explained + "
                        + residual.toPlainString() + " residual");
            }
        }
    }

    /// A part of the residual.
    ///
    /// @param reason such as `missing logs` or `discount`
    public record Residual(String reason, BigDecimal amount) {
        public Residual {
            amount = Decimals.canonical(amount);
        }
    }

    /// Charges that are listed and not compared.
    ///
    /// @param other tax, credits, adjustments, corrections, other services, other currencies
    /// @param outsideWindow use of models wholly outside the window
    /// @param partialWindow use of models partly outside; not prorated
    public record Uncompared(List<Charge> other, List<Charge> outsideWindow, List<Charge> partialWindow) {
        public Uncompared {
            other = List.copyOf(other);
            outsideWindow = List.copyOf(outsideWindow);
            partialWindow = List.copyOf(partialWindow);
        }
    }

    /// One model of one provider.
    ///
    /// @param model empty where the bill names none
    /// @param difference billed − logged
    /// @param reason what the difference is mostly due to; empty where there is none
    public record ByModel(
            String provider,
            Optional<String> model,
            BigDecimal billed,
            BigDecimal logged,
            BigDecimal explained,
            BigDecimal difference,
            MatchedBy matchedBy,
            Optional<String> reason) {
        public ByModel {
            billed = Decimals.canonical(billed);
            logged = Decimals.canonical(logged);
            explained = Decimals.canonical(explained);
            difference = Decimals.canonical(difference);
        }
    }

    /// What the two sides were compared by.
    public enum MatchedBy {
        QUANTITY,
        /// The bill has no quantities: a discount and missing traffic look alike.
        AMOUNT,
        /// One side has nothing to compare.
        NONE
    }

    /// Charges of one meter.
    ///
    /// @param from start of the earliest, inclusive
    /// @param to end of the latest, exclusive
    /// @param category such as `tax` or `credit`; `correction` for one of an earlier period
    public record Charge(
            Instant from, Instant to, String provider, String category, String description, Amount amount) {}
}
