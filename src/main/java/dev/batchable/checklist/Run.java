package dev.batchable.checklist;

import dev.batchable.profile.Activity;
import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.List;

/// A stretch of calls that no long pause interrupts.
///
/// @param start first minute since 1970-01-01T00:00Z
/// @param end the minute after the last
/// @param slots calls in each slot from start to end, empty slots included; a slot is a minute or a bucket
record Run(long start, long end, long requests, List<Long> slots) {
    Run {
        slots = List.copyOf(slots);
    }

    /// All runs, in order of time. A pause of [Rules#RUN_QUIET], or of one whole bucket where buckets are wider,
    /// ends a run.
    static List<Run> of(Activity activity) {
        long width = Math.max(1, activity.resolution().toMinutes());
        long quiet = Math.max(width, (long) Rules.RUN_QUIET.value());
        Series series = activity.series();
        List<Run> runs = new ArrayList<>();
        List<Long> slots = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < series.size(); i++) {
            if (series.requests(i) == 0) {
                continue;
            }
            long end = start + slots.size() * width;
            if (!slots.isEmpty() && series.minute(i) - end >= quiet) {
                runs.add(run(start, width, slots));
                slots.clear();
            }
            if (slots.isEmpty()) {
                start = series.minute(i);
            }
            long place = (series.minute(i) - start) / width;
            while (slots.size() <= place) {
                slots.add(0L);
            }
            slots.set((int) place, slots.get((int) place) + series.requests(i));
        }
        if (!slots.isEmpty()) {
            runs.add(run(start, width, slots));
        }
        return List.copyOf(runs);
    }

    private static Run run(long start, long width, List<Long> slots) {
        long requests = slots.stream().mapToLong(Long::longValue).sum();
        return new Run(start, start + slots.size() * width, requests, slots);
    }

    long minutes() {
        return end - start;
    }

    long slotMinutes() {
        return minutes() / slots.size();
    }

    /// Large enough to count as a run of a job.
    boolean large() {
        return Rules.RUN_CALLS.reachedBy(requests);
    }

    /// The slots without the first and the last, which are cut off by the clock.
    List<Long> interior() {
        return slots.size() < 3 ? List.of() : slots.subList(1, slots.size() - 1);
    }
}
