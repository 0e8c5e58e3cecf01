package dev.batchable.checklist.evidence;

import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// Minutes in which clearly more calls failed than usual.
///
/// A binomial control chart (p-chart; Montgomery, Introduction to Statistical Quality Control, chapter 7): a
/// minute with n calls of which x failed is out of control if x or more of n would fail less than once in a
/// million minutes at the usual share. The usual share is that of all minutes; it is taken a second time
/// without the minutes found at first, because an incident raises its own yardstick. Exact tail, no normal
/// approximation, since n is often small. Failed means rate-limited, timed out or a server error.
///
/// @param start first minute since 1970-01-01T00:00Z
/// @param end the minute after the last
/// @param before calls in the same number of minutes before it
/// @param after calls in the same number of minutes after it
public record Spell(long start, long end, long requests, long failed, long before, long after) {
    /// All spells of a series, in order of time.
    public static List<Spell> of(Series series) {
        List<Integer> flagged = flagged(series, usual(series, List.of()));
        flagged = flagged(series, usual(series, flagged));
        List<Spell> spells = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= flagged.size(); i++) {
            boolean ends = i == flagged.size()
                    || series.minute(flagged.get(i)) - series.minute(flagged.get(i - 1))
                            > EvidenceRules.SPELL_QUIET.value();
            if (ends) {
                spells.add(spell(series, flagged.get(from), flagged.get(i - 1)));
                from = i;
            }
        }
        return List.copyOf(spells);
    }

    /// Whether the workload went on calling while calls failed.
    public boolean continued() {
        return requests * 2 >= before;
    }

    private static Spell spell(Series series, int first, int last) {
        long start = series.minute(first);
        long end = series.minute(last) + 1;
        long failed = 0;
        for (int i = first; i <= last; i++) {
            failed += series.troubled(i);
        }
        long length = end - start;
        return new Spell(
                start,
                end,
                calls(series, start, end),
                failed,
                calls(series, start - length, start),
                calls(series, end, end + length));
    }

    private static long calls(Series series, long start, long end) {
        long calls = 0;
        for (int i = 0; i < series.size(); i++) {
            if (series.minute(i) >= start && series.minute(i) < end) {
                calls += series.requests(i);
            }
        }
        return calls;
    }

    private static double usual(Series series, List<Integer> without) {
        long requests = 0;
        long failed = 0;
        for (int i = 0; i < series.size(); i++) {
            requests += series.requests(i);
            failed += series.troubled(i);
        }
        for (int i : without) {
            requests -= series.requests(i);
            failed -= series.troubled(i);
        }
        return Math.max(EvidenceRules.SPELL_FLOOR.value(), requests == 0 ? 0 : (double) failed / requests);
    }

    private static List<Integer> flagged(Series series, double usual) {
        List<Integer> flagged = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            long failed = series.troubled(i);
            if (EvidenceRules.SPELL_CALLS.reachedBy(failed)
                    && tail(series.requests(i), failed, usual) < EvidenceRules.FALSE_ALARM.value()) {
                flagged.add(i);
            }
        }
        return flagged;
    }

    /// Chance of `failed` or more among `requests`.
    private static double tail(long requests, long failed, double usual) {
        BinomialDistribution failures = new BinomialDistribution(null, Math.toIntExact(requests), Math.min(1, usual));
        return 1 - failures.cumulativeProbability(Math.toIntExact(failed) - 1);
    }
}
