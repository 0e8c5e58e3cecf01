package dev.batchable.price;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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
    /// @param terms what else a saving needs
    record Rated(
            Tier target,
            BigDecimal movable,
            BigDecimal unmatched,
            Range cost,
            BigDecimal naive,
            Range monthlyFactor,
            List<String> assumptions,
            Terms terms)
            implements TargetRating {
        public Rated {
            assumptions = List.copyOf(assumptions);
        }

        /// A rating on a 24-hour window at unchanged prices, without its lines.
        public Rated(
                Tier target,
                BigDecimal movable,
                BigDecimal unmatched,
                Range cost,
                BigDecimal naive,
                Range monthlyFactor,
                List<String> assumptions) {
            this(
                    target,
                    movable,
                    unmatched,
                    cost,
                    naive,
                    monthlyFactor,
                    assumptions,
                    Terms.usual(target, movable, cost));
        }

        /// The lines of the workload with what each would cost on this target.
        public List<RatedLine> lines() {
            return terms.lines();
        }

        /// The saving if results may take as long as `budget`: the share that misses it on the target's
        /// completion distribution is paid again at its own tier's price.
        public Saving within(Duration budget) {
            return Savings.of(this, budget);
        }

        /// The same where the queue takes the work only in parts, one after the other.
        ///
        /// @param parts at least one
        /// @param assumption what the number of parts rests on
        public Rated inParts(long parts, List<String> assumption) {
            List<String> all =
                    Stream.concat(assumptions.stream(), assumption.stream()).toList();
            return new Rated(target, movable, unmatched, cost, naive, monthlyFactor, all, terms.inParts(parts));
        }

        /// Hours by which one job's results are late where they may take `budget`; low is the pessimistic
        /// end.
        public Range delayHours(Duration budget) {
            return terms.inTurn().delayHours(budget);
        }
    }

    /// The terms of a target, and the amounts under the prices of the as-of day.
    ///
    /// @param lateCharge share of the target price that a result is charged which comes too late; low is the
    ///     pessimistic end
    /// @param movableAsOf `movable` at the prices valid on the as-of day, not yet scaled to a month
    /// @param costAsOf `cost` at the prices valid on the as-of day
    /// @param lines lines of the workload; the target amount of a line is for its whole quantity, waste
    ///     included
    /// @param parts in which the work goes to the queue, each when the one before has left it
    record Terms(
            CompletionDistribution completion,
            Range lateCharge,
            BigDecimal movableAsOf,
            Range costAsOf,
            List<RatedLine> lines,
            long parts) {
        public Terms {
            lines = List.copyOf(lines);
        }

        /// All at once.
        public Terms(
                CompletionDistribution completion,
                Range lateCharge,
                BigDecimal movableAsOf,
                Range costAsOf,
                List<RatedLine> lines) {
            this(completion, lateCharge, movableAsOf, costAsOf, lines, 1);
        }

        private Terms inParts(long number) {
            return new Terms(completion, lateCharge, movableAsOf, costAsOf, lines, number);
        }

        InTurn inTurn() {
            return new InTurn(completion, parts);
        }

        private static Terms usual(Tier target, BigDecimal movable, Range cost) {
            CompletionDistribution completion = CompletionDistribution.prior(target, Duration.ofHours(24));
            return new Terms(completion, Range.ZERO, movable, cost, List.of());
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
        NO_SPEND,
        /// The bill shows that something else than the price per token pays for the calls.
        SUNK
    }
}
