package dev.batchable.checklist.evidence;

import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/// How far a measured variance may be off.
final class Spread {
    private static final double EITHER_SIDE = 0.025;

    private Spread() {}

    /// The 95 % interval of a variance, or of a multiple of it, measured over so many values: (n − 1) s² ÷ χ². It
    /// takes the values for independent and normal; minutes follow one another and counts are skewed, so that it
    /// is the least the error can be.
    static String error(double variance, int values) {
        if (values < 2) {
            return "one value shows no spread";
        }
        ChiSquaredDistribution spread = new ChiSquaredDistribution(null, values - 1);
        return String.format(
                Locale.ROOT,
                "95 %% interval %.2f to %.2f",
                variance * (values - 1) / spread.inverseCumulativeProbability(1 - EITHER_SIDE),
                variance * (values - 1) / spread.inverseCumulativeProbability(EITHER_SIDE));
    }
}
