package dev.batchable.simulate;

import dev.batchable.record.StableHash;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.math3.random.Well512a;

/// Chance, the same on every machine: each batch has a generator of its own, seeded by the seed, the run, the
/// workload, the model and the batch's number. So no batch's luck depends on what else is simulated.
///
/// Reference: Panneton, L'Ecuyer, Matsumoto, *Improved Long-Period Generators Based on Linear Recurrences Modulo
/// 2*, ACM TOMS 32 (2006).
record Draws(long seed, long run) {
    /// How long a batch takes; empty where it never ends.
    Optional<Duration> duration(Batch batch) {
        return batch.lane().terms().course().completion().timeOf(uniform(batch));
    }

    /// Between 0 and 1, both excluded.
    double uniform(Batch batch) {
        long lane = StableHash.combine(
                StableHash.of(batch.lane().workload()),
                StableHash.of(batch.lane().model()));
        long key = StableHash.combine(StableHash.combine(StableHash.mix(seed), run), lane);
        double drawn = new Well512a(StableHash.combine(key, batch.number())).nextDouble();
        return drawn == 0 ? Double.MIN_VALUE : drawn;
    }
}
