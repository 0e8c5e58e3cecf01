package dev.batchable.input;

import java.util.Optional;

/// Lets threads pass one after the other in the order of their numbers. The first failure lets everybody pass,
/// so that nobody waits for a turn that never comes.
final class Turns {
    private long next;
    private Optional<Throwable> failure = Optional.empty();

    /// Waits for the turn of this number; false where a failure has ended it all.
    synchronized boolean await(long number) throws InterruptedException {
        while (next != number && failure.isEmpty()) {
            wait();
        }
        return failure.isEmpty();
    }

    synchronized void pass() {
        next++;
        notifyAll();
    }

    synchronized void fail(Throwable cause) {
        failure = failure.or(() -> Optional.of(cause));
        notifyAll();
    }

    synchronized Optional<Throwable> failure() {
        return failure;
    }
}
