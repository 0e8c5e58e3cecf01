package dev.batchable.checklist;

import java.time.Duration;

/// Time kept back before a deadline for the realtime re-run: five minutes, or a tenth of the budget where that is
/// more.
public final class Reserve {
    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final int PART = 10;

    private Reserve() {}

    public static Duration of(Duration budget) {
        Duration part = budget.dividedBy(PART);
        return part.compareTo(LEAST) < 0 ? LEAST : part;
    }
}
