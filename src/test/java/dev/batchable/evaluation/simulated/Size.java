package dev.batchable.evaluation.simulated;

import java.util.Locale;

/// How long a log is and how busy.
///
/// A month's end is reached only in the large one.
enum Size {
    SMALL(3, 0.25),
    MEDIUM(14, 1),
    LARGE(45, 3);

    private final int days;
    private final double volume;

    Size(int days, double volume) {
        this.days = days;
        this.volume = volume;
    }

    int days() {
        return days;
    }

    /// Factor on everything that can be more or less.
    double volume() {
        return volume;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
