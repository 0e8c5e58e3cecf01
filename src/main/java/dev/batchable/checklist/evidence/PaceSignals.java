package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.PACE;

import dev.batchable.checklist.evidence.Signal.Finding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How evenly calls come: their starts, and how many are under way.
final class PaceSignals {
    static final String EVEN_PACE = "even-pace";
    static final String WORKER_POOL = "worker-pool";
    private static final double MILLIS = 1_000;

    private PaceSignals() {}

    /// Calls more even than independent people can make them: a closed loop of workers, or a paced program.
    static Signal evenPace(Subject subject) {
        long[] minutes = subject.runs().stream()
                .flatMapToLong(run -> Arrays.stream(run.interior()))
                .toArray();
        Optional<Pace> measured = subject.showsMinutes() && RhythmRules.PACE_MINUTES.reachedBy(minutes.length)
                ? Pace.of(minutes)
                : Optional.empty();
        return measured.map(pace -> paced(subject, pace))
                .orElseGet(() ->
                        Signal.inapplicable(PACE, subject, EVEN_PACE, "needs 300 minutes inside runs, by the minute"));
    }

    private static Signal paced(Subject subject, Pace pace) {
        Finding finding = new Finding(
                        EVEN_PACE,
                        "variance ÷ mean of calls per minute " + Wording.figure(pace.dispersion()) + " at "
                                + Wording.figure(pace.mean()) + " a minute",
                        "1 or more where people call independently, at most 0.50 in a closed loop",
                        pace.minutes())
                .within(pace.error());
        return RhythmRules.PACE_RATE.reachedBy(pace.mean()) && RhythmRules.PACE_DISPERSION.keptBy(pace.dispersion())
                ? Signal.weighed(PACE, RhythmRules.PACE, subject, finding)
                : Signal.silent(PACE, subject, finding);
    }

    /// As many calls under way in every minute as there are workers. One worker is what a person with one agent
    /// looks like too, and adds little.
    static Signal workerPool(Subject subject) {
        if (!RhythmRules.POOL_STAMPS.keptBy(subject.profile().coverage().stampMillis() / MILLIS)) {
            return Signal.inapplicable(PACE, subject, WORKER_POOL, "stamps are coarser than 5 s");
        }
        if (subject.profile().activity().inFlight().size() == 0) {
            return Signal.inapplicable(PACE, subject, WORKER_POOL, "no latency is told");
        }
        return Pool.of(subject.profile())
                .map(pool -> pooled(subject, pool))
                .orElseGet(() -> Signal.inapplicable(
                        PACE, subject, WORKER_POOL, "needs 120 minutes in stretches of 20 without a pause"));
    }

    private static Signal pooled(Subject subject, Pool pool) {
        Finding finding = new Finding(
                        WORKER_POOL,
                        String.format(
                                Locale.ROOT,
                                "%.2f calls under way in the median minute, variance ÷ squares %.2f; %d of %d stretches "
                                        + "start and end steeply",
                                pool.level(),
                                pool.index(),
                                pool.steep().part(),
                                pool.steep().whole()),
                        "1 or more where people call independently; in a pool at most 0.30 at a whole number, with steep edges",
                        pool.minutes())
                .within(Spread.error(pool.index(), pool.minutes()));
        if (!pool.pinned()) {
            return Signal.silent(PACE, subject, finding);
        }
        return Signal.weighed(
                PACE, pool.workers() > 1 ? RhythmRules.POOL : RhythmRules.SINGLE_WORKER, subject, finding);
    }
}
