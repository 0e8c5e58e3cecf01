package dev.batchable.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// A span of whole days in one zone.
///
/// @param from first day
/// @param to the day after the last
public record Window(LocalDate from, LocalDate to, ZoneId zone) {
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("window " + from + " to " + to + " holds no day");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /// Exclusive.
    public Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }
}
