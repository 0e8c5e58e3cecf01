package dev.batchable.profile;

import dev.batchable.profile.RatingKey.ModelRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Clocks of the billers whose days begin at other instants than the report's. Not safe for use by
/// several threads.
///
/// Problem: a bill by the day in another zone cannot be laid against sums by the report's days. Method:
/// calls of such a biller's models are summed by its days too. Consequence: bill and logs meet exactly,
/// whatever the two zones and their changes of the clock, and whoever reports in the zone of his billers
/// pays nothing for it.
final class BillerClocks {
    private final ZoneId report;
    private final RatingScheme scheme;
    private final Map<ZoneId, LocalClock> clocks = new HashMap<>();

    BillerClocks(ZoneId report, RatingScheme scheme) {
        this.report = report;
        this.scheme = scheme;
    }

    /// Empty where the model's biller has the report's days.
    Optional<LocalClock> of(ModelRef model) {
        ZoneId zone = scheme.billingZone(model);
        return zone.getRules().equals(report.getRules())
                ? Optional.empty()
                : Optional.of(clocks.computeIfAbsent(zone, LocalClock::new));
    }

    /// The day that holds all of a span; empty where it crosses a midnight.
    static Optional<Long> dayOf(LocalClock clock, Instant start, Duration width) {
        long first = LocalClock.day(clock.local(start.toEpochMilli()));
        long last = LocalClock.day(clock.local(start.plus(width).toEpochMilli() - 1));
        return first == last ? Optional.of(first) : Optional.empty();
    }
}
