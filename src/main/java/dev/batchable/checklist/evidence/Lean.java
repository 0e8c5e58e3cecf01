package dev.batchable.checklist.evidence;

import java.util.Locale;

/// Which way an answer or a piece of evidence points.
public enum Lean {
    BATCH,
    REALTIME,
    NEITHER,
    /// There is no answer.
    UNKNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
