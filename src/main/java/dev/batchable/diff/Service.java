package dev.batchable.diff;

import dev.batchable.report.WorkloadUsage;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Percentiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How well one or several workloads were served.
///
/// @param ends calls by how they ended; those whose source does not say are in no share
/// @param latency milliseconds of answered calls; empty where unknown, or where several workloads tell
///     one
/// @param firstToken milliseconds to the first token, likewise
/// @param waste share of spend charged for failed attempts and repeats, 0–1; empty without spend
public record Service(
        Outcomes ends, Optional<Percentiles> latency, Optional<Percentiles> firstToken, Optional<BigDecimal> waste) {
    private static final int DIGITS = 6;

    /// Percentiles of a whole do not follow from those of its parts, so only one part may tell any.
    static Service of(Side side) {
        return new Service(
                side.parts().stream()
                        .map(workload -> workload.usage().outcomes())
                        .reduce(new Outcomes(0, 0, 0, 0, 0, 0), Service::plus),
                only(side, WorkloadUsage::latency),
                only(side, WorkloadUsage::firstToken),
                share(side.sum(part -> part.spend().waste()), side.tiers().total()));
    }

    private static Optional<Percentiles> only(Side side, Function<WorkloadUsage, Optional<Percentiles>> figure) {
        List<Percentiles> told = side.parts().stream()
                .flatMap(part -> figure.apply(part.usage()).stream())
                .toList();
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    /// Calls whose end is known.
    public long known() {
        return ends.ok() + ends.failed() + ends.rateLimited() + ends.timeout() + ends.cancelled();
    }

    /// Share of calls that were answered, 0–1; empty where no end is known.
    public Optional<BigDecimal> completed() {
        return part(ends.ok());
    }

    public Optional<BigDecimal> timedOut() {
        return part(ends.timeout());
    }

    public Optional<BigDecimal> rateLimited() {
        return part(ends.rateLimited());
    }

    private Optional<BigDecimal> part(long calls) {
        return share(BigDecimal.valueOf(calls), BigDecimal.valueOf(known()));
    }

    private static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    private static Outcomes plus(Outcomes one, Outcomes other) {
        return new Outcomes(
                one.ok() + other.ok(),
                one.failed() + other.failed(),
                one.rateLimited() + other.rateLimited(),
                one.timeout() + other.timeout(),
                one.cancelled() + other.cancelled(),
                one.unknown() + other.unknown());
    }
}
