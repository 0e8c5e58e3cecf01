package dev.batchable.evaluation;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/// How many of how many.
record Share(long hits, long all) {
    private static final double LEVEL = 0.95;

    static <T> Share of(Collection<T> all, Predicate<T> hit) {
        return new Share(all.stream().filter(hit).count(), all.size());
    }

    /// The count, the percentage and its Wilson interval at 95 %.
    ///
    /// The interval takes the workloads for independent. Those of one family are alike, so that the truth
    /// about the kinds of workload that a company has may well lie outside of it.
    @Override
    public String toString() {
        if (all == 0) {
            return "–";
        }
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval((int) all, (int) hits, LEVEL);
        return String.format(
                Locale.ROOT,
                "%d/%d = %.0f %% (%.0f–%.0f)",
                hits,
                all,
                100.0 * hits / all,
                100 * Math.max(0, interval.getLowerBound()),
                100 * Math.min(1, interval.getUpperBound()));
    }
}
