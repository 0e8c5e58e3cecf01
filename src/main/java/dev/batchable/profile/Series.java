package dev.batchable.profile;

import dev.batchable.profile.sketch.MinuteCounts;
import java.util.Arrays;
import java.util.List;

/// A sparse series over minutes since 1970-01-01T00:00Z, ascending; compact arrays behind, so read it by index.
public final class Series {
    public static final Series EMPTY = of(List.of());

    private final long[] minutes;
    private final long[] requests;
    private final long[] tokens;
    private final long[] troubled;

    private Series(int size) {
        minutes = new long[size];
        requests = new long[size];
        tokens = new long[size];
        troubled = new long[size];
    }

    /// One slot: its first minute, its calls, their tokens, and those of its calls that met a rate limit, a
    /// timeout or a server error.
    public record Slot(long minute, long requests, long tokens, long troubled) {}

    public static Series of(List<Slot> slots) {
        Series series = new Series(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            series.minutes[i] = slot.minute();
            series.add(i, slot.requests(), slot.tokens(), slot.troubled());
        }
        return series;
    }

    /// The counts summed over slots of `slotMinutes`, which begin at multiples of it since 1970.
    static Series of(MinuteCounts counts, int slotMinutes) {
        int size = 0;
        for (int i = 0; i < counts.size(); i++) {
            if (i == 0 || slotStart(counts, i, slotMinutes) != slotStart(counts, i - 1, slotMinutes)) {
                size++;
            }
        }
        Series series = new Series(size);
        int slot = -1;
        for (int i = 0; i < counts.size(); i++) {
            if (slot < 0 || series.minutes[slot] != slotStart(counts, i, slotMinutes)) {
                series.minutes[++slot] = slotStart(counts, i, slotMinutes);
            }
            series.add(slot, counts.requests(i), counts.tokens(i), counts.troubled(i));
        }
        return series;
    }

    public int size() {
        return minutes.length;
    }

    /// The first slot at or after a minute, [#size] where there is none.
    public int from(long minute) {
        int place = Arrays.binarySearch(minutes, minute);
        return place < 0 ? -place - 1 : place;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Series series
                && Arrays.equals(minutes, series.minutes)
                && Arrays.equals(requests, series.requests)
                && Arrays.equals(tokens, series.tokens)
                && Arrays.equals(troubled, series.troubled);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(minutes) + Arrays.hashCode(requests);
    }

    @Override
    public String toString() {
        return "Series of " + size() + " slots";
    }

    private static long slotStart(MinuteCounts counts, int index, int slotMinutes) {
        return Math.floorDiv((long) counts.minute(index), slotMinutes) * slotMinutes;
    }

    private void add(int slot, long moreRequests, long moreTokens, long moreTroubled) {
        requests[slot] = Math.addExact(requests[slot], moreRequests);
        tokens[slot] = Math.addExact(tokens[slot], moreTokens);
        troubled[slot] = Math.addExact(troubled[slot], moreTroubled);
    }
}
