package dev.batchable.checklist.evidence;

import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.StatUtils;

/// How many calls a workload usually makes in a stretch of time, and whether it made clearly fewer or more.
///
/// Problem: what a workload did in an incident shows only against what it would have done, and neither the time just
/// before (jobs start) nor the same time of other days (weekends) tells that by itself. Method: both are taken, the
/// six stretches of equal length before the incident and the same stretch of every other day; calls are missing below
/// the lower and surplus above the higher of the two. Counts are held against a Poisson distribution after division by
/// their own dispersion (quasi-Poisson; McCullagh and Nelder, *Generalized Linear Models*, 1989, chapter 6), since
/// real calls come in bunches. Consequence: small or erratic workloads show nothing rather than something wrong.
final class UsualCalls {
    private static final int BEFORE = 6;
    private static final int DAY = 1_440;
    /// A lane that was never used may still see a stray call.
    private static final double LEAST = 0.5;

    private final Series series;
    private final long[] sums;
    private final long first;
    private final long last;

    /// @param first the first minute of which the log tells
    /// @param last the last one
    UsualCalls(Series series, long first, long last) {
        this.series = series;
        this.first = first;
        this.last = last;
        sums = new long[series.size() + 1];
        for (int i = 0; i < series.size(); i++) {
            sums[i + 1] = sums[i] + series.requests(i);
        }
    }

    /// @param low calls below which some are missing
    /// @param high calls above which some are surplus
    /// @param dispersion variance ÷ mean of the counts compared with, at least 1
    record Level(double low, double high, double dispersion) {
        /// Calls missing; 0 where so few may come by chance.
        long missing(long found) {
            double tail = new PoissonDistribution(low / dispersion)
                    .cumulativeProbability((int) Math.ceil(Math.min((double) found, low) / dispersion));
            return found < low && tail < SpellRules.REACTION_CHANCE.value() ? Math.round(low - found) : 0;
        }

        /// Calls more than usual; 0 where so many may come by chance.
        long surplus(long found) {
            int most = (int) Math.min(Integer.MAX_VALUE, Math.floor(found / dispersion));
            double tail = 1 - new PoissonDistribution(high / dispersion).cumulativeProbability(most - 1);
            return found > high && tail < SpellRules.REACTION_CHANCE.value() ? Math.round(found - high) : 0;
        }

        /// Whether so many calls more than usual would have been seen.
        boolean wouldShow(double more) {
            return surplus(Math.round(high + more)) > 0;
        }
    }

    long calls(long from, long to) {
        return sums[series.from(to)] - sums[series.from(from)];
    }

    /// The usual level of a stretch; empty where there is nothing to compare with.
    ///
    /// @param until the minute in which the incident began, from which nothing before is usual
    Optional<Level> level(long from, long to, long until) {
        double[] before = before(to - from, until);
        double[] days = days(from, to);
        List<Double> levels = new ArrayList<>();
        if (before.length >= 2) {
            levels.add(StatUtils.mean(before));
        }
        if (days.length >= 3) {
            levels.add(StatUtils.percentile(days, 50));
        }
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        double low = levels.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = levels.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return Optional.of(
                new Level(Math.max(LEAST, low), Math.max(LEAST, high), Math.max(dispersion(before), dispersion(days))));
    }

    private double[] before(long length, long until) {
        double[] counts = new double[BEFORE];
        int size = 0;
        for (long from = until - length; size < BEFORE && from >= first; from -= length) {
            counts[size++] = calls(from, from + length);
        }
        return Arrays.copyOf(counts, size);
    }

    private double[] days(long from, long to) {
        List<Double> counts = new ArrayList<>();
        for (long start = from - Math.floorDiv(from - first, DAY) * DAY;
                start + (to - from) <= last + 1;
                start += DAY) {
            if (start != from && start >= first) {
                counts.add((double) calls(start, start + (to - from)));
            }
        }
        return counts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double dispersion(double[] counts) {
        double mean = counts.length < 3 ? 0 : StatUtils.mean(counts);
        return mean == 0 ? 1 : Math.max(1, StatUtils.variance(counts) / mean);
    }
}
