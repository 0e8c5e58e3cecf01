package dev.batchable.checklist.evidence;

import dev.batchable.profile.InFlight;
import dev.batchable.profile.WorkloadProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A pool of workers in a closed loop: each asks the next as soon as it has its answer.
///
/// Problem: how evenly calls start says little where they take long. Method: how many are under way at once.
/// Calls that come independently of each other give the index 1, and more where their rate changes ([UnderWay]). N
/// workers who never rest fill N minutes in every minute: the variance, and with it the index, is 0.
///
/// A service with people also stays at one level for a while where a limit of concurrent calls holds it there.
/// It fills up and empties as people come and go; a pool starts at once and ends when its last calls return. So
/// both edges must be steep.
///
/// @param workers how many, rounded from the usual level
/// @param level calls under way in the median minute
/// @param minutes minutes between the edges, of all stretches
/// @param variance of the busy time per minute around its stretch's mean
/// @param squares mean sum of squares per minute
/// @param steep share of the stretches with steep edges
record Pool(long workers, double level, int minutes, double variance, double squares, Share steep) {
    /// What the stretches without a pause hold; empty where they are too short.
    static Optional<Pool> of(WorkloadProfile profile) {
        long tail = profile.timings().latency().map(waits -> waits.p99()).orElse(0L);
        int drain = (int) (RhythmRules.POOL_EDGE.value() + tail / UnderWay.MINUTE_MILLIS);
        List<Stretch> stretches = Stretch.of(profile.activity().inFlight());
        int minutes = (int) sum(stretches, UnderWay::minutes);
        if (!RhythmRules.POOL_MINUTES.reachedBy(minutes)) {
            return Optional.empty();
        }
        double level = stretches.stream().mapToDouble(Stretch::level).sorted().toArray()[stretches.size() / 2]
                / UnderWay.MINUTE_MILLIS;
        long steep = stretches.stream().filter(stretch -> stretch.steep(drain)).count();
        return Optional.of(new Pool(
                Math.max(1, Math.round(level)),
                level,
                minutes,
                sum(stretches, UnderWay::deviations) / Math.max(1, minutes - stretches.size()),
                sum(stretches, UnderWay::squares) / minutes,
                new Share(steep, stretches.size())));
    }

    private static double sum(List<Stretch> stretches, ToDoubleFunction<UnderWay> figure) {
        return stretches.stream().map(Stretch::full).mapToDouble(figure).sum();
    }

    /// 1 or more where calls come independently, 0 in a pool without a pause.
    double index() {
        return variance / squares;
    }

    /// A steady rate of starts keeps the index low too, but not at a whole number of calls.
    boolean pinned() {
        return RhythmRules.POOL_INDEX.keptBy(index())
                && RhythmRules.POOL_WHOLE.keptBy(Math.abs(level - workers))
                && RhythmRules.POOL_EDGES.reachedBy(steep.value());
    }

    /// Minutes without a pause.
    ///
    /// @param level milliseconds in the median minute
    /// @param full without the edges, which do not reach the level
    /// @param rise minutes before the full ones
    /// @param drain minutes after the full ones
    private record Stretch(double level, UnderWay full, int rise, int drain) {
        static List<Stretch> of(InFlight inFlight) {
            List<Stretch> stretches = new ArrayList<>();
            int first = 0;
            for (int i = 1; i <= inFlight.size(); i++) {
                if (i == inFlight.size() || inFlight.minute(i) != inFlight.minute(i - 1) + 1) {
                    stretches.add(of(UnderWay.between(inFlight, inFlight.minute(first), inFlight.minute(i - 1) + 1)));
                    first = i;
                }
            }
            return stretches.stream()
                    .filter(stretch -> RhythmRules.POOL_STRETCH.reachedBy(
                            (long) stretch.full().minutes()))
                    .toList();
        }

        private static Stretch of(UnderWay all) {
            int[] reached =
                    all.reaching(all.median() * RhythmRules.POOL_FULL.value()).toArray();
            int from = reached[0];
            int to = reached[reached.length - 1] + 1;
            return new Stretch(all.median(), all.part(from, to), from, all.minutes() - to);
        }

        boolean steep(int drainAtMost) {
            return rise < RhythmRules.POOL_EDGE.value() && drain <= drainAtMost;
        }
    }
}
