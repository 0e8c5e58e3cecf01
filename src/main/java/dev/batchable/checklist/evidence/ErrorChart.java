package dev.batchable.checklist.evidence;

import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// Finds spells of failing calls by a scan over windows of several lengths.
///
/// Problem: an outage of two minutes shows in a busy workload within the minute, and in one with four calls an hour
/// only after an hour, but nobody knows the volume beforehand. Method: a temporal scan statistic (Naus, *The
/// Distribution of the Size of the Maximum Cluster of Points on a Line*, JASA 60, 1965; Kulldorff, *A Spatial Scan
/// Statistic*, Communications in Statistics 26, 1997) over windows of 1, 3, 10 and 30 minutes that had calls, each
/// tested as a p-chart tests a sample (Montgomery, *Introduction to Statistical Quality Control*, chapter 7): x of n
/// calls failed, and so many or more would fail at the usual share with a chance below the false-alarm rate, which
/// the four lengths divide among them. Every minute with calls ends one window of each length, so by the union bound
/// at most so many minutes in a million are flagged wrongly while failures are independent. Short windows go first,
/// and what they explain is taken out before the next length; of overlapping windows the one with the larger
/// likelihood ratio counts.
///
/// The usual share is that of all minutes, one failure added so that few calls do not look surer than they are; it
/// is taken a second time without the minutes found at first, because an incident raises its own yardstick. Exact
/// binomial tails, no normal approximation, since n is often small. Failed means rate-limited, timed out or failed
/// otherwise: logs seldom tell a server's error from a bad request, and failures that come in bunches for reasons of
/// the caller are spells of the caller, which [Incidents] sorts out.
final class ErrorChart {
    private static final int[] LENGTHS = {1, 3, 10, 30};
    private static final Comparator<Window> LIKELIEST =
            Comparator.comparingDouble(Window::ratio).reversed().thenComparingInt(Window::from);

    private final Series series;
    private final long[] answered;

    ErrorChart(Series series) {
        this.series = series;
        answered = new long[series.size() + 1];
        for (int i = 0; i < series.size(); i++) {
            answered[i + 1] = answered[i] + series.requests(i) - series.troubled(i);
        }
    }

    /// Places `from` to `to` of those left to look at.
    private record Window(int from, int to, double ratio) {
        boolean overlaps(Window other) {
            return from <= other.to && other.from <= to;
        }
    }

    List<Spell> spells() {
        if (answered[series.size()] == requests(0, series.size())) {
            return List.of();
        }
        SortedMap<Integer, Integer> first = flagged(usual(Set.of()));
        SortedMap<Integer, Integer> second = first.isEmpty() ? first : flagged(usual(first.keySet()));
        return second.isEmpty() ? List.of() : joined(second);
    }

    private double usual(Set<Integer> without) {
        long requests = 1;
        long failed = 1;
        for (int i = 0; i < series.size(); i++) {
            if (!without.contains(i)) {
                requests += series.requests(i);
                failed += series.troubled(i);
            }
        }
        return Math.max(SpellRules.SPELL_FLOOR.value(), (double) failed / requests);
    }

    /// Slots with failed calls in windows out of control, each with the number of its window.
    private SortedMap<Integer, Integer> flagged(double usual) {
        SortedMap<Integer, Integer> flagged = new TreeMap<>();
        int number = 0;
        for (int length : LENGTHS) {
            int[] left = left(flagged.keySet());
            for (Window window : apart(outOfControl(left, length, usual))) {
                for (int i = window.from; i <= window.to; i++) {
                    if (series.troubled(left[i]) > 0) {
                        flagged.put(left[i], number);
                    }
                }
                number++;
            }
        }
        return flagged;
    }

    private int[] left(Set<Integer> flagged) {
        return IntStream.range(0, series.size())
                .filter(slot -> !flagged.contains(slot))
                .toArray();
    }

    private List<Window> outOfControl(int[] left, int length, double usual) {
        List<Window> found = new ArrayList<>();
        long requests = 0;
        long failed = 0;
        for (int to = 0; to < left.length; to++) {
            requests += series.requests(left[to]);
            failed += series.troubled(left[to]);
            int from = to - length + 1;
            if (from > 0) {
                requests -= series.requests(left[from - 1]);
                failed -= series.troubled(left[from - 1]);
            }
            if (from >= 0 && together(left[from], left[to]) && outOfControl(requests, failed, usual)) {
                found.add(new Window(from, to, ratio(requests, failed, usual)));
            }
        }
        return found;
    }

    /// Of windows that overlap the likeliest.
    private static List<Window> apart(List<Window> found) {
        List<Window> chosen = new ArrayList<>();
        for (Window window : found.stream().sorted(LIKELIEST).toList()) {
            if (chosen.stream().noneMatch(window::overlaps)) {
                chosen.add(window);
            }
        }
        return chosen;
    }

    private boolean together(int first, int last) {
        return SpellRules.SPELL_SPAN.keptBy((double) (series.minute(last) - series.minute(first)));
    }

    private static boolean outOfControl(long requests, long failed, double usual) {
        return SpellRules.SPELL_CALLS.reachedBy(failed)
                && failed > requests * usual
                && tail(requests, failed, usual) < SpellRules.FALSE_ALARM.value() / LENGTHS.length;
    }

    /// Chance of `failed` or more among `requests`.
    private static double tail(long requests, long failed, double usual) {
        int trials = (int) Math.min(Integer.MAX_VALUE, requests);
        int least = (int) Math.min(Integer.MAX_VALUE, failed);
        return 1 - new BinomialDistribution(null, trials, Math.min(1, usual)).cumulativeProbability(least - 1);
    }

    /// Logarithm of the likelihood at the window's own share over that at the usual one.
    private static double ratio(long requests, long failed, double usual) {
        long fine = requests - failed;
        double most = failed * StrictMath.log(failed / (requests * usual));
        return fine == 0 ? most : most + fine * StrictMath.log(fine / (requests * (1 - usual)));
    }

    /// What one window found is one spell, and so are windows that follow each other.
    private List<Spell> joined(SortedMap<Integer, Integer> flagged) {
        List<Spell> spells = new ArrayList<>();
        int first = flagged.firstKey();
        int last = first;
        int window = -1;
        for (Map.Entry<Integer, Integer> slot : flagged.entrySet()) {
            if (slot.getValue() != window && endsBetween(last, slot.getKey())) {
                spells.add(spell(first, last));
                first = slot.getKey();
            }
            last = slot.getKey();
            window = slot.getValue();
        }
        spells.add(spell(first, last));
        return List.copyOf(spells);
    }

    /// A pause ends a spell where calls were answered in it; where none were made nobody knows.
    private boolean endsBetween(int slot, int next) {
        boolean quiet = series.minute(next) - series.minute(slot) > SpellRules.SPELL_QUIET.value();
        boolean fine = answered[next] - answered[slot + 1] > 0;
        return (quiet && fine) || !together(slot, next);
    }

    private Spell spell(int first, int last) {
        long failed = 0;
        for (int i = first; i <= last; i++) {
            failed += series.troubled(i);
        }
        return new Spell(
                Spell.Kind.ERRORS, series.minute(first), series.minute(last) + 1, requests(first, last + 1), failed, 1);
    }

    private long requests(int from, int to) {
        long requests = 0;
        for (int i = from; i < to; i++) {
            requests += series.requests(i);
        }
        return requests;
    }
}
