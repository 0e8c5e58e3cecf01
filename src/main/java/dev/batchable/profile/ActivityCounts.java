package dev.batchable.profile;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.sketch.MinuteCounts;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// When calls began: by hour of the week and, model by model, by minute.
final class ActivityCounts {
    private static final long MINUTE_MILLIS = 60_000;
    /// Wider buckets than a year are taken for a year: a series of fewer slots says nothing.
    private static final long MAX_SLOT_MINUTES = Duration.ofDays(366).toMinutes();

    private final long[] hours = new long[Activity.HOURS];
    private final Map<Lane, ModelCounts> lanes = new HashMap<>();
    /// Milliseconds under way in the place of calls, their squares in the place of tokens.
    private final MinuteCounts underWay = new MinuteCounts();
    private int slotMinutes = 1;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// Calls of one model, those of the batch tier apart, which no rate limit counts.
    private record Lane(ModelRef model, boolean batch) {}

    /// Where calls of one model and tier are counted.
    ModelCounts lane(ModelRef model, Tier tier) {
        return lanes.computeIfAbsent(new Lane(model, tier == Tier.BATCH), unseen -> new ModelCounts());
    }

    /// @param lane one of [#lane]
    void add(Cell.Moment moment, ModelCounts lane, ModelCounts.Row row) {
        hours[LocalClock.hourOfWeek(moment.local())] += row.requests();
        count(moment.epochMillis(), lane, row);
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
    void addBucket(Cell.Moment moment, Duration width, ModelCounts lane, ModelCounts.Row row) {
        if (width.compareTo(Duration.ofHours(1)) <= 0) {
            hours[LocalClock.hourOfWeek(moment.local())] += row.requests();
        }
        slotMinutes = Math.max(slotMinutes, (int) Math.min(width.toMinutes(), MAX_SLOT_MINUTES));
        count(moment.epochMillis(), lane, row);
    }

    void merge(ActivityCounts other) {
        Arrays.setAll(hours, hour -> hours[hour] + other.hours[hour]);
        other.lanes.forEach((lane, counts) ->
                lanes.computeIfAbsent(lane, unseen -> new ModelCounts()).merge(counts));
        underWay.merge(other.underWay);
        slotMinutes = Math.max(slotMinutes, other.slotMinutes);
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    Activity activity() {
        Map<ModelRef, ModelActivity> byModel = new HashMap<>();
        lanes.forEach((lane, counts) -> {
            if (!lane.batch) {
                byModel.put(lane.model, counts.activity(slotMinutes));
            }
        });
        return new Activity(
                Arrays.stream(hours).boxed().toList(),
                series(byModel),
                byModel,
                InFlight.of(underWay),
                Duration.ofMinutes(slotMinutes),
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last));
    }

    /// Of all lanes together; most workloads have one, whose series is then the same object.
    private Series series(Map<ModelRef, ModelActivity> byModel) {
        if (lanes.size() == 1 && byModel.size() == 1) {
            return byModel.values().iterator().next().series();
        }
        MinuteCounts all = new MinuteCounts();
        lanes.values().forEach(lane -> all.merge(lane.minutes()));
        return Series.of(all, slotMinutes);
    }

    private void count(long startMillis, ModelCounts lane, ModelCounts.Row row) {
        lane.add(minute(startMillis), row);
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
