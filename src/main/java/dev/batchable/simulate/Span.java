package dev.batchable.simulate;

/// The time replayed, in seconds since 1970-01-01T00:00Z.
///
/// @param end exclusive; what has no result by then is pending
record Span(long start, long end) {
    long seconds() {
        return end - start;
    }
}
