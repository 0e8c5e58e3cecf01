package dev.batchable.simulate;

import dev.batchable.policy.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// When the calls that wait are handed to the batch queue.
public sealed interface Submission {
    String EXAMPLE = "expected every:15m, size:10000 or at:02:00";

    /// Once every so often, counted from midnight UTC.
    ///
    /// @param period at least a minute
    record Every(Duration period) implements Submission {
        public Every {
            if (period.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("the minutes of a log show no period below 1m, such as every:15m");
            }
        }

        @Override
        public String text() {
            return "every:" + Durations.format(period);
        }
    }

    /// As soon as so many calls wait; the rest once the oldest has waited as long as the budget allows.
    record Size(long requests) implements Submission {
        @Override
        public String text() {
            return "size:" + requests;
        }
    }

    /// Once a day.
    record At(LocalTime time) implements Submission {
        @Override
        public String text() {
            return "at:" + time;
        }
    }

    /// Each call by itself as it comes: synchronous tiers.
    record AtOnce() implements Submission {
        @Override
        public String text() {
            return "at-once";
        }
    }

    /// As it is written on the command line.
    String text();

    /// @throws IllegalArgumentException with an example, for anything but a rule
    static Submission parse(String text) {
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "every" -> new Every(Durations.parse(value));
            case "size" -> new Size(size(value));
            case "at" -> new At(time(value));
            default -> throw new IllegalArgumentException("'" + text + "' is no rule of submission; " + EXAMPLE);
        };
    }

    private static long size(String text) {
        if (!text.matches("[1-9][0-9]{0,11}")) {
            throw new IllegalArgumentException("'" + text + "' is no number of calls; " + EXAMPLE);
        }
        return Long.parseLong(text);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("'" + text + "' is no time of day; " + EXAMPLE, noTime);
        }
    }

    /// The first multiple of a period after a moment, in seconds.
    static long nextMultiple(long second, Duration period) {
        return (Math.floorDiv(second, period.toSeconds()) + 1) * period.toSeconds();
    }

    /// The first time of day after a moment, in seconds.
    static long nextTime(long second, LocalTime time, ZoneId zone) {
        ZonedDateTime now = Instant.ofEpochSecond(second).atZone(zone);
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toEpochSecond();
    }
}
