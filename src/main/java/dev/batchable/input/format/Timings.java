package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import dev.batchable.record.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// When a call began and how long it took. Start and end decide wherever both are told, because stored latency
/// fields come in wrong and mixed units. Where only the end is told, as in the access logs of proxies, the latency
/// leads back to the start.
final class Timings {
    private Timings() {}

    /// @param latencyName the name that tells the unit of LATENCY, see [TimeUnits]
    /// @param firstToken milliseconds to the first token where the row tells them
    /// @throws BadValueException where there is neither a start nor an end and a latency, or the end lies before
    ///     the start
    static Timing of(TrackedRow row, String latencyName, OptionalLong firstToken) throws BadValueException {
        return of(row, () -> TimeUnits.exponent(latencyName), firstToken);
    }

    /// @param latencyUnit power of ten from the unit of LATENCY to a millisecond
    static Timing of(TrackedRow row, Supplier<Optional<Integer>> latencyUnit, OptionalLong firstToken)
            throws BadValueException {
        Optional<Instant> end = row.instant(Field.END);
        OptionalLong told = TimeUnits.millis(row, Field.LATENCY, latencyUnit);
        if (end.isPresent() && told.isPresent() && row.instant(Field.START).isEmpty()) {
            row.note(Field.START);
            return new Timing(end.orElseThrow().minusMillis(told.getAsLong()), told, firstToken);
        }
        Instant start = start(row);
        if (end.isEmpty()) {
            return new Timing(start, told, firstToken);
        }
        row.note(Field.LATENCY);
        return new Timing(start, OptionalLong.of(millisUntil(row, Field.END, start, end.orElseThrow())), firstToken);
    }

    /// Start, end or latency, and a first token as a duration; units are told by the names of the paths.
    static Timing withFirstToken(TrackedRow row) throws BadValueException {
        return of(row, row.path(Field.LATENCY), TimeUnits.millis(row, Field.FIRST_TOKEN, row.path(Field.FIRST_TOKEN)));
    }

    /// Start, end or latency, and a first token, where the source writes every duration in milliseconds whatever
    /// its name. A first token after no time at all was not measured.
    static Timing inMillis(TrackedRow row) throws BadValueException {
        OptionalLong firstToken = TimeUnits.millis(row, Field.FIRST_TOKEN, TimeUnits.IN_MILLIS);
        if (firstToken.isPresent() && firstToken.getAsLong() == 0) {
            row.forget(Field.FIRST_TOKEN);
            return of(row, TimeUnits.IN_MILLIS, OptionalLong.empty());
        }
        return of(row, TimeUnits.IN_MILLIS, firstToken);
    }

    /// Milliseconds to a first token that is told as an instant. At the end it measures nothing, since gateways and
    /// loggers copy the end time there for calls that were not streamed; outside the call it is a mistake.
    static OptionalLong firstToken(TrackedRow row) throws BadValueException {
        Instant start = start(row);
        Optional<Instant> end = row.instant(Field.END);
        Optional<Instant> first = row.instant(Field.FIRST_TOKEN)
                .filter(instant -> !instant.isBefore(start) && end.stream().allMatch(instant::isBefore));
        if (first.isEmpty()) {
            row.forget(Field.FIRST_TOKEN);
            return OptionalLong.empty();
        }
        return OptionalLong.of(millisUntil(row, Field.FIRST_TOKEN, start, first.orElseThrow()));
    }

    static Instant start(TrackedRow row) throws BadValueException {
        Optional<Instant> start = row.instant(Field.START);
        if (start.isEmpty()) {
            throw row.bad(Field.START, "the time at which it began");
        }
        return start.orElseThrow();
    }

    /// Milliseconds from the start to the instant that a field held.
    static long millisUntil(TrackedRow row, Field field, Instant start, Instant later) throws BadValueException {
        if (later.isBefore(start)) {
            throw row.bad(field, "a time not before the start");
        }
        return Duration.between(start, later).toMillis();
    }
}
