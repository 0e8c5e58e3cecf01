package dev.batchable.evaluation.simulated;

import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/// Seeded chance; one seed gives one sequence on every machine.
final class Dice {
    private final RandomDataGenerator random;

    Dice(long seed) {
        random = new RandomDataGenerator(new Well19937c(seed));
    }

    boolean chance(double probability) {
        return random.getRandomGenerator().nextDouble() < probability;
    }

    /// Any number from `low` to `high`, both included, all alike.
    int between(int low, int high) {
        return low == high ? low : random.nextInt(low, high);
    }

    /// Any number from 0 up to `below`.
    long below(long below) {
        return (long) (random.getRandomGenerator().nextDouble() * below);
    }

    /// Log-normal around a median: human and network times and token counts have a long right tail.
    double around(double median, double spread) {
        return median * StrictMath.exp(spread * normal(0, 1));
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.getRandomGenerator().nextGaussian();
    }

    double exponential(double mean) {
        return random.nextExponential(mean);
    }

    long poisson(double mean) {
        return mean <= 0 ? 0 : random.nextPoisson(mean);
    }

    /// Mean 1; the larger `spread`, the burstier a rate multiplied by it.
    double gamma(double spread) {
        return random.nextGamma(1 / (spread * spread), spread * spread);
    }

    /// At least 1.
    int geometric(double mean) {
        int number = 1;
        while (chance(1 - 1 / mean)) {
            number++;
        }
        return number;
    }
}
