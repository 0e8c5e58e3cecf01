package dev.batchable.join;

import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what a provider's totals tell only where nothing finer tells it.
///
/// Problem: a usage export and a request log of the same days hold the same calls, and so do two usage exports of
/// different grouping, yet no ids meet. Method: for each provider, kind of operation and day the export with the
/// most dimensions stays, of those the one with the narrowest buckets; equal buckets of two files are one; and a
/// bucket goes where the logs hold calls of its model, day and key, batches and other calls apart ([LoggedDays]).
/// Consequence: a sum is never counted twice; where logs hold only some of the calls of a day, the rest of that
/// day is missing, and [Overlap] tells how much.
public final class UsageOverlap {
    private static final Set<Field> DIMENSIONS = EnumSet.of(
            Field.MODEL,
            Field.SERVICE_TIER,
            Field.PROJECT,
            Field.KEY_ID,
            Field.KEY_ALIAS,
            Field.USER,
            Field.TEAM,
            Field.REGION,
            Field.SERVICE,
            Field.OPERATION);

    private final List<Held> buckets = new ArrayList<>();

    /// A bucket and where it was found.
    ///
    /// @param provides what its format can tell at all
    public record Held(String path, UsageBucket bucket, Set<Field> provides) {}

    /// Buckets of one input that were not counted because something finer tells the same.
    ///
    /// @param ofLogs whether request logs tell it, rather than another usage export
    /// @param tokens in those buckets
    /// @param finer tokens that the logs hold of the same models and days; 0 where another export tells it
    public record Overlap(String path, boolean ofLogs, long buckets, long tokens, long finer) {}

    /// What remains and what went.
    public record Resolved(List<Held> kept, List<Overlap> overlaps) {}

    private record Grouping(Set<Field> dimensions, Duration width) {
        private static final Comparator<Grouping> FINEST = Comparator.<Grouping>comparingInt(
                        grouping -> -grouping.dimensions.size())
                .thenComparing(Grouping::width)
                .thenComparing(grouping -> grouping.dimensions.toString());
    }

    private record Slot(Optional<String> provider, Operation operation, long day) {}

    private record Same(
            Instant start,
            Duration width,
            LoggedDays.ModelName model,
            Operation operation,
            Tier tier,
            Optional<String> region,
            Caller caller) {}

    public void add(Held held) {
        buckets.add(held);
    }

    public Resolved resolve(LoggedDays logs) {
        SortedMap<String, Overlap> byExport = new TreeMap<>();
        SortedMap<String, Overlap> byLogs = new TreeMap<>();
        List<Held> once = finest(byExport, logs);
        boolean sharedKeys = once.stream().anyMatch(held -> logs.knows(held.bucket.caller()));
        List<Held> kept = new ArrayList<>();
        Map<String, Set<Object>> counted = new HashMap<>();
        for (Held held : once) {
            if (logs.cover(held.bucket, sharedKeys)) {
                LoggedDays.Wanted wanted = logs.wanted(held.bucket);
                long day = LoggedDays.day(held.bucket.start());
                boolean first = counted.computeIfAbsent(held.path, path -> new HashSet<>())
                        .add(List.of(wanted, day));
                note(byLogs, held, true, first ? logs.tokens(wanted, day) : 0);
            } else {
                kept.add(held);
            }
        }
        List<Overlap> overlaps = new ArrayList<>(byLogs.values());
        overlaps.addAll(byExport.values());
        return new Resolved(kept, overlaps);
    }

    /// Each slot by its finest grouping, and each of its buckets once.
    private List<Held> finest(SortedMap<String, Overlap> dropped, LoggedDays logs) {
        Map<String, Grouping> groupings = groupings();
        Map<Slot, Grouping> best = new HashMap<>();
        for (Held held : buckets) {
            best.merge(slot(held.bucket), grouping(groupings, held), UsageOverlap::finer);
        }
        Map<Same, Held> seen = new HashMap<>();
        List<Held> kept = new ArrayList<>();
        for (Held held : buckets.stream().sorted(RICHEST).toList()) {
            boolean finest = grouping(groupings, held).equals(best.get(slot(held.bucket)));
            Held copy = finest ? seen.putIfAbsent(same(held.bucket, logs), held) : held;
            if (copy == null || (finest && copy.path.equals(held.path))) {
                kept.add(held);
            } else {
                note(dropped, held, false, 0);
            }
        }
        return kept;
    }

    /// The later state of a bucket that was still filling when first exported has more in it.
    private static final Comparator<Held> RICHEST = Comparator.<Held>comparingLong(held -> -tokens(held.bucket))
            .thenComparing(Held::path)
            .thenComparing(held -> held.bucket.toString());

    private static Grouping finer(Grouping one, Grouping other) {
        return Grouping.FINEST.compare(one, other) <= 0 ? one : other;
    }

    private static Grouping grouping(Map<String, Grouping> groupings, Held held) {
        return groupings.getOrDefault(held.path, new Grouping(Set.of(), held.bucket.width()));
    }

    private Map<String, Grouping> groupings() {
        Map<String, Grouping> groupings = new HashMap<>();
        for (Held held : buckets) {
            EnumSet<Field> dimensions = EnumSet.copyOf(DIMENSIONS);
            dimensions.retainAll(held.bucket.present());
            groupings.merge(held.path, new Grouping(dimensions, held.bucket.width()), UsageOverlap::union);
        }
        return groupings;
    }

    private static Grouping union(Grouping one, Grouping other) {
        EnumSet<Field> both = EnumSet.noneOf(Field.class);
        both.addAll(one.dimensions);
        both.addAll(other.dimensions);
        return new Grouping(both, one.width.compareTo(other.width) <= 0 ? one.width : other.width);
    }

    private static Slot slot(UsageBucket bucket) {
        return new Slot(bucket.call().provider(), bucket.call().operation(), LoggedDays.day(bucket.start()));
    }

    private static Same same(UsageBucket bucket, LoggedDays logs) {
        ModelCall call = bucket.call();
        return new Same(
                bucket.start(),
                bucket.width(),
                logs.name(bucket),
                call.operation(),
                call.tier(),
                call.region(),
                bucket.caller());
    }

    private static void note(SortedMap<String, Overlap> notes, Held held, boolean ofLogs, long finer) {
        notes.merge(
                held.path,
                new Overlap(held.path, ofLogs, 1, tokens(held.bucket), finer),
                (one, more) -> new Overlap(
                        one.path, ofLogs, one.buckets + 1, one.tokens + more.tokens, one.finer + more.finer));
    }

    private static long tokens(UsageBucket bucket) {
        return bucket.tokens().map(Tokens::total).orElse(0L);
    }
}
