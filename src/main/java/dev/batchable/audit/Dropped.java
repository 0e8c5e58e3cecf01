package dev.batchable.audit;

import dev.batchable.input.Ignored;
import dev.batchable.join.Joined;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Units of one input that were read and are in no profile.
///
/// @param served those of `outside` and `duplicates` that a gateway's cache had answered
/// @param parts units that made no call of their own, by reason
record Dropped(long outside, long duplicates, long served, SortedMap<String, Long> parts) {
    static final Dropped NOTHING = new Dropped(0, 0, 0);

    Dropped {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    Dropped(long outside, long duplicates, long served) {
        this(outside, duplicates, served, new TreeMap<>());
    }

    /// One part that made no call of its own.
    static Dropped part(Joined.Fate fate) {
        return switch (fate) {
            case DUPLICATE -> new Dropped(0, 1, 0);
            case PART -> ignored(Ignored.PART);
            case CONTEXT -> ignored(Ignored.CONTEXT);
            case WRAPPER -> ignored(Ignored.WRAPPER);
        };
    }

    private static Dropped ignored(String reason) {
        SortedMap<String, Long> parts = new TreeMap<>();
        parts.put(reason, 1L);
        return new Dropped(0, 0, 0, parts);
    }

    Dropped plus(Dropped more) {
        SortedMap<String, Long> both = new TreeMap<>(parts);
        more.parts.forEach((reason, count) -> both.merge(reason, count, Long::sum));
        return new Dropped(outside + more.outside, duplicates + more.duplicates, served + more.served, both);
    }

    /// Units that count among the records until they are found to be something else.
    long records() {
        return outside
                + duplicates
                - served
                + parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
