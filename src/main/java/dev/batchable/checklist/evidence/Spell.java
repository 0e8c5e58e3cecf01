package dev.batchable.checklist.evidence;

import dev.batchable.profile.Series;
import java.util.List;
import java.util.Locale;

/// A time in which calls failed, or took long, clearly more than usual; see [ErrorChart] and [LatencyChart] for what
/// "clearly" means and how often it is said wrongly.
///
/// @param start first minute since 1970-01-01T00:00Z
/// @param end the minute after the last
/// @param requests calls in it, failed ones included
/// @param failed those that failed, for whatever reason
/// @param slowdown how many times longer than usual calls took; 1 where that was not charted
public record Spell(Kind kind, long start, long end, long requests, long failed, double slowdown) {
    /// What went wrong.
    public enum Kind {
        ERRORS,
        LATENCY;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Spells of failing calls, in order of time.
    public static List<Spell> failing(Series series) {
        return new ErrorChart(series).spells();
    }

    public long minutes() {
        return end - start;
    }

    boolean overlaps(Spell other) {
        return start < other.end && other.start < end;
    }
}
