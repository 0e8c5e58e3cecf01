package dev.batchable.diff;

import dev.batchable.checklist.evidence.Rule;
import dev.batchable.diff.ServiceChange.Concern;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Percentiles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;

/// Tells service that got clearly worse from months that differ a little.
///
/// A rate counts as worse if it is so by half a point and by more than chance: two-proportion z-test with pooled
/// variance (Fleiss, Levin, Paik: Statistical Methods for Rates and Proportions, 3rd edition, section 3.2),
/// one-sided. A report holds percentiles without their error, so those have a factor and a least number of
/// calls.
final class Watch {
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private final Service old;
    private final Service now;

    Watch(Service old, Service now) {
        this.old = old;
        this.now = now;
    }

    List<Concern> concerns() {
        return Stream.of(
                        slower("p95", Service::latency),
                        slower("first-token-p95", Service::firstToken),
                        more("timeouts", Outcomes::timeout, Service::timedOut),
                        more("rate-limited", Outcomes::rateLimited, Service::rateLimited),
                        more("completed", ends -> -ends.ok(), Service::completed),
                        waste())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Concern> slower(String measure, Function<Service, Optional<Percentiles>> latency) {
        long calls = Math.min(old.ends().ok(), now.ends().ok());
        return both(latency.andThen(found -> found.map(Percentiles::p95).map(BigDecimal::valueOf)))
                .filter(pair -> WatchRules.CALLS.reachedBy(calls))
                .filter(pair ->
                        WatchRules.SLOWER.reachedBy(pair.now.doubleValue() / Math.max(1, pair.old.doubleValue())))
                .map(pair -> pair.concern(measure, WatchRules.SLOWER));
    }

    /// @param bad calls that ended badly; less than 0 to count those that ended well
    private Optional<Concern> more(
            String measure, ToLongFunction<Outcomes> bad, Function<Service, Optional<BigDecimal>> share) {
        return both(share)
                .filter(pair -> worse(bad.applyAsLong(old.ends()), bad.applyAsLong(now.ends())))
                .map(pair -> pair.concern(measure, WatchRules.RARER));
    }

    private boolean worse(long badBefore, long badAfter) {
        double before = (double) badBefore / old.known();
        double after = (double) badAfter / now.known();
        double pooled = Math.abs((double) (badBefore + badAfter) / (old.known() + now.known()));
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / old.known() + 1.0 / now.known()));
        return WatchRules.RARER.reachedBy(after - before)
                && WatchRules.CHANCE.keptBy(1 - NORMAL.cumulativeProbability((after - before) / error));
    }

    private Optional<Concern> waste() {
        return both(Service::waste)
                .filter(pair ->
                        WatchRules.WASTE.reachedBy(pair.now.subtract(pair.old).doubleValue()))
                .map(pair -> pair.concern("waste", WatchRules.WASTE));
    }

    private Optional<Pair> both(Function<Service, Optional<BigDecimal>> figure) {
        return figure.apply(old).flatMap(before -> figure.apply(now).map(after -> new Pair(before, after)));
    }

    private record Pair(BigDecimal old, BigDecimal now) {
        Concern concern(String measure, Rule rule) {
            return new Concern(measure, old, now, rule.id());
        }
    }
}
