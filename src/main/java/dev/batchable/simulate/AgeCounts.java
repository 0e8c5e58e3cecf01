package dev.batchable.simulate;

import java.util.Arrays;

/// How many calls had which age, in whole minutes, begun ones counted whole: at most a minute too old.
final class AgeCounts {
    private static final long MINUTE = 60;

    private long[] byMinute = new long[64];
    private long all;

    void add(long seconds, long requests) {
        int minute = (int) -Math.floorDiv(-seconds, MINUTE);
        if (minute >= byMinute.length) {
            byMinute = Arrays.copyOf(byMinute, Math.max(minute + 1, byMinute.length * 2));
        }
        byMinute[minute] += requests;
        all += requests;
    }

    /// The smallest age in seconds that at least this share does not exceed, 0–1; 0 where nothing was added.
    long quantile(double share) {
        long wanted = (long) StrictMath.ceil(all * share);
        long sum = 0;
        for (int minute = 0; minute < byMinute.length; minute++) {
            sum += byMinute[minute];
            if (sum >= wanted && sum > 0) {
                return minute * MINUTE;
            }
        }
        return 0;
    }
}
