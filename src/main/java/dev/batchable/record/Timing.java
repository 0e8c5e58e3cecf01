package dev.batchable.record;

import java.time.Instant;
import java.util.OptionalLong;

/// When a call began and how long it took, in milliseconds of wall time.
public record Timing(Instant start, OptionalLong latencyMillis, OptionalLong firstTokenMillis) {
    /// A first token at least this long before the end is a streamed answer …
    private static final long STREAM_MIN_MILLIS = 50;
    /// … and at least this share of the latency before it, in percent.
    private static final long STREAM_MIN_PERCENT = 5;

    /// Whether the first token came clearly before the end. The reverse proves nothing: gateways copy the end
    /// time into the first-token time of unstreamed calls, so a call without this evidence is not shown to be
    /// unstreamed.
    public boolean firstTokenShowsStreaming() {
        if (latencyMillis.isEmpty() || firstTokenMillis.isEmpty()) {
            return false;
        }
        long ahead = latencyMillis.getAsLong() - firstTokenMillis.getAsLong();
        return ahead >= STREAM_MIN_MILLIS && ahead * 100 >= latencyMillis.getAsLong() * STREAM_MIN_PERCENT;
    }
}
