package dev.batchable.record;

import java.util.Locale;

/// What a call asks of the model, as far as prices, batch endpoints and signals depend on it.
public enum Operation {
    CHAT,
    EMBEDDING,
    COMPLETION,
    IMAGE,
    AUDIO,
    RERANK,
    MODERATION,
    /// The source names an operation that is none of the above.
    OTHER,
    /// The source does not say.
    UNKNOWN;

    /// The name used in reports and policies: `chat`, `embedding`, …
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
