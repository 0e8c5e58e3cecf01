package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The unit of a duration, told by the end of its name: `latency_ms`, `duration_s`, `elapsed_seconds`, …
///
/// **A name without a unit** (`latency`, `duration`, `elapsed`) is read as logs write such names: a whole
/// number is milliseconds, a number with a decimal point is seconds. Where that is wrong, a mapping whose key
/// tells the unit (`latency_s: elapsed`) overrides it.
final class TimeUnits {
    /// Names that tell the unit, for sources that say it elsewhere than in a name.
    static final String IN_SECONDS = "s";

    static final String IN_MILLIS = "ms";
    static final String IN_NANOS = "ns";

    private static final int SECONDS = 3;
    /// Powers of ten from the unit to a millisecond.
    private static final Map<String, Integer> EXPONENTS = Map.ofEntries(
            Map.entry("ms", 0),
            Map.entry("msec", 0),
            Map.entry("millis", 0),
            Map.entry("milliseconds", 0),
            Map.entry("s", SECONDS),
            Map.entry("sec", SECONDS),
            Map.entry("secs", SECONDS),
            Map.entry("seconds", SECONDS),
            Map.entry("us", -3),
            Map.entry("micros", -3),
            Map.entry("microseconds", -3),
            Map.entry("ns", -6),
            Map.entry("nanos", -6),
            Map.entry("nanoseconds", -6));
    /// OpenTelemetry defines its durations in seconds and leaves the unit out of the name.
    private static final String OTEL_PREFIX = "gen_ai.";
    /// A hundred years; no call lasts that long, and sums of it stay within a long.
    private static final BigDecimal MAX_MILLIS = new BigDecimal("3153600000000");
    /// A number of so many digits is below that.
    private static final int WHOLE_DIGITS = 12;

    private TimeUnits() {}

    /// The power of ten from the unit in a name to a millisecond; empty for a name without a unit.
    static Optional<Integer> exponent(String name) {
        if (name.startsWith(OTEL_PREFIX)) {
            return Optional.of(SECONDS);
        }
        int end = Math.max(name.lastIndexOf('_'), name.lastIndexOf('.'));
        return Optional.ofNullable(EXPONENTS.get(name.substring(end + 1).toLowerCase(Locale.ROOT)));
    }

    /// A name without its unit: `latency` of `latency_ms`.
    static String base(String name) {
        int end = name.lastIndexOf('_');
        return end > 0 && EXPONENTS.containsKey(name.substring(end + 1)) ? name.substring(0, end) : name;
    }

    /// The duration a field holds in whole milliseconds, rounded half up.
    ///
    /// @param named the name that tells the unit: the field's path, or the key of a mapping
    static OptionalLong millis(TrackedRow row, Field field, String named) throws BadValueException {
        return millis(row, field, () -> exponent(named));
    }

    /// @param unit power of ten from the unit to a millisecond, asked for only where the field is present
    static OptionalLong millis(TrackedRow row, Field field, Supplier<Optional<Integer>> unit) throws BadValueException {
        Optional<BigDecimal> value = row.decimal(field);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        BigDecimal number = value.orElseThrow();
        int exponent = unit.get().orElse(number.scale() > 0 ? SECONDS : 0);
        if (exponent == 0 && number.scale() == 0 && number.signum() >= 0 && number.precision() <= WHOLE_DIGITS) {
            return OptionalLong.of(number.longValue());
        }
        BigDecimal millis = number.movePointRight(exponent);
        if (millis.signum() < 0 || millis.compareTo(MAX_MILLIS) > 0) {
            throw row.bad(field, "a duration from 0 to 100 years");
        }
        return OptionalLong.of(millis.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
