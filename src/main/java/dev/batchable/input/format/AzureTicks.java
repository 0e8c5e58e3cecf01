package dev.batchable.input.format;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Instants as .NET counts them: units of 100 ns since the year 1. Only the name of a field tells them from epoch
/// nanoseconds, which are as large.
final class AzureTicks {
    private static final Pattern TICKS = Pattern.compile("6[0-9]{17}");
    private static final long EPOCH = 621_355_968_000_000_000L;
    private static final long PER_SECOND = 10_000_000;
    private static final long NANOS = 100;

    private AzureTicks() {}

    /// Empty for text that is no such number of the years 1902 to 2218.
    static Optional<Instant> instant(String text) {
        if (!TICKS.matcher(text).matches()) {
            return Optional.empty();
        }
        long ticks = Long.parseLong(text) - EPOCH;
        return Optional.of(
                Instant.ofEpochSecond(Math.floorDiv(ticks, PER_SECOND), Math.floorMod(ticks, PER_SECOND) * NANOS));
    }
}
