package dev.batchable.record;

import java.util.Locale;

/// Whether the answer was streamed to the caller.
public enum Streaming {
    STREAMED,
    UNSTREAMED,
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
