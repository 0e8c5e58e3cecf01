package dev.batchable.sample;

import java.time.Instant;
import java.util.Collections;
import java.util.PriorityQueue;
import java.util.Queue;

/// Workers that take the next piece of work as soon as they have finished one: a closed loop.
final class Pool {
    private final Queue<Instant> free;

    Pool(int workers, Instant begin) {
        free = new PriorityQueue<>(Collections.nCopies(workers, begin));
    }

    /// When the next free worker begins; to be followed by [#busyUntil].
    Instant start() {
        return free.remove();
    }

    void busyUntil(Instant end) {
        free.add(end);
    }
}
