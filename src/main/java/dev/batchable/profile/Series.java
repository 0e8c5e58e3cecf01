package dev.batchable.profile;

import java.util.List;

/// A sparse series over minutes since 1970-01-01T00:00Z, ascending; compact arrays behind, so read it by index.
public final class Series {
    public static final Series EMPTY = new Series(new long[0], new long[0], new long[0], new long[0]);

    private final long[] minutes;
    private final long[] requests;
    private final long[] tokens;
    private final long[] troubled;

    /// Takes over the arrays, which must have one length and ascending minutes.
    Series(long[] minutes, long[] requests, long[] tokens, long[] troubled) {
        this.minutes = minutes;
        this.requests = requests;
        this.tokens = tokens;
        this.troubled = troubled;
    }

    /// One slot: its first minute, its calls, their tokens, and those of its calls that met a rate limit, a
    /// timeout or a server error.
    public record Slot(long minute, long requests, long tokens, long troubled) {}

    public static Series of(List<Slot> slots) {
        return new Series(
                slots.stream().mapToLong(Slot::minute).toArray(),
                slots.stream().mapToLong(Slot::requests).toArray(),
                slots.stream().mapToLong(Slot::tokens).toArray(),
                slots.stream().mapToLong(Slot::troubled).toArray());
    }

    public int size() {
        return minutes.length;
    }

    public long minute(int index) {
        return minutes[index];
    }

    public long requests(int index) {
        return requests[index];
    }

    public long tokens(int index) {
        return tokens[index];
    }

    public long troubled(int index) {
        return troubled[index];
    }
}
