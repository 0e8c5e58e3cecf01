package dev.batchable.checklist.evidence;

import java.util.Locale;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/// A share counted in a sample, and how far the habit behind it may be from what was counted.
///
/// Wilson's score interval keeps its coverage for few samples and for shares near 0 and 1, where the usual
/// normal interval collapses to nothing (Brown, Cai and DasGupta, Interval Estimation for a Binomial
/// Proportion, 2001). It takes samples for independent; calls of one session are not, so that it is the least
/// the error can be.
record Share(long part, long whole) {
    private static final double CONFIDENCE = 0.95;

    double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    String text() {
        return Wording.percent(value());
    }

    /// Such as `95 % interval 23.7 % to 76.3 %`; over no samples all is possible.
    String error() {
        if (whole == 0) {
            return interval(0, 1);
        }
        int scale = Math.toIntExact(1 + whole / Integer.MAX_VALUE);
        ConfidenceInterval interval =
                new WilsonScoreInterval().createInterval((int) (whole / scale), (int) (part / scale), CONFIDENCE);
        return interval(interval.getLowerBound(), interval.getUpperBound());
    }

    private static String interval(double low, double high) {
        return String.format(
                Locale.ROOT, "95 %% interval %.1f %% to %.1f %%", Math.max(0, low) * 100, Math.min(1, high) * 100);
    }
}
