package dev.batchable.simulate;

/// A time in seconds since 1970-01-01T00:00Z, such as the one replayed.
///
/// @param end exclusive
record Span(long start, long end) {
    long seconds() {
        return end - start;
    }
}
