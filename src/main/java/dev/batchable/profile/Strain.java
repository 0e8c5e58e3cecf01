package dev.batchable.profile;

import dev.batchable.profile.sketch.MinuteCounts;
import java.util.List;

/// Calls that were refused for load or quota, and calls that were answered only after several attempts, per slot;
/// only slots that have one of them, ascending.
public final class Strain {
    public static final Strain NONE = of(List.of());

    private final Series counts;

    private Strain(Series counts) {
        this.counts = counts;
    }

    /// One slot since 1970-01-01T00:00Z: calls refused for load or quota, and calls attempted more than once.
    public record Slot(long minute, long rateLimited, long retried) {}

    public static Strain of(List<Slot> slots) {
        return new Strain(Series.of(slots.stream()
                .map(slot -> new Series.Slot(slot.minute(), slot.rateLimited(), slot.retried(), 0))
                .toList()));
    }

    /// @param counts rate-limited calls in the place of calls, retried ones in the place of tokens
    static Strain of(MinuteCounts counts, int slotMinutes) {
        return new Strain(Series.of(counts, slotMinutes));
    }

    public int size() {
        return counts.size();
    }

    public long minute(int index) {
        return counts.minute(index);
    }

    public long rateLimited(int index) {
        return counts.requests(index);
    }

    public long retried(int index) {
        return counts.tokens(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Strain that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
