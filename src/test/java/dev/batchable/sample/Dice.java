package dev.batchable.sample;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Seeded chance. Each purpose has its own sequence, so that changing one workload leaves the others as they are.
/// Only what the Java specification fixes to the bit is used: [Random] and [StrictMath].
final class Dice {
    private static final long SEED = 20261001L;

    private final Random random;

    Dice(String purpose) {
        random = new Random(SEED * 31 + purpose.hashCode());
    }

    /// Any number from `low` to `high`, both included, all alike.
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Log-normal around a median: human and network times, and token counts, have a long right tail.
    long around(long median, double spread) {
        return StrictMath.round(median * StrictMath.exp(spread * random.nextGaussian()));
    }

    /// The index of one of the weights, in proportion to them.
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index];
            index++;
        }
        return index;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String uuid() {
        // Version 4, variant 1, as gateways make them.
        long high = (random.nextLong() & 0xFFFFFFFF_FFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFF_FFFFFFFFL) | 0x80000000_00000000L;
        return new UUID(high, low).toString();
    }
}
