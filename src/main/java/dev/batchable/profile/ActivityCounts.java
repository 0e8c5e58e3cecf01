package dev.batchable.profile;

import dev.batchable.profile.sketch.MinuteCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// When calls began: by hour of the week and by minute.
final class ActivityCounts {
    private static final long MINUTE_MILLIS = 60_000;
    /// Wider buckets than a year are taken for a year: a series of fewer slots says nothing.
    private static final long MAX_SLOT_MINUTES = Duration.ofDays(366).toMinutes();

    private final long[] hours = new long[Activity.HOURS];
    private final MinuteCounts minutes = new MinuteCounts();
    /// Milliseconds under way in the place of calls, their squares in the place of tokens.
    private final MinuteCounts underWay = new MinuteCounts();
    private int slotMinutes = 1;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// @param local the start as local wall time
    void add(long startMillis, long local, long requests, long tokens, long troubled) {
        hours[LocalClock.hourOfWeek(local)] += requests;
        count(startMillis, requests, tokens, troubled);
    }

    /// A call under way from one instant to another, split at the minutes.
    void addUnderWay(long startMillis, long latencyMillis) {
        long end = startMillis + Math.min(Math.max(latencyMillis, 0), InFlight.MAX_MILLIS);
        for (long from = startMillis; from < end; ) {
            int minute = minute(from);
            long to = Math.min(end, (Math.floorDiv(from, MINUTE_MILLIS) + 1) * MINUTE_MILLIS);
            underWay.add(minute, to - from, (to - from) * (to - from), 0);
            from = to;
        }
    }

    /// A bucket wider than an hour tells no hour of the week; its calls stand in the series only, which then is
    /// as coarse as the bucket.
    void addBucket(long startMillis, long local, Duration width, long requests, long tokens) {
        if (width.compareTo(Duration.ofHours(1)) <= 0) {
            hours[LocalClock.hourOfWeek(local)] += requests;
        }
        slotMinutes = Math.max(slotMinutes, (int) Math.min(width.toMinutes(), MAX_SLOT_MINUTES));
        count(startMillis, requests, tokens, 0);
    }

    void merge(ActivityCounts other) {
        Arrays.setAll(hours, hour -> hours[hour] + other.hours[hour]);
        minutes.merge(other.minutes);
        underWay.merge(other.underWay);
        slotMinutes = Math.max(slotMinutes, other.slotMinutes);
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    Activity activity() {
        return new Activity(
                Arrays.stream(hours).boxed().toList(),
                Series.of(minutes, slotMinutes),
                InFlight.of(underWay),
                Duration.ofMinutes(slotMinutes),
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last));
    }

    private void count(long startMillis, long requests, long tokens, long troubled) {
        minutes.add(minute(startMillis), requests, tokens, troubled);
        first = Math.min(first, startMillis);
        last = Math.max(last, startMillis);
    }

    /// Stamps that a minute number of 32 bits cannot hold (beyond the year 6053) are wrong anyway and share the
    /// last minute.
    private static int minute(long startMillis) {
        long minute = Math.floorDiv(startMillis, MINUTE_MILLIS);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, minute));
    }
}
