package dev.batchable.opportunity;

import dev.batchable.profile.Series;

/// Stretches of calls in which something kept for a time after its last use never runs out.
final class Stretches {
    private Stretches() {}

    /// How many there are at least. Starts are known by the minute: calls of two minutes are surely further apart
    /// than `minutes` only where as many whole minutes lie between them.
    static long count(Series series, long minutes) {
        long stretches = series.size() == 0 ? 0 : 1;
        for (int i = 1; i < series.size(); i++) {
            if (series.minute(i) - series.minute(i - 1) - 1 >= minutes) {
                stretches++;
            }
        }
        return stretches;
    }
}
