package dev.batchable.checklist.evidence;

import java.util.Arrays;
import java.util.Optional;

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
record Pace(int minutes, double mean, double dispersion, double empty) {
    private static final int MIN_INTERIOR = 8;

    /// The pace over some minutes; empty where they hold no call.
    static Optional<Pace> of(long[] interior) {
        int minutes = interior.length;
        double mean = Arrays.stream(interior).average().orElse(0);
        if (mean == 0) {
            return Optional.empty();
        }
        double squares = 0;
        int empty = 0;
        for (long calls : interior) {
            squares += (calls - mean) * (calls - mean);
            empty += calls == 0 ? 1 : 0;
        }
        return Optional.of(new Pace(minutes, mean, squares / minutes / mean, (double) empty / minutes));
    }

    /// Such as `95 % interval 0.92 to 1.10`: that of a variance, which takes minutes for independent.
    String error() {
        return Spread.error(dispersion, minutes);
    }

    /// Whether a run is long enough to tell, and more even than independent calls can be.
    static boolean even(Run run) {
        long[] interior = run.interior();
        return interior.length >= MIN_INTERIOR
                && of(interior).filter(Pace::even).isPresent();
    }

    private boolean even() {
        return RhythmRules.EMPTY_MINUTES.keptBy(empty) && RhythmRules.EVEN_DISPERSION.keptBy(dispersion);
    }
}
