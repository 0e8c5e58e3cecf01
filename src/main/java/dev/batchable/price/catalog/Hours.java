package dev.batchable.price.catalog;

import dev.batchable.profile.RatingScheme;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Price bands by time of day, in UTC. Rules of such bands change too, so they come in phases; before the first
/// one prices know no hours.
///
/// @param phases in order of time
public record Hours(List<Phase> phases) {
    static final String PEAK = "peak";
    static final String OFF_PEAK = "off-peak";

    public Hours {
        phases = List.copyOf(phases);
    }

    /// One set of rules.
    ///
    /// @param days days of the week, in UTC, that have peak hours
    /// @param except days without peak hours whatever their weekday
    public record Phase(Instant from, Set<DayOfWeek> days, List<Span> peak, Set<LocalDate> except) {
        public Phase {
            days = Set.copyOf(days);
            peak = List.copyOf(peak);
            except = Set.copyOf(except);
        }

        private boolean isPeak(OffsetDateTime time) {
            LocalTime clock = time.toLocalTime();
            return days.contains(time.getDayOfWeek())
                    && !except.contains(time.toLocalDate())
                    && peak.stream().anyMatch(span -> span.contains(clock));
        }
    }

    /// Half-open.
    public record Span(LocalTime from, LocalTime until) {
        boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    String band(Instant start) {
        for (int i = phases.size() - 1; i >= 0; i--) {
            Phase phase = phases.get(i);
            if (!start.isBefore(phase.from())) {
                return phase.isPeak(start.atOffset(ZoneOffset.UTC)) ? PEAK : OFF_PEAK;
            }
        }
        return RatingScheme.BASE;
    }
}
