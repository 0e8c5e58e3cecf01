package dev.batchable.checklist.evidence;

import dev.batchable.profile.InFlight;
import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/// Finds spells in which calls took clearly longer than usual, over several workloads together.
///
/// Problem: profiles keep no latency by the minute, but how long calls were under way in each. Method: over a window
/// the time under way divided by the calls is their mean time in the system (Little, *A Proof for the Queuing Formula
/// L = λW*, Operations Research 9, 1961; exact but for the calls at the window's edges). What is usual is, for each
/// workload and hour of the day, the median of the logarithms of its window means over the days, so that nightly work
/// with long answers is not a spell every night (median and median absolute deviation after the seasonal part, as in
/// Hochenbaum, Vallis and Kejariwal, *Automatic Anomaly Detection in the Cloud via Statistical Learning*, 2017). The
/// window's time under way over what the usual times would give is the chart's statistic; its logarithm is out of
/// control beyond the normal quantile of the false-alarm rate, times 1.4826 times the median absolute deviation, and
/// only where calls took at least twice as long, in two windows in a row: means of few heavy-tailed latencies are not
/// normal, and what comes once in 2,000 windows by chance comes twice in a row once in four million. Calls whose tokens
/// grew as much are longer work and no spell.
///
/// Windows are the shortest of 5, 15 and 60 minutes that hold 30 calls in at least half of the windows with calls,
/// so that means are near enough to normal; workloads with fewer calls, and calls that outlast a window, are not
/// charted.
final class LatencyChart {
    private static final int[] LENGTHS = {5, 15, 60};
    private static final int HOURS = 24;
    private static final int IN_A_ROW = 2;
    /// Makes the median absolute deviation of normal values their standard deviation.
    private static final double TO_SIGMA = 1.4826;

    private final int length;
    private final List<Map<Long, Window>> members;

    private LatencyChart(int length, List<Map<Long, Window>> members) {
        this.length = length;
        this.members = members;
    }

    /// What one workload did.
    record Member(Series series, InFlight inFlight) {}

    /// Sums over a window of one workload.
    private static final class Window {
        private long requests;
        private long failed;
        private long tokens;
        private long busy;

        private double logMean() {
            return StrictMath.log((double) busy / requests);
        }

        private boolean charted() {
            return SpellRules.SLOW_CALLS.reachedBy(requests) && busy > 0;
        }
    }

    /// A window of all workloads: its time under way over the usual, and the same for each token.
    private record Point(long start, double ratio, double perToken, long requests, long failed) {}

    static List<Spell> spells(List<Member> members) {
        for (int length : LENGTHS) {
            List<Map<Long, Window>> windows =
                    members.stream().map(member -> windows(member, length)).toList();
            List<Map<Long, Window>> busy =
                    windows.stream().filter(LatencyChart::holdEnough).toList();
            if (!busy.isEmpty()) {
                return new LatencyChart(length, busy).spells();
            }
        }
        return List.of();
    }

    private static boolean holdEnough(Map<Long, Window> windows) {
        long charted = windows.values().stream().filter(Window::charted).count();
        return charted * 2 >= windows.size() && SpellRules.SLOW_WINDOWS.reachedBy(charted);
    }

    private static Map<Long, Window> windows(Member member, int length) {
        Map<Long, Window> windows = new TreeMap<>();
        Series series = member.series();
        for (int i = 0; i < series.size(); i++) {
            Window window = windows.computeIfAbsent(Math.floorDiv(series.minute(i), length), any -> new Window());
            window.requests += series.requests(i);
            window.failed += series.troubled(i);
            window.tokens += series.tokens(i);
        }
        InFlight inFlight = member.inFlight();
        for (int i = 0; i < inFlight.size(); i++) {
            Window window = windows.get(Math.floorDiv(inFlight.minute(i), length));
            if (window != null) {
                window.busy += inFlight.busyMillis(i);
            }
        }
        return windows;
    }

    private List<Spell> spells() {
        List<Point> points = points();
        double[] logs = points.stream()
                .mapToDouble(point -> StrictMath.log(point.ratio()))
                .toArray();
        if (logs.length == 0) {
            return List.of();
        }
        double limit = limit(logs);
        List<Point> slow = points.stream()
                .filter(point -> StrictMath.log(point.ratio()) > limit)
                .filter(point -> SpellRules.SLOW_FACTOR.reachedBy(point.perToken()))
                .toList();
        return joined(slow);
    }

    private double limit(double[] logs) {
        double middle = median(logs);
        double[] deviations =
                Arrays.stream(logs).map(log -> Math.abs(log - middle)).toArray();
        double rate = Math.min(0.5, SpellRules.FALSE_ALARM.value() * length);
        double chance = new NormalDistribution().inverseCumulativeProbability(1 - rate) * TO_SIGMA * median(deviations);
        return middle + Math.max(StrictMath.log(SpellRules.SLOW_FACTOR.value()), chance);
    }

    private List<Point> points() {
        Map<Long, List<Level>> byWindow = new TreeMap<>();
        for (Map<Long, Window> windows : members) {
            Usual means = new Usual(windows, length);
            windows.forEach((start, window) -> {
                if (window.charted()) {
                    byWindow.computeIfAbsent(start, any -> new ArrayList<>()).add(means.level(start, window));
                }
            });
        }
        List<Point> points = new ArrayList<>();
        byWindow.forEach((start, levels) -> points.add(point(start, levels)));
        return points;
    }

    /// One workload's window against what is usual.
    ///
    /// @param perToken how many times longer a token took; empty where tokens are not told
    private record Level(Window window, double expected, Optional<Double> perToken) {}

    private Point point(long start, List<Level> levels) {
        double busy = levels.stream().mapToDouble(level -> level.window().busy).sum();
        double expected = levels.stream().mapToDouble(Level::expected).sum();
        double perToken = levels.stream()
                .flatMap(level -> level.perToken().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(busy / expected);
        return new Point(
                start * length,
                busy / expected,
                perToken,
                levels.stream().mapToLong(level -> level.window().requests).sum(),
                levels.stream().mapToLong(level -> level.window().failed).sum());
    }

    /// What one workload's windows usually hold.
    private static final class Usual {
        private final Map<Integer, Double> byHour = new HashMap<>();
        private final int length;
        private final double overall;
        private final double perToken;

        Usual(Map<Long, Window> windows, int length) {
            this.length = length;
            Map<Integer, List<Double>> hours = new HashMap<>();
            windows.forEach((start, window) -> {
                if (window.charted()) {
                    hours.computeIfAbsent(hour(start), any -> new ArrayList<>()).add(window.logMean());
                }
            });
            hours.forEach((hour, means) -> {
                if (SpellRules.SLOW_DAYS.reachedBy((long) means.size() * length / 60)) {
                    byHour.put(hour, median(values(means)));
                }
            });
            overall =
                    median(values(hours.values().stream().flatMap(List::stream).toList()));
            perToken = median(windows.values().stream()
                    .filter(window -> window.charted() && window.tokens > 0)
                    .mapToDouble(window -> (double) window.busy / window.tokens)
                    .toArray());
        }

        Level level(long start, Window window) {
            double mean = byHour.getOrDefault(hour(start), overall);
            Optional<Double> slower = window.tokens > 0 && perToken > 0
                    ? Optional.of((double) window.busy / window.tokens / perToken)
                    : Optional.empty();
            return new Level(window, window.requests * StrictMath.exp(mean), slower);
        }

        private int hour(long start) {
            return (int) Math.floorMod(Math.floorDiv(start * length, 60), (long) HOURS);
        }
    }

    private List<Spell> joined(List<Point> slow) {
        List<Spell> spells = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= slow.size(); i++) {
            if (i == slow.size() || slow.get(i).start() - slow.get(i - 1).start() > length) {
                if (i - from >= IN_A_ROW) {
                    spells.add(spell(slow.subList(from, i)));
                }
                from = i;
            }
        }
        return spells;
    }

    private Spell spell(List<Point> points) {
        return new Spell(
                Spell.Kind.LATENCY,
                points.get(0).start(),
                points.get(points.size() - 1).start() + length,
                points.stream().mapToLong(Point::requests).sum(),
                points.stream().mapToLong(Point::failed).sum(),
                points.stream().mapToDouble(Point::ratio).max().orElse(1));
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        return values.length == 0 ? 0 : new Median().evaluate(values);
    }
}
