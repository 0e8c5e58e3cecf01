package dev.batchable.record;

import java.util.Locale;

/// How a call ended.
public enum Outcome {
    OK,
    /// Refused or failed for a reason that is none of the following.
    FAILED,
    /// The provider refused it for load or quota (HTTP 429, 529 and their kin).
    RATE_LIMITED,
    TIMEOUT,
    /// The caller went away before the end.
    CANCELLED,
    /// The source does not say.
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the caller is known to have got no answer.
    public boolean isFailure() {
        return this == FAILED || this == RATE_LIMITED || this == TIMEOUT;
    }
}
