package dev.batchable.diff;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.report.Estimate;
import dev.batchable.report.SavingReport;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// What one report knows of a [Subject].
///
/// @param parts usually one workload; several where a caller's parts are compared together; none where the
///     report does not have it
record Side(List<WorkloadReport> parts) {
    Side {
        parts = List.copyOf(parts);
    }

    boolean isPresent() {
        return !parts.isEmpty();
    }

    /// Quantities and amounts times `factor`.
    Work work(BigDecimal factor) {
        return Work.of(parts, part -> factor);
    }

    /// Each part on the footing of its own monthly figures.
    Work monthlyWork() {
        return Work.of(parts, Side::monthlyFactor);
    }

    private static BigDecimal monthlyFactor(WorkloadReport part) {
        BigDecimal realtime = part.spend().tiers().realtime();
        return realtime.signum() == 0
                ? part.spend().monthlyFactor().expected()
                : ratio(part.spend().monthlyRealtime(), realtime);
    }

    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, Footing.EXACT);
    }

    TierSpend tiers() {
        return parts.stream().map(part -> part.spend().tiers()).reduce(TierSpend.ZERO, TierSpend::plus);
    }

    BigDecimal sum(Function<WorkloadReport, BigDecimal> figure) {
        return parts.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal monthlyRealtime() {
        return sum(part -> part.spend().monthlyRealtime());
    }

    boolean isRecommended() {
        return recommended().findAny().isPresent();
    }

    /// Monthly, of the parts that should move.
    Estimate saving() {
        return recommended()
                .flatMap(part -> part.saving().stream())
                .map(SavingReport::monthly)
                .reduce(Estimate.ZERO, Estimate::plus);
    }

    /// Share of realtime spend that should move and come in time, 0–1.
    BigDecimal plannedShare() {
        BigDecimal planned = new Side(recommended().toList())
                .sum(part -> share(part).multiply(part.spend().tiers().realtime()));
        return Footing.rounded(ratio(planned, tiers().realtime()));
    }

    private static BigDecimal share(WorkloadReport part) {
        BigDecimal late = part.saving().map(SavingReport::missShare).orElse(BigDecimal.ZERO);
        return part.decision().share().orElse(BigDecimal.ZERO).multiply(BigDecimal.ONE.subtract(late));
    }

    private Stream<WorkloadReport> recommended() {
        return parts.stream().filter(WorkloadReport::recommended);
    }

    List<Verdict> verdicts() {
        return parts.stream().map(WorkloadReport::verdict).distinct().sorted().toList();
    }

    /// Empty where a source counts no calls.
    OptionalLong answered() {
        return parts.stream().allMatch(part -> part.usage().requests().isPresent())
                ? OptionalLong.of(parts.stream().mapToLong(Work::answered).sum())
                : OptionalLong.empty();
    }

    /// Whether users are known to wait on part of it, and it stays on realtime for that.
    boolean isCustomerFacing() {
        return parts.stream()
                .filter(part -> part.verdict() == Verdict.KEEP)
                .flatMap(part -> part.answers().stream())
                .filter(answer -> answer.question() == QuestionId.USER_WAITING)
                .flatMap(answer -> answer.known().stream())
                .anyMatch(known -> known.value().equals("yes"));
    }
}
