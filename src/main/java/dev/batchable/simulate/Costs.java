package dev.batchable.simulate;

import dev.batchable.price.Saving;
import dev.batchable.price.TargetRating;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Money of one workload: every call that moves costs the mean of what they cost on realtime, and on the target the
/// mean of what they would cost there, as the audit rates them.
///
/// Saving = (realtime − target) × completed − target × (those given up whose batch was done after all + late charge
/// × other calls given up or expired with the provider). A call that falls back costs what it cost before. Pending
/// calls are in no amount.
final class Costs {
    private static final int SCALE = 12;

    private final BigDecimal perCall;
    private final BigDecimal onTarget;
    private final BigDecimal lateShare;

    private Costs(BigDecimal perCall, BigDecimal onTarget, BigDecimal lateShare) {
        this.perCall = perCall;
        this.onTarget = onTarget;
        this.lateShare = lateShare;
    }

    /// Empty where the target has no price.
    static Optional<Simulation.Cost> of(Chosen chosen, List<RunFigures> runs) {
        long arrived = runs.get(0).counts().arrived();
        if (!(chosen.deferral().rating() instanceof TargetRating.Rated rated) || arrived == 0) {
            return Optional.empty();
        }
        BigDecimal share = chosen.deferral().share();
        Costs costs = new Costs(
                each(rated.movable().multiply(share), arrived),
                each(rated.cost().expected().multiply(share), arrived),
                rated.terms().lateCharge().expected());
        Saving projected = rated.within(chosen.budget()).times(share);
        return Optional.of(new Simulation.Cost(
                rounded(costs.perCall),
                Spread.over(runs, costs::fallback),
                Spread.over(runs, costs::lateCharge),
                Spread.over(runs, costs::saving),
                projected.window(),
                projected.missShare()));
    }

    private static BigDecimal each(BigDecimal amount, long calls) {
        return amount.divide(BigDecimal.valueOf(calls), MathContext.DECIMAL128);
    }

    private BigDecimal fallback(RunFigures run) {
        return rounded(perCall.multiply(BigDecimal.valueOf(run.counts().fellBack())));
    }

    private BigDecimal lateCharge(RunFigures run) {
        long unfinished =
                run.counts().cancelled() + run.counts().expired() - run.counts().twice();
        BigDecimal charged = lateShare
                .multiply(BigDecimal.valueOf(unfinished))
                .add(BigDecimal.valueOf(run.counts().twice()));
        return rounded(onTarget.multiply(charged));
    }

    private BigDecimal saving(RunFigures run) {
        BigDecimal each = perCall.subtract(onTarget);
        return rounded(each.multiply(BigDecimal.valueOf(run.counts().completed())))
                .subtract(lateCharge(run));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
