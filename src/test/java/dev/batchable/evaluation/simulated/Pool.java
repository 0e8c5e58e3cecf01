package dev.batchable.evaluation.simulated;

import java.util.Collections;
import java.util.PriorityQueue;
import java.util.Queue;

/// Workers that take the next piece of work as soon as they have finished one: a closed loop.
final class Pool {
    private Pool() {}

    /// @return when all is done
    static long run(Scene scene, Style style, int workers, int tasks, long begin) {
        Queue<Long> free = new PriorityQueue<>(Collections.nCopies(workers, begin));
        for (int task = 0; task < tasks; task++) {
            long start = free.remove() + (long) scene.dice().around(80, 0.5);
            free.add(scene.call(style, start));
        }
        return Collections.max(free);
    }
}
