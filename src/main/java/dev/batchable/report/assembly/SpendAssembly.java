package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.policy.OutcomeUnit;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Range;
import dev.batchable.price.RatedLine;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Saving;
import dev.batchable.price.Spend;
import dev.batchable.price.TargetRating;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Outcome;
import dev.batchable.report.Arithmetic;
import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Place;
import dev.batchable.report.Arithmetic.Rated;
import dev.batchable.report.Arithmetic.Target;
import dev.batchable.report.Arithmetic.Unrated;
import dev.batchable.report.Estimate;
import dev.batchable.report.SavingReport;
import dev.batchable.report.Totals;
import dev.batchable.report.WorkloadSpend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What a workload cost, how that came about, and what its move would save.
final class SpendAssembly {
    /// Decimals of a quotient: a hundred-thousandth of a cent, far below the cost of a call.
    private static final int SCALE = 7;

    private SpendAssembly() {}

    static WorkloadSpend spend(RatedWorkload workload) {
        Spend spend = workload.spend();
        return new WorkloadSpend(
                tiers(spend),
                spend.waste(),
                spend.movable(),
                costPerSuccess(workload),
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

    /// The saving of the share that moves; the checklist has applied the share already.
    static SavingReport saving(Judgement.Move move) {
        Saving saving = move.saving();
        return new SavingReport(
                estimate(saving.window()),
                estimate(saving.monthly()),
                saving.naive(),
                saving.missShare(),
                move.deadlineAssumed(),
                saving.assumptions());
    }

    static Totals.TierSpend tiers(Spend spend) {
        return new Totals.TierSpend(
                spend.total(), spend.realtime(), spend.deferred(), spend.provisioned(), spend.unknownTier());
    }

    private static Optional<BigDecimal> costPerSuccess(RatedWorkload workload) {
        boolean spendKnown =
                workload.spend().total().signum() > 0 || workload.unpriced().equals(RatedWorkload.Unpriced.NOTHING);
        return successes(workload.profile())
                .filter(successes -> spendKnown && successes.signum() > 0)
                .map(successes -> workload.spend().total().divide(successes, SCALE, RoundingMode.HALF_EVEN));
    }

    private static Optional<BigDecimal> successes(WorkloadProfile profile) {
        BigDecimal calls = BigDecimal.valueOf(
                profile.usage().total(key -> key.outcome() == Outcome.OK).requests());
        Optional<OutcomeUnit> unit =
                profile.rule().map(WorkloadRule::ownership).flatMap(WorkloadRule.Ownership::outcome);
        if (unit.isEmpty()) {
            return Optional.of(calls);
        }
        if (unit.get() instanceof OutcomeUnit.Calls each) {
            return Optional.of(calls.divide(BigDecimal.valueOf(each.calls()), SCALE, RoundingMode.HALF_EVEN));
        }
        return traces(profile.audience().sessions());
    }

    /// Whole traces can be counted only while the sample still holds every one of them, and only if every call
    /// belonged to one; an estimate would make a cost look exact that is not.
    private static Optional<BigDecimal> traces(SessionSample sessions) {
        return sessions.complete() && sessions.requestsWithSession() > 0
                ? Optional.of(BigDecimal.valueOf(sessions.sessions().size()))
                : Optional.empty();
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
