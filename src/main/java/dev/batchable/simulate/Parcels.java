package dev.batchable.simulate;

import java.util.Arrays;

/// Calls in order of time: parcels of calls that came in one minute, as compact arrays.
final class Parcels {
    private long[] seconds = new long[4];
    private long[] requests = new long[4];
    private long[] tokens = new long[4];
    private int size;
    private long allRequests;
    private long allTokens;

    /// @param second since 1970-01-01T00:00Z, no earlier than the last one added
    Parcels add(long second, long moreRequests, long moreTokens) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
            requests = Arrays.copyOf(requests, size * 2);
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        seconds[size] = second;
        requests[size] = moreRequests;
        tokens[size] = moreTokens;
        size++;
        allRequests = Math.addExact(allRequests, moreRequests);
        allTokens = Math.addExact(allTokens, moreTokens);
        return this;
    }

    int size() {
        return size;
    }

    long second(int index) {
        return seconds[index];
    }

    long requests(int index) {
        return requests[index];
    }

    long tokens(int index) {
        return tokens[index];
    }

    long requests() {
        return allRequests;
    }

    long tokens() {
        return allTokens;
    }

    long first() {
        return seconds[0];
    }
}
