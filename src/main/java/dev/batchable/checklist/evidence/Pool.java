package dev.batchable.checklist.evidence;

import dev.batchable.profile.InFlight;
import dev.batchable.profile.WorkloadProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A pool of workers in a closed loop: each asks the next as soon as it has its answer.
///
/// Problem: how evenly calls start says little where they take long. Method: how many are under way at once.
/// Where calls come independently of each other, the time they spend in a minute varies by the mean sum of the
/// squares of their parts in it, however long they take (a Poisson shot noise; the queue M/G/∞): variance ÷
/// squares is 1, and more where their rate changes. N workers who never rest fill N minutes in every minute: the
/// variance, and with it the index, is 0.
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
    private static final double MINUTE = 60_000;

    /// What the stretches without a pause hold; empty where they are too short.
    static Optional<Pool> of(WorkloadProfile profile) {
        long tail = profile.timings().latency().map(waits -> waits.p99()).orElse(0L);
        int drain = (int) (RhythmRules.POOL_EDGE.value() + tail / MINUTE);
        List<Stretch> stretches = Stretch.of(profile.activity().inFlight());
        int minutes = stretches.stream().mapToInt(Stretch::minutes).sum();
        if (!RhythmRules.POOL_MINUTES.reachedBy(minutes)) {
            return Optional.empty();
        }
        double deviations = stretches.stream().mapToDouble(Stretch::deviations).sum();
        double squares = stretches.stream().mapToDouble(Stretch::squares).sum() / minutes;
        double level = stretches.stream().mapToDouble(Stretch::level).sorted().toArray()[stretches.size() / 2] / MINUTE;
        long steep = stretches.stream().filter(stretch -> stretch.steep(drain)).count();
        return Optional.of(new Pool(
                Math.max(1, Math.round(level)),
                level,
                minutes,
                deviations / Math.max(1, minutes - stretches.size()),
                squares,
                new Share(steep, stretches.size())));
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

    /// Minutes without a pause, without the edges.
    private static final class Stretch {
        /// Milliseconds under way in each minute.
        private final long[] busy;

        private final long[] square;
        /// First minute at the full level.
        private final int from;
        /// After the last minute at the full level.
        private final int to;

        private final double level;

        private Stretch(long[] busy, long[] square) {
            this.busy = busy;
            this.square = square;
            level = Arrays.stream(busy).sorted().toArray()[busy.length / 2];
            double full = level * RhythmRules.POOL_FULL.value();
            int[] reached = IntStream.range(0, busy.length)
                    .filter(minute -> busy[minute] >= full)
                    .toArray();
            from = reached[0];
            to = reached[reached.length - 1] + 1;
        }

        static List<Stretch> of(InFlight inFlight) {
            List<Stretch> stretches = new ArrayList<>();
            int first = 0;
            for (int i = 1; i <= inFlight.size(); i++) {
                if (i == inFlight.size() || inFlight.minute(i) != inFlight.minute(i - 1) + 1) {
                    stretch(inFlight, first, i).ifPresent(stretches::add);
                    first = i;
                }
            }
            return stretches;
        }

        private static Optional<Stretch> stretch(InFlight inFlight, int first, int after) {
            long[] busy = new long[after - first];
            long[] square = new long[after - first];
            for (int i = 0; i < busy.length; i++) {
                busy[i] = inFlight.busyMillis(first + i);
                square[i] = inFlight.squares(first + i);
            }
            Stretch stretch = new Stretch(busy, square);
            return RhythmRules.POOL_STRETCH.reachedBy((long) stretch.minutes())
                    ? Optional.of(stretch)
                    : Optional.empty();
        }

        double level() {
            return level;
        }

        int minutes() {
            return to - from;
        }

        double squares() {
            return Arrays.stream(square, from, to).asDoubleStream().sum();
        }

        double deviations() {
            double mean = Arrays.stream(busy, from, to).average().orElse(0);
            return Arrays.stream(busy, from, to)
                    .mapToDouble(millis -> (millis - mean) * (millis - mean))
                    .sum();
        }

        boolean steep(int drain) {
            return from < RhythmRules.POOL_EDGE.value() && busy.length - to <= drain;
        }
    }
}
