package dev.batchable.profile;

import dev.batchable.record.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Tells the days that the input covers from those it cuts or lacks.
///
/// Problem: a mean per day is wrong when it divides by a day of which the export holds two hours, or by one
/// that the export lost; and wrong the other way when a day that truly had no calls is left out. Method, from
/// the first and last call of every day, all workloads together:
///
/// - Days outside the first and last day with calls are not covered, whatever `--since` and `--until` say.
/// - The first day is covered unless its first call comes more than an hour after the upper quartile of the
/// first calls of the days in between; the last day likewise by its last call and the lower quartile. With
/// fewer than three days in between nothing is known of what is usual, and both count.
/// - A day without calls in between is a gap where the input is otherwise daily: at least four of five days
/// have calls, those of a weekday left aside that came twice or more and never had a call (a closed Sunday).
/// Otherwise it is a day on which nothing was due, and counts.
///
/// Consequence: a function of minima and maxima per day, so no order or split changes it.
final class ObservedDays {
    private static final long SLACK_MILLIS = Duration.ofHours(1).toMillis();
    private static final int MIN_DAYS_BETWEEN = 3;
    private static final double DAILY_SHARE = 0.8;
    private static final int WEEK = 7;
    /// A bucket is spread over at most this many days; no export has wider ones.
    private static final int MAX_BUCKET_DAYS = 366;

    private final TreeMap<Long, Span> spans = new TreeMap<>();
    private long lastDay = Long.MIN_VALUE;
    private Span last = new Span();

    /// First and last call of a day, in milliseconds since its midnight on the wall clock.
    private static final class Span {
        private long first = LocalClock.DAY_MILLIS;
        private long last;

        private void widen(long from, long to) {
            first = Math.min(first, from);
            last = Math.max(last, to);
        }
    }

    void add(long local) {
        long millis = LocalClock.millisOfDay(local);
        span(LocalClock.day(local)).widen(millis, millis);
    }

    /// A bucket covers all of its interval.
    ///
    /// @param localEnd exclusive
    void addSpan(long local, long localEnd) {
        long lastCovered = Math.max(local, localEnd - 1);
        long firstDay = LocalClock.day(local);
        long finalDay = Math.min(LocalClock.day(lastCovered), firstDay + MAX_BUCKET_DAYS);
        for (long day = firstDay; day <= finalDay; day++) {
            long from = day == firstDay ? LocalClock.millisOfDay(local) : 0;
            long to = day == LocalClock.day(lastCovered)
                    ? LocalClock.millisOfDay(lastCovered)
                    : LocalClock.DAY_MILLIS - 1;
            span(day).widen(from, to);
        }
    }

    void merge(ObservedDays other) {
        other.spans.forEach((day, span) -> span(day).widen(span.first, span.last));
    }

    Set<LocalDate> within(Window window) {
        if (spans.isEmpty()) {
            return Set.of();
        }
        Set<Long> cut = cutDays();
        Set<Integer> closed = closedWeekdays();
        boolean daily = isDaily(closed);
        return days().filter(
                        day -> spans.containsKey(day) ? !cut.contains(day) : !daily || closed.contains(weekday(day)))
                .mapToObj(LocalDate::ofEpochDay)
                .filter(day -> !day.isBefore(window.from()) && day.isBefore(window.to()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Span span(long day) {
        if (day != lastDay) {
            last = spans.computeIfAbsent(day, unseen -> new Span());
            lastDay = day;
        }
        return last;
    }

    private LongStream days() {
        return LongStream.rangeClosed(spans.firstKey(), spans.lastKey());
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day, (long) WEEK);
    }

    private Set<Long> cutDays() {
        Set<Long> cut = new HashSet<>();
        long firstDay = spans.firstKey();
        long finalDay = spans.lastKey();
        if (firstDay == finalDay) {
            return cut;
        }
        Collection<Span> between =
                spans.subMap(firstDay, false, finalDay, false).values();
        if (between.size() < MIN_DAYS_BETWEEN) {
            return cut;
        }
        long usualFirst = quartile(between.stream().mapToLong(span -> span.first), 3);
        long usualLast = quartile(between.stream().mapToLong(span -> span.last), 1);
        if (spans.firstEntry().getValue().first > usualFirst + SLACK_MILLIS) {
            cut.add(firstDay);
        }
        if (spans.lastEntry().getValue().last < usualLast - SLACK_MILLIS) {
            cut.add(finalDay);
        }
        return cut;
    }

    /// By nearest rank.
    private static long quartile(LongStream values, int quarters) {
        long[] sorted = values.sorted().toArray();
        int rank = (sorted.length * quarters + 3) / 4;
        return sorted[rank - 1];
    }

    private Set<Integer> closedWeekdays() {
        int[] comes = new int[WEEK];
        boolean[] active = new boolean[WEEK];
        days().forEach(day -> {
            comes[weekday(day)]++;
            active[weekday(day)] |= spans.containsKey(day);
        });
        return IntStream.range(0, WEEK)
                .filter(weekday -> comes[weekday] >= 2 && !active[weekday])
                .boxed()
                .collect(Collectors.toSet());
    }

    private boolean isDaily(Set<Integer> closed) {
        long open = days().filter(day -> !closed.contains(weekday(day))).count();
        return spans.size() >= DAILY_SHARE * open;
    }
}
