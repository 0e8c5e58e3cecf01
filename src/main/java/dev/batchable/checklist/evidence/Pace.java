package dev.batchable.checklist.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How evenly calls are spread over the minutes of a run.
///
/// Calls that many people make independently of each other form a Poisson process: the variance of their number
/// per minute equals the mean, and rises above it where the rate changes or one person makes several calls.
/// Only a program that waits for one answer before it asks the next, or that paces itself, stays clearly below.
///
/// @param minutes minutes looked at
/// @param mean calls per minute
/// @param dispersion variance ÷ mean of the calls per minute (index of dispersion)
/// @param empty share of minutes without a call
/// @param edge calls per minute in the weaker of the first and the last sixth ÷ mean
record Pace(int minutes, double mean, double dispersion, double empty, double edge) {
    private static final int PARTS = 6;
    private static final int MIN_INTERIOR = 8;

    /// The pace over some minutes; empty where they hold no call.
    static Optional<Pace> of(long[] interior) {
        int minutes = interior.length;
        double mean = mean(interior, 0, minutes);
        if (mean == 0) {
            return Optional.empty();
        }
        double squares = 0;
        int empty = 0;
        for (long calls : interior) {
            squares += (calls - mean) * (calls - mean);
            empty += calls == 0 ? 1 : 0;
        }
        int part = Math.max(1, minutes / PARTS);
        double edge = Math.min(mean(interior, 0, part), mean(interior, minutes - part, minutes));
        return Optional.of(new Pace(minutes, mean, squares / minutes / mean, (double) empty / minutes, edge / mean));
    }

    /// Such as `95 % interval 0.92 to 1.10`: that of a variance, which takes minutes for independent.
    String error() {
        return Spread.error(dispersion, minutes);
    }

    private static double mean(long[] calls, int from, int to) {
        return Arrays.stream(calls, from, to).average().orElse(0);
    }

    /// The median of each measure over the runs that are long enough; empty where fewer than half are.
    static Optional<Pace> usual(List<Run> runs) {
        List<Pace> paces = runs.stream()
                .map(Run::interior)
                .filter(interior -> interior.length >= MIN_INTERIOR)
                .flatMap(interior -> of(interior).stream())
                .toList();
        if (paces.isEmpty() || paces.size() * 2 < runs.size()) {
            return Optional.empty();
        }
        return Optional.of(new Pace(
                (int) median(paces, Pace::minutes),
                median(paces, Pace::mean),
                median(paces, Pace::dispersion),
                median(paces, Pace::empty),
                median(paces, Pace::edge)));
    }

    private static double median(List<Pace> paces, ToDoubleFunction<Pace> measure) {
        return paces.stream().mapToDouble(measure).sorted().toArray()[paces.size() / 2];
    }

    /// More even than independent calls can be.
    boolean even() {
        return dense() && RhythmRules.EVEN_DISPERSION.keptBy(dispersion);
    }

    /// As even as independent calls at one rate, from start to end.
    boolean flat() {
        return dense() && RhythmRules.FLAT_DISPERSION.keptBy(dispersion) && RhythmRules.FLAT_EDGE.reachedBy(edge);
    }

    private boolean dense() {
        return RhythmRules.EMPTY_MINUTES.keptBy(empty);
    }
}
