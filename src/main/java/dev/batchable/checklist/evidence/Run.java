package dev.batchable.checklist.evidence;

import dev.batchable.profile.Activity;
import dev.batchable.profile.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A stretch of calls that no long pause interrupts. It looks into the workload's series rather than copying
/// it.
///
/// @param requests calls from start to end
/// @param slotMinutes width of a slot of the series: one minute, or a bucket
/// @param from index of its first slot in the series
/// @param to index after its last slot in the series
public record Run(Series series, long requests, long slotMinutes, int from, int to) {
    /// All runs, in order of time, as a pause of [RhythmRules#RUN_QUIET] ends them.
    static List<Run> of(Activity activity) {
        return of(activity, RhythmRules.RUN_QUIET);
    }

    /// @param ends the minutes of a pause that ends a run; one whole bucket where buckets are wider
    static List<Run> of(Activity activity, Rule ends) {
        long width = Math.max(1, activity.resolution().toMinutes());
        long quiet = Math.max(width, (long) ends.value());
        Series series = activity.series();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        int last = 0;
        long requests = 0;
        for (int i = 0; i < series.size(); i++) {
            if (series.requests(i) == 0) {
                continue;
            }
            if (requests > 0 && series.minute(i) - series.minute(last) - width >= quiet) {
                runs.add(new Run(series, requests, width, from, last + 1));
                requests = 0;
            }
            from = requests == 0 ? i : from;
            last = i;
            requests += series.requests(i);
        }
        if (requests > 0) {
            runs.add(new Run(series, requests, width, from, last + 1));
        }
        return List.copyOf(runs);
    }

    /// Those of a series that are not among some others of it.
    static List<Run> without(List<Run> all, List<Run> some) {
        Set<Integer> places = some.stream().map(Run::from).collect(Collectors.toSet());
        return all.stream().filter(run -> !places.contains(run.from)).toList();
    }

    /// First minute since 1970-01-01T00:00Z.
    public long start() {
        return series.minute(from);
    }

    /// The minute after the last.
    public long end() {
        return series.minute(to - 1) + slotMinutes;
    }

    /// Tokens from start to end.
    public long tokens() {
        long tokens = 0;
        for (int i = from; i < to; i++) {
            tokens += series.tokens(i);
        }
        return tokens;
    }

    long minutes() {
        return end() - start();
    }

    Duration length() {
        return Duration.ofMinutes(minutes());
    }

    /// Large enough to count as a run of a job.
    boolean large() {
        return RhythmRules.RUN_CALLS.reachedBy(requests);
    }

    /// Whether the log holds the slots right before and after it, and says that they are empty.
    boolean betweenEmptySlots() {
        return from > 0
                && to < series.size()
                && series.minute(from - 1) + slotMinutes == start()
                && series.minute(to) == end();
    }

    /// Calls in each slot, empty ones included, without the first and the last, which are cut off by the clock.
    long[] interior() {
        int slots = (int) (minutes() / slotMinutes);
        long[] calls = new long[Math.max(0, slots - 2)];
        for (int i = from; i < to; i++) {
            int place = (int) ((series.minute(i) - start()) / slotMinutes) - 1;
            if (place >= 0 && place < calls.length) {
                calls[place] += series.requests(i);
            }
        }
        return calls;
    }
}
