package dev.batchable.diff;

import dev.batchable.diff.WorkloadChange.Standing;
import dev.batchable.report.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The volume effect of all workloads once more, in the terms of a sales-volume variance; the parts sum to it.
///
/// A call of one workload may cost a thousand times one of another, so growth and shift mean little alone: a
/// cheap batch job that doubles its calls shows as much growth of all calls and as much shift to cheap ones.
///
/// @param growth what more answered calls would have cost at the old mean cost of a call
/// @param shift calls of dearer or cheaper workloads, beside that: the mix between workloads
/// @param appeared workloads that only the newer report has
/// @param gone workloads that only the older one has
public record Volume(BigDecimal growth, BigDecimal shift, BigDecimal appeared, BigDecimal gone) {
    public Volume {
        growth = Decimals.canonical(growth);
        shift = Decimals.canonical(shift);
        appeared = Decimals.canonical(appeared);
        gone = Decimals.canonical(gone);
    }

    static Volume of(List<WorkloadChange> changes, Footing footing) {
        List<WorkloadChange> kept =
                changes.stream().filter(WorkloadChange::isKept).toList();
        BigDecimal growth = growth(kept, footing);
        BigDecimal all = sum(kept.stream().map(change -> change.effects().volume()));
        return new Volume(
                growth,
                all.subtract(growth),
                sum(changes.stream().filter(change -> change.old().isEmpty()).map(WorkloadChange::change)),
                sum(changes.stream().filter(change -> change.now().isEmpty()).map(WorkloadChange::change)));
    }

    /// Of workloads whose calls both reports count.
    private static BigDecimal growth(List<WorkloadChange> kept, Footing footing) {
        List<WorkloadChange> counted = kept.stream()
                .filter(change -> answered(change.old()) > 0 && answered(change.now()) > 0)
                .toList();
        BigDecimal before = calls(counted, WorkloadChange::old).multiply(footing.old(), Footing.EXACT);
        BigDecimal after = calls(counted, WorkloadChange::now).multiply(footing.now(), Footing.EXACT);
        BigDecimal spend = sum(counted.stream().map(WorkloadChange::oldSpend));
        return before.signum() == 0
                ? BigDecimal.ZERO
                : Footing.rounded(spend.multiply(after.subtract(before)).divide(before, Footing.EXACT));
    }

    private static BigDecimal calls(List<WorkloadChange> changes, Function<WorkloadChange, Optional<Standing>> side) {
        return sum(changes.stream().map(side).map(standing -> BigDecimal.valueOf(answered(standing))));
    }

    private static long answered(Optional<Standing> standing) {
        return standing.map(one -> one.answered().orElse(0)).orElse(0L);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
