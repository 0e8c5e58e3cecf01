package dev.batchable.profile;

import dev.batchable.profile.RatingKey.ModelRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// When a workload was active.
///
/// @param hourOfWeek 168 counts of calls, Monday 00:00 first, in the report's zone
/// @param series calls per slot of `resolution`, only slots with calls
/// @param byModel the synchronous part of the series, model by model; whatever is not on the batch tier
/// @param resolution one minute for requests; the widest bucket where buckets took part
/// @param inFlight how long calls were under way in each minute; empty where no latency is told
/// @param first start of the first call
/// @param last start of the last call
public record Activity(
        List<Long> hourOfWeek,
        Series series,
        Map<ModelRef, ModelActivity> byModel,
        InFlight inFlight,
        Duration resolution,
        Instant first,
        Instant last) {
    public static final int HOURS = 168;

    public Activity {
        hourOfWeek = List.copyOf(hourOfWeek);
        byModel = Map.copyOf(byModel);
        if (hourOfWeek.size() != HOURS) {
            throw new IllegalArgumentException("an hour-of-week profile has " + HOURS + " cells");
        }
    }
}
