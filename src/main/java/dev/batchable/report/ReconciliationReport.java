package dev.batchable.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The bill beside the logs: billed AI usage = explained + residual, in `currency`.
///
/// @param other tax, credits, adjustments, corrections, other services, other currencies
/// @param outsideWindow charges wholly outside the window
/// @param partialWindow charges partly outside; not prorated
public record ReconciliationReport(
        String currency,
        BigDecimal billed,
        BigDecimal explained,
        BigDecimal residual,
        List<ByModel> byModel,
        List<Charge> other,
        List<Charge> outsideWindow,
        List<Charge> partialWindow) {
    /// @throws IllegalArgumentException where billed is not explained + residual
    public ReconciliationReport {
        billed = Decimals.canonical(billed);
        explained = Decimals.canonical(explained);
        residual = Decimals.canonical(residual);
        byModel = List.copyOf(byModel);
        other = List.copyOf(other);
        outsideWindow = List.copyOf(outsideWindow);
        partialWindow = List.copyOf(partialWindow);
        if (billed.compareTo(explained.add(residual)) != 0) {
            throw new IllegalArgumentException("the bill does not tie out: " + billed.toPlainString()
                    + " billed, but " + explained.toPlainString() + " explained + " + residual.toPlainString()
                    + " residual");
        }
    }

    /// One model of one provider.
    ///
    /// @param model empty where the bill names none
    /// @param difference billed − logged
    /// @param reason name of the residual, such as `missing logs`; empty where there is none
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

    /// A charge that is not compared.
    ///
    /// @param category such as `tax` or `credit`
    public record Charge(
            Instant from, Instant to, String provider, String category, String description, Amount amount) {}
}
