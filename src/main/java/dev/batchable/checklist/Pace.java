package dev.batchable.checklist;

import java.util.List;

/// How evenly calls are spread over the minutes of a run.
///
/// Calls that many people make independently of each other form a Poisson process: the variance of their number
/// per minute equals the mean, and rises above it where the rate changes or one person makes several calls. Only a
/// program that waits for one answer before it asks the next, or that paces itself, stays clearly below.
///
/// @param minutes minutes looked at
/// @param mean calls per minute
/// @param dispersion variance ÷ mean of the calls per minute (index of dispersion)
/// @param empty share of minutes without a call
/// @param edge calls per minute in the weaker of the first and the last sixth ÷ mean
record Pace(int minutes, double mean, double dispersion, double empty, double edge) {
    private static final int PARTS = 6;

    /// The pace over the inside of a run, which must hold at least one minute and one call.
    static Pace of(List<Long> interior) {
        int minutes = interior.size();
        double mean = mean(interior);
        double squares = 0;
        int empty = 0;
        for (long calls : interior) {
            squares += (calls - mean) * (calls - mean);
            empty += calls == 0 ? 1 : 0;
        }
        int part = Math.max(1, minutes / PARTS);
        double edge = Math.min(mean(interior.subList(0, part)), mean(interior.subList(minutes - part, minutes)));
        return new Pace(minutes, mean, squares / minutes / mean, (double) empty / minutes, edge / mean);
    }

    static boolean measurable(List<Long> interior) {
        return interior.stream().anyMatch(calls -> calls > 0);
    }

    private static double mean(List<Long> calls) {
        return calls.stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
