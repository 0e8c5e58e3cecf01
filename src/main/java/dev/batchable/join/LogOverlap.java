package dev.batchable.join;

import dev.batchable.join.LoggedDays.Kind;
import dev.batchable.join.LoggedDays.ModelName;
import dev.batchable.join.LoggedDays.Sums;
import dev.batchable.record.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls that two request logs hold without an id in common.
///
/// Problem: a gateway and a tracing tool saw the same calls, each under ids of its own; counted from both, the money
/// doubles. Method: where logs of two formats hold, after copies were dropped, about as many calls ([#TOLERANCE]) with
/// about as many tokens of one model on one day, and at least [#LEAST] of them, they are the same; those of the log
/// whose calls tell fewer fields are left out. Consequence: two different workloads that agree in both sums to one
/// part in fifty are taken for one, and logs that were sampled or cover different callers are not recognised; both
/// are told as findings or seen in `inputs`.
public final class LogOverlap {
    /// Relative difference of calls and of tokens: clocks and retries at midnight stay below.
    static final double TOLERANCE = 0.02;
    /// Fewer calls agree by chance.
    static final long LEAST = 30;

    /// Before anything is known.
    public static final LogOverlap NONE = new LogOverlap();

    private final Set<Slot> dropped = new HashSet<>();
    private final List<Twice> found = new ArrayList<>();

    /// Calls of one model on one day that two formats tell.
    ///
    /// @param coarser the format whose calls are left out
    /// @param calls as the coarser tells them
    public record Twice(String finer, String coarser, ModelName model, long day, long calls, long tokens) {}

    private record Slot(String format, Kind kind, long day) {}

    private LogOverlap() {}

    public static LogOverlap of(LoggedDays logs) {
        LogOverlap overlap = new LogOverlap();
        logs.days().forEach((day, kinds) -> kinds.forEach((kind, formats) -> overlap.find(day, kind, formats)));
        overlap.found.sort(Comparator.comparing(Twice::coarser)
                .thenComparing(Twice::finer)
                .thenComparingLong(Twice::day)
                .thenComparing(twice -> twice.model().toString()));
        return overlap;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Twice> found() {
        return List.copyOf(found);
    }

    /// Whether the call is counted from another log.
    ///
    /// @param naming as that of the [LoggedDays]
    public boolean isToldElsewhere(String format, Request request, LoggedDays.Naming naming) {
        long day = LoggedDays.day(request.timing().start());
        return dropped.contains(new Slot(format, Kind.of(naming.name(request.call(), day), request.call()), day));
    }

    /// The richest first, so that each of several is compared with what is counted.
    private void find(long day, Kind kind, Map<String, Sums> formats) {
        List<Map.Entry<String, Sums>> richest = formats.entrySet().stream()
                .filter(format -> format.getValue().requests() >= LEAST
                        && kind.model().model().isPresent())
                .sorted(Comparator.<Map.Entry<String, Sums>>comparingDouble(
                                format -> -format.getValue().richness())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Map.Entry<String, Sums>> counted = new ArrayList<>();
        for (Map.Entry<String, Sums> log : richest) {
            counted.stream()
                    .filter(finer -> agree(finer.getValue(), log.getValue()))
                    .findFirst()
                    .ifPresentOrElse(finer -> drop(finer.getKey(), log, kind, day), () -> counted.add(log));
        }
    }

    private void drop(String finer, Map.Entry<String, Sums> log, Kind kind, long day) {
        dropped.add(new Slot(log.getKey(), kind, day));
        found.add(new Twice(
                finer,
                log.getKey(),
                kind.model(),
                day,
                log.getValue().requests(),
                log.getValue().tokens()));
    }

    private static boolean agree(Sums one, Sums other) {
        return near(one.requests(), other.requests()) && near(one.tokens(), other.tokens());
    }

    private static boolean near(long one, long other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(one, other);
    }
}
