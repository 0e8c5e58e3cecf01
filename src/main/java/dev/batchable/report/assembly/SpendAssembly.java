package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.Range;
import dev.batchable.price.RatedLine;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Spend;
import dev.batchable.price.TargetRating;
import dev.batchable.report.Arithmetic;
import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Place;
import dev.batchable.report.Arithmetic.Rated;
import dev.batchable.report.Arithmetic.Target;
import dev.batchable.report.Arithmetic.Unrated;
import dev.batchable.report.Estimate;
import dev.batchable.report.Totals;
import dev.batchable.report.WorkloadSpend;
import java.util.List;
import java.util.Optional;

/// What a workload cost and how that came about.
final class SpendAssembly {
    private SpendAssembly() {}

    static WorkloadSpend spend(RatedWorkload workload) {
        Spend spend = workload.spend();
        return new WorkloadSpend(
                tiers(spend),
                spend.waste(),
                spend.movable(),
                Successes.costEach(workload, spend.total()),
                workload.monthlyRealtime(),
                estimate(workload.monthlyFactor()),
                new WorkloadSpend.Unpriced(
                        workload.unpriced().requests(),
                        workload.unpriced().tokens(),
                        workload.unpriced().models()),
                workload.assumptions());
    }

    /// The lines against the recommended target where there is one, else as rating chose.
    static Arithmetic arithmetic(Judgement judgement) {
        RatedWorkload workload = judgement.workload();
        List<RatedLine> lines = workload.targets().stream()
                .filter(target -> judgement
                        .move()
                        .filter(move -> move.target() == target.target())
                        .isPresent())
                .filter(TargetRating.Rated.class::isInstance)
                .map(target -> ((TargetRating.Rated) target).lines())
                .filter(own -> !own.isEmpty())
                .findFirst()
                .orElse(workload.lines());
        return new Arithmetic(
                lines.stream().map(SpendAssembly::line).toList(),
                workload.targets().stream().map(SpendAssembly::target).toList());
    }

    static Totals.TierSpend tiers(Spend spend) {
        return new Totals.TierSpend(
                spend.total(), spend.realtime(), spend.deferred(), spend.provisioned(), spend.unknownTier());
    }

    private static Line line(RatedLine line) {
        RatedLine.Place place = line.place();
        return new Line(
                new Place(place.provider(), place.model(), place.tier(), place.band()),
                line.tokenKind(),
                line.quantity(),
                line.unitPrice(),
                line.priceRow(),
                line.amount(),
                line.basis(),
                line.targetAmount().map(SpendAssembly::estimate));
    }

    private static Target target(TargetRating target) {
        if (target instanceof TargetRating.Unrated unrated) {
            return new Target(
                    unrated.target(), Optional.empty(), Optional.of(new Unrated(unrated.kind(), unrated.reason())));
        }
        return new Target(target.target(), Optional.of(rated((TargetRating.Rated) target)), Optional.empty());
    }

    private static Rated rated(TargetRating.Rated rated) {
        return new Rated(
                rated.movable(),
                rated.unmatched(),
                estimate(rated.cost()),
                rated.naive(),
                estimate(rated.terms().lateCharge()),
                rated.terms().movableAsOf(),
                estimate(rated.terms().costAsOf()),
                rated.assumptions());
    }

    static Estimate estimate(Range range) {
        return new Estimate(range.low(), range.expected(), range.high());
    }
}
