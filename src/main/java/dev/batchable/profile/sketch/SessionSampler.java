package dev.batchable.profile.sketch;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// A uniform sample of whole sessions: the k with the smallest hashes, each with every call it has.
///
/// Problem: pauses *inside* sessions are the best sign of a person, and a session's calls come scattered over
/// files and threads. Method: bottom-k sampling by the hash of the session id. The k smallest hashes of a union
/// are among the k smallest of its parts, and the largest hash kept only ever falls; so a session of the final
/// sample was never dropped from any part, and none of its calls is missing. Consequence: merging is exact,
/// commutative and associative. A session with more calls than the limit collapses to its number of calls, and
/// stays so in every merge, since the number only grows.
///
/// Reference: Cohen and Kaplan, *Summarizing data using bottom-k sketches* (PODC 2007).
public final class SessionSampler {
    private final int sessionLimit;
    private final int callLimit;
    /// Hashes of the sessions kept, ascending, and their calls. Flat, because a tree of so many workloads'
    /// samples would be cold whenever a session is looked up.
    private long[] hashes = new long[4];
    private Calls[] calls = new Calls[4];
    private int size;
    private boolean complete = true;
    /// The largest hash that is still wanted.
    private long threshold = Long.MAX_VALUE;

    /// @param sessionLimit sessions kept
    /// @param callLimit calls above which a session collapses
    public SessionSampler(int sessionLimit, int callLimit) {
        this.sessionLimit = sessionLimit;
        this.callLimit = callLimit;
    }

    public void add(long session, long startMillis, long endMillis, long inputTokens, long model) {
        if (isWanted(session)) {
            calls(session).add(startMillis, endMillis, inputTokens, model, callLimit);
        }
    }

    /// Adds what the other sampled; the other stays as it is. Both must have the same limits.
    public void merge(SessionSampler other) {
        complete &= other.complete;
        for (int i = 0; i < other.size; i++) {
            if (isWanted(other.hashes[i])) {
                calls(other.hashes[i]).merge(other.calls[i], callLimit);
            }
        }
    }

    /// The sampled sessions by hash.
    public SortedMap<Long, Calls> sessions() {
        SortedMap<Long, Calls> sessions = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            sessions.put(hashes[i], calls[i]);
        }
        return sessions;
    }

    /// Whether every session is in the sample.
    public boolean complete() {
        return complete;
    }

    private boolean isWanted(long session) {
        if (session <= threshold) {
            return true;
        }
        complete = false;
        return false;
    }

    private Calls calls(long session) {
        int found = Arrays.binarySearch(hashes, 0, size, session);
        return found >= 0 ? calls[found] : insert(-found - 1, session);
    }

    /// Where the sample is full, the largest hash makes room.
    private Calls insert(int place, long session) {
        if (size == sessionLimit) {
            size--;
            complete = false;
        } else if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            calls = Arrays.copyOf(calls, size * 2);
        }
        System.arraycopy(hashes, place, hashes, place + 1, size - place);
        System.arraycopy(calls, place, calls, place + 1, size - place);
        hashes[place] = session;
        calls[place] = new Calls();
        size++;
        if (size == sessionLimit) {
            threshold = hashes[size - 1];
        }
        return calls[place];
    }

    /// The calls of one session, in no particular order; read by index.
    public static final class Calls {
        private static final int WIDTH = 4;

        /// Start, end, input tokens and model of one call after another; most sessions have few calls.
        private long[] values = new long[WIDTH];
        private int size;
        private long count;

        private Calls() {}

        /// Calls kept: all of them, or none where the session collapsed.
        public int size() {
            return size;
        }

        /// Calls there were.
        public long count() {
            return count;
        }

        public long startMillis(int index) {
            return values[index * WIDTH];
        }

        public long endMillis(int index) {
            return values[index * WIDTH + 1];
        }

        public long inputTokens(int index) {
            return values[index * WIDTH + 2];
        }

        public long model(int index) {
            return values[index * WIDTH + 3];
        }

        private void add(long startMillis, long endMillis, long inputTokens, long model, int limit) {
            count++;
            if (count > limit) {
                collapse();
                return;
            }
            reserve(size + 1);
            values[size * WIDTH] = startMillis;
            values[size * WIDTH + 1] = endMillis;
            values[size * WIDTH + 2] = inputTokens;
            values[size * WIDTH + 3] = model;
            size++;
        }

        private void merge(Calls other, int limit) {
            count += other.count;
            if (count > limit) {
                collapse();
                return;
            }
            reserve(size + other.size);
            System.arraycopy(other.values, 0, values, size * WIDTH, other.size * WIDTH);
            size += other.size;
        }

        private void collapse() {
            size = 0;
            values = new long[0];
        }

        private void reserve(int calls) {
            if (calls * WIDTH > values.length) {
                values = Arrays.copyOf(values, Math.max(calls * WIDTH, values.length * 2));
            }
        }
    }
}
