package dev.batchable.report;

import dev.batchable.price.RatedLine.Basis;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How a workload's amounts came about.
///
/// @param lines quantity × price, the trace of every amount
/// @param targets what each target tier would cost, the ones not recommended included
public record Arithmetic(List<Line> lines, List<Target> targets) {
    public Arithmetic {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
    }

    /// One quantity at one price.
    ///
    /// @param tokenKind empty where a logged cost could not be told apart by kind
    /// @param quantity tokens; calls where `tokenKind` is empty
    /// @param unitPrice per million tokens: of a priced line that of its row, converted; of a logged one its amount ÷
    ///     its quantity; empty where `tokenKind` is
    /// @param priceRow id in [Appendix#priceRows()]: what priced the line, or by what a logged cost was told apart by
    ///     kind; empty where it could not be
    /// @param targetAmount the same quantity on the target tier
    public record Line(
            Place place,
            Optional<TokenKind> tokenKind,
            long quantity,
            Optional<BigDecimal> unitPrice,
            Optional<String> priceRow,
            BigDecimal amount,
            Basis basis,
            Optional<Estimate> targetAmount) {
        public Line {
            unitPrice = Decimals.canonical(unitPrice);
            amount = Decimals.canonical(amount);
        }

        /// Whether the amount is a cost of the log and not quantity × price.
        public boolean isLogged() {
            return basis == Basis.LOGGED;
        }
    }

    public record Place(String provider, String model, Tier tier, String band) {}

    /// One target tier.
    ///
    /// @param rated present where the target has a price
    /// @param unrated present where it has none
    public record Target(Tier tier, Optional<Rated> rated, Optional<Unrated> unrated) {
        /// @throws IllegalArgumentException where a target is both or neither
        public Target {
            if (rated.isPresent() == unrated.isPresent()) {
                throw new IllegalArgumentException("target " + tier.id() + " is either rated or not");
            }
        }
    }

    /// A target with a price.
    ///
    /// @param movable spend that could move and has a price on both tiers
    /// @param unmatched movable spend without a price pair: no saving is claimed for it
    /// @param cost what `movable` would cost there if every call met its deadline
    /// @param naive `movable` × the target's discount on plain input
    /// @param lateCharge share of the target price charged for a result that comes too late, 0–1
    /// @param movableAsOf `movable` at the prices valid on the as-of day, on which monthly figures rest
    /// @param costAsOf `cost` at the prices valid on the as-of day
    public record Rated(
            BigDecimal movable,
            BigDecimal unmatched,
            Estimate cost,
            BigDecimal naive,
            Estimate lateCharge,
            BigDecimal movableAsOf,
            Estimate costAsOf,
            List<String> assumptions) {
        public Rated {
            movable = Decimals.canonical(movable);
            unmatched = Decimals.canonical(unmatched);
            naive = Decimals.canonical(naive);
            movableAsOf = Decimals.canonical(movableAsOf);
            assumptions = List.copyOf(assumptions);
        }
    }

    /// A target for which no saving is claimed, and why.
    public record Unrated(Reason kind, String reason) {}
}
