package dev.batchable.record;

import java.util.Locale;

/// The service tier that a call was served, or a charge was billed, on.
public enum Tier {
    STANDARD,
    /// A paid fast lane: OpenAI priority or fast mode, Bedrock priority, Gemini priority.
    PRIORITY,
    BATCH,
    FLEX,
    /// Capacity bought beforehand; a call on it has no price of its own.
    PROVISIONED,
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isRealtime() {
        return this == STANDARD || this == PRIORITY;
    }

    public boolean isDeferred() {
        return this == BATCH || this == FLEX;
    }
}
