package dev.batchable.checklist.evidence;

import dev.batchable.profile.Activity;
import dev.batchable.profile.Series;
import java.util.Arrays;
import java.util.Optional;

/// Calls and tokens in equal slots without gaps, and what is usual around each of them.
///
/// The level around a slot is the median over the six hours before and after it: a job that lasts less than half
/// of that cannot raise it, whatever its size, while it follows the curve of a day (a running median; Tukey,
/// Exploratory Data Analysis, 1977).
///
/// Ranges of slots are from the first to before the last.
final class Grid {
    private static final int NARROWEST = 15;
    private static final int AROUND = 360;
    /// Ten years in slots of a quarter of an hour; a longer series has a wrong stamp.
    private static final long MOST_SLOTS = 350_640;

    private final long first;
    private final int width;
    private final long[] calls;
    private final long[] tokens;
    private final double[] level;

    private Grid(long first, int width, long[] calls, long[] tokens) {
        this.first = first;
        this.width = width;
        this.calls = calls;
        this.tokens = tokens;
        level = levels(calls, AROUND / width);
    }

    /// Empty where there are no calls, or the series is too long to be one.
    static Optional<Grid> of(Activity activity) {
        Series series = activity.series();
        int width = (int) Math.max(NARROWEST, activity.resolution().toMinutes());
        if (series.size() == 0) {
            return Optional.empty();
        }
        long first = Math.floorDiv(series.minute(0), width) * width;
        long slots = (series.minute(series.size() - 1) - first) / width + 1;
        return slots > MOST_SLOTS ? Optional.empty() : Optional.of(filled(series, first, width, (int) slots));
    }

    private static Grid filled(Series series, long first, int width, int slots) {
        long[] calls = new long[slots];
        long[] tokens = new long[slots];
        for (int i = 0; i < series.size(); i++) {
            int slot = (int) ((series.minute(i) - first) / width);
            calls[slot] += series.requests(i);
            tokens[slot] += series.tokens(i);
        }
        return new Grid(first, width, calls, tokens);
    }

    private static double[] levels(long[] calls, int around) {
        double[] levels = new double[calls.length];
        for (int i = 0; i < calls.length; i++) {
            long[] near = Arrays.copyOfRange(calls, Math.max(0, i - around), Math.min(calls.length, i + around + 1));
            Arrays.sort(near);
            levels[i] = near[near.length / 2];
        }
        return levels;
    }

    /// Whether a slot stands clearly above what is usual around it.
    boolean above(int slot) {
        return calls[slot] >= level[slot] * RhythmRules.MIXTURE_ABOVE.value()
                && RhythmRules.MIXTURE_CALLS.reachedBy(calls[slot] - level[slot]);
    }

    int width() {
        return width;
    }

    long calls(int from, int to) {
        return Arrays.stream(calls, from, to).sum();
    }

    long tokens(int from, int to) {
        return Arrays.stream(tokens, from, to).sum();
    }

    /// Calls that are usual there.
    double level(int from, int to) {
        return Arrays.stream(level, from, to).sum();
    }

    long minute(int slot) {
        return first + (long) slot * width;
    }

    int slots() {
        return calls.length;
    }
}
