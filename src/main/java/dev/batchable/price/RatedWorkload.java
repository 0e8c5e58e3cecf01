package dev.batchable.price;

import dev.batchable.profile.WorkloadProfile;
import java.math.BigDecimal;
import java.util.List;

/// A workload with everything money: what it cost, line by line, and what each target tier would cost.
///
/// @param targets one entry each for FLEX and BATCH, in that order
/// @param monthlyFactor month ÷ window of this workload's spend; zero for a one-off
/// @param daily the spend once more, day by day
/// @param assumptions what the spend rests on, one sentence each
public record RatedWorkload(
        WorkloadProfile profile,
        Spend spend,
        Recurrence recurrence,
        Range monthlyFactor,
        List<RatedLine> lines,
        List<TargetRating> targets,
        Unpriced unpriced,
        List<String> assumptions,
        DayAmounts daily) {
    /// A workload without its amounts by day.
    public RatedWorkload(
            WorkloadProfile profile,
            Spend spend,
            Recurrence recurrence,
            Range monthlyFactor,
            List<RatedLine> lines,
            List<TargetRating> targets,
            Unpriced unpriced,
            List<String> assumptions) {
        this(profile, spend, recurrence, monthlyFactor, lines, targets, unpriced, assumptions, DayAmounts.NONE);
    }

    /// What could not be priced; counted and named, never zero.
    ///
    /// @param models the models without a price, as the source spells them
    public record Unpriced(long requests, long tokens, List<String> models) {
        public static final Unpriced NOTHING = new Unpriced(0, 0, List.of());

        public Unpriced {
            models = List.copyOf(models);
        }
    }

    /// Whether the work comes back, so that a monthly figure means something.
    public enum Recurrence {
        /// Active in at least two ISO weeks and on at least three days, or declared recurring.
        RECURRING,
        ONE_OFF
    }

    public RatedWorkload {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
        assumptions = List.copyOf(assumptions);
    }

    public BigDecimal monthlyRealtime() {
        return spend.realtime().multiply(monthlyFactor.expected());
    }
}
