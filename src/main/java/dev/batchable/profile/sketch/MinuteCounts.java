package dev.batchable.profile.sketch;

import java.util.Arrays;

/// Calls, tokens and troubled calls per minute, sparse and exact: 20 bytes per active minute, 28 where any call
/// met trouble.
///
/// Problem: workloads are active in a few minutes or in all of them, and time mostly but not always ascends.
/// Method: parallel arrays, a sorted part and an unsorted tail. The minute that was touched last is checked
/// first; a later minute is appended; an earlier one is searched in the sorted part and else put into the tail,
/// which is sorted in when it reaches a quarter of the whole. Consequence: ordered input costs one comparison a
/// call, shuffled input amortised O(log n).
public final class MinuteCounts {
    private static final int MIN_TAIL = 64;

    private int[] minutes = new int[4];
    private long[] requests = new long[4];
    private long[] tokens = new long[4];
    /// As long as the others once a call met trouble, else empty.
    private long[] troubled = new long[0];
    private int size;
    private int sorted;
    private int cursor;

    /// Counts calls of one minute.
    ///
    /// @param minute minutes since 1970-01-01T00:00Z
    public void add(int minute, long requests, long tokens, long troubled) {
        if (size == 0 || minutes[cursor] != minute) {
            cursor = find(minute);
        }
        this.requests[cursor] = Math.addExact(this.requests[cursor], requests);
        this.tokens[cursor] = Math.addExact(this.tokens[cursor], tokens);
        if (troubled != 0) {
            if (this.troubled.length == 0) {
                this.troubled = new long[minutes.length];
            }
            this.troubled[cursor] = Math.addExact(this.troubled[cursor], troubled);
        }
    }

    /// Adds all of the other, which keeps its counts.
    public void merge(MinuteCounts other) {
        for (int i = 0; i < other.size; i++) {
            add(other.minutes[i], other.requests[i], other.tokens[i], other.troubledAt(i));
        }
    }

    /// Active minutes, in ascending order from here until the next [#add].
    public int size() {
        settle();
        return size;
    }

    public int minute(int index) {
        return minutes[index];
    }

    public long requests(int index) {
        return requests[index];
    }

    public long tokens(int index) {
        return tokens[index];
    }

    public long troubled(int index) {
        return troubledAt(index);
    }

    private long troubledAt(int index) {
        return troubled.length == 0 ? 0 : troubled[index];
    }

    private int find(int minute) {
        if (sorted > 0 && minute <= minutes[sorted - 1]) {
            int found = Arrays.binarySearch(minutes, 0, sorted, minute);
            if (found >= 0) {
                return found;
            }
        } else if (sorted == size) {
            sorted++;
        }
        return append(minute);
    }

    private int append(int minute) {
        if (size - sorted >= Math.max(MIN_TAIL, size / 4)) {
            settle();
            return find(minute);
        }
        if (size == minutes.length) {
            reserve(size + Math.max(4, size / 2));
        }
        minutes[size] = minute;
        return size++;
    }

    private void reserve(int capacity) {
        minutes = Arrays.copyOf(minutes, capacity);
        requests = Arrays.copyOf(requests, capacity);
        tokens = Arrays.copyOf(tokens, capacity);
        if (troubled.length > 0) {
            troubled = Arrays.copyOf(troubled, capacity);
        }
    }

    /// Sorts the tail in and adds up what stands there more than once.
    private void settle() {
        if (sorted == size) {
            return;
        }
        MinuteCounts merged = new MinuteCounts();
        merged.reserve(size);
        for (long place : byMinute()) {
            int i = (int) place;
            merged.add(minutes[i], requests[i], tokens[i], troubledAt(i));
        }
        minutes = merged.minutes;
        requests = merged.requests;
        tokens = merged.tokens;
        troubled = merged.troubled;
        size = merged.size;
        sorted = merged.sorted;
        cursor = 0;
    }

    /// Places in the arrays ordered by their minute, which stands in the upper half of each.
    private long[] byMinute() {
        long[] places = new long[size];
        for (int i = 0; i < size; i++) {
            places[i] = (long) minutes[i] << Integer.SIZE | i;
        }
        Arrays.sort(places);
        return places;
    }
}
