package dev.batchable.price;

import java.time.Duration;

/// The arithmetic of a saving (DESIGN §5).
final class Savings {
    private Savings() {}

    static Saving of(TargetRating.Rated rated, Duration budget) {
        throw new UnsupportedOperationException("to be written: " + rated + budget);
    }
}
