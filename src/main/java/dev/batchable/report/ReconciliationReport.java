package dev.batchable.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The bill beside the logs, in `currency`: billed AI usage = explained + residual, and the residual is the
/// sum of its named parts.
///
/// @param residuals parts of the residual by reason, largest first
/// @param loggedAboveBilled what the logs hold beyond the bill; logs should never exceed it
/// @param byModel by provider and model
public record ReconciliationReport(
        String currency,
        BigDecimal billed,
        BigDecimal explained,
        BigDecimal residual,
        List<Residual> residuals,
        BigDecimal loggedAboveBilled,
        List<ByModel> byModel,
        Uncompared uncompared) {
    /// @throws IllegalArgumentException where billed is not explained + residual
    public ReconciliationReport {
        billed = Decimals.canonical(billed);
        explained = Decimals.canonical(explained);
        residual = Decimals.canonical(residual);
        residuals = List.copyOf(residuals);
        loggedAboveBilled = Decimals.canonical(loggedAboveBilled);
        byModel = List.copyOf(byModel);
        if (billed.compareTo(explained.add(residual)) != 0) {
            throw new IllegalArgumentException("the bill does not tie out: " + billed.toPlainString()
                    + " billed, but " + explained.toPlainString() + " explained + " + residual.toPlainString()
                    + " residual");
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
