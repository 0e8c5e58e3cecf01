package dev.batchable.profile.sketch;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Durations in milliseconds or lengths in tokens, from which percentiles are read with an error of at most 1 %, always
/// upwards.
///
/// Problem: exact percentiles need all values, and rank-error sketches (t-digest, KLL) give results that depend
/// on the order of values and merges. Method: HdrHistogram, integer counts in log-linear buckets of two
/// significant digits (1/128 wide), grown only as far as the values reach. Consequence: merging adds integers,
/// so every split and order gives the same percentiles. A histogram of few values keeps them as they are, since
/// most workloads of a long tail have few calls.
///
/// Values below 0 count as 0 and values above [#MAX_MILLIS] as that, which no prompt reaches: a clock that went wrong
/// must not cost
/// memory. Reference: Tene, *HdrHistogram*, <http://hdrhistogram.org>.
public final class Histogram {
    /// Seven days; no synchronous call lasts as long.
    public static final long MAX_MILLIS = Duration.ofDays(7).toMillis();

    private static final int SIGNIFICANT_DIGITS = 2;
    /// Half a kilobyte, a fifth of the smallest HdrHistogram.
    private static final int MAX_FEW = 64;

    private long[] few = new long[4];
    private int fewSize;
    private org.HdrHistogram.@Nullable Histogram many;

    public void record(long sizeOrMillis) {
        long value = Math.min(Math.max(sizeOrMillis, 0), MAX_MILLIS);
        if (many == null && fewSize < MAX_FEW) {
            if (fewSize == few.length) {
                few = Arrays.copyOf(few, fewSize * 2);
            }
            few[fewSize++] = value;
        } else {
            dense().recordValue(value);
        }
    }

    /// Adds all values of the other, which stays as it is.
    public void merge(Histogram other) {
        for (int i = 0; i < other.fewSize; i++) {
            record(other.few[i]);
        }
        if (other.many != null) {
            dense().add(other.many);
        }
    }

    public long count() {
        return fewSize + (many == null ? 0 : many.getTotalCount());
    }

    /// The smallest value that at least `percent` of the values do not exceed, rounded up to its bucket's end.
    ///
    /// @throws IllegalStateException where no value was recorded
    public long percentile(double percent) {
        if (count() == 0) {
            throw new IllegalStateException("an empty histogram has no percentiles");
        }
        return dense().getValueAtPercentile(percent);
    }

    private org.HdrHistogram.Histogram dense() {
        if (many == null) {
            many = new org.HdrHistogram.Histogram(SIGNIFICANT_DIGITS);
            for (int i = 0; i < fewSize; i++) {
                many.recordValue(few[i]);
            }
            fewSize = 0;
            few = new long[0];
        }
        return many;
    }
}
