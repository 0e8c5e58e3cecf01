package dev.batchable.price;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// What moving a workload's realtime spend to one target tier would cost, free of any verdict.
public sealed interface TargetRating {
    Tier target();

    /// A target with a price.
    ///
    /// @param movable spend that could move and has a price on both tiers
    /// @param unmatched movable spend for which the catalog has no pair of rows: no saving is claimed for it
    /// @param cost what `movable` would cost on the target if every call met its window; low is the pessimistic
    ///     end (dearest)
    /// @param naive `movable` × the target's discount on plain input: what others would claim
    /// @param monthlyFactor month ÷ window with its uncertainty; zero for what does not recur
    /// @param assumptions what the figures rest on, one sentence each
    record Rated(
            Tier target,
            BigDecimal movable,
            BigDecimal unmatched,
            Range cost,
            BigDecimal naive,
            Range monthlyFactor,
            List<String> assumptions)
            implements TargetRating {
        public Rated {
            assumptions = List.copyOf(assumptions);
        }

        /// The saving if results may take as long as `budget`: the share that misses it on the target's
        /// completion distribution is paid again at its own tier's price.
        public Saving within(Duration budget) {
            return Savings.of(this, budget);
        }
    }

    /// A target for which no saving is claimed.
    ///
    /// @param reason why there is no saving, such as `no batch price known for openai/gpt-4`
    record Unrated(Tier target, Reason kind, String reason) implements TargetRating {}

    enum Reason {
        /// The provider offers no such tier for the model.
        NO_TIER,
        /// There may be one, but no documented price.
        NO_PRICE,
        /// The calls themselves have no price, or no realtime spend.
        NO_SPEND
    }
}
