package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Run;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.InFlight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Work that a program does several calls at a time, none of which needs another's answer: it can be completed in
/// any order, and later.
///
/// Problem: many people at once also keep several calls under way. Method: calls that come independently of each
/// other overlap a minute by a sum whose variance is the expected sum of squared overlaps, however long they take
/// (Campbell's theorem; see [InFlight]); a pool of workers, each of which starts the next call when the last one
/// ends, stays clearly below. Consequence: only an even pool counts, in runs; a program that is less even is not
/// seen. That calls do not need each other is told by their sessions, which hold hardly any chain, or by their
/// operation ([LoneCalls]).
///
/// @param runs runs in which several calls were always under way, evenly
/// @param all runs large enough to be looked at
/// @param underWay mean calls under way in these runs
/// @param dispersion variance of the time under way ÷ that of independent calls, the median of these runs
/// @param share calls in these runs, 0–1
record Parallel(long runs, long all, double underWay, double dispersion, double share) {
    private static final int MIN_MINUTES = 3;
    private static final double MINUTE_MILLIS = 60_000;

    /// One run's minutes, without the first and the last.
    private record Load(Run run, double mean, double dispersion, double several) {
        boolean isPool() {
            return Rules.PARALLEL_MINUTES.reachedBy(several) && Rules.PARALLEL_EVEN.keptBy(dispersion);
        }
    }

    /// Empty where durations or minutes are not told, or too few runs are pools of workers.
    static Optional<Parallel> of(Subject subject) {
        InFlight inFlight = subject.profile().activity().inFlight();
        if (!subject.showsMinutes() || inFlight.size() == 0) {
            return Optional.empty();
        }
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < inFlight.size(); i++) {
            places.put(inFlight.minute(i), i);
        }
        List<Load> pools = subject.largeRuns().stream()
                .flatMap(run -> load(run, inFlight, places).stream())
                .filter(Load::isPool)
                .toList();
        return EvidenceRules.MIN_RUNS.reachedBy(pools.size()) ? Optional.of(of(subject, pools)) : Optional.empty();
    }

    private static Parallel of(Subject subject, List<Load> pools) {
        long calls = pools.stream().mapToLong(load -> load.run().requests()).sum();
        long all = subject.runs().stream().mapToLong(Run::requests).sum();
        double[] dispersions =
                pools.stream().mapToDouble(Load::dispersion).sorted().toArray();
        return new Parallel(
                pools.size(),
                subject.largeRuns().size(),
                pools.stream().mapToDouble(Load::mean).average().orElse(0),
                dispersions[dispersions.length / 2],
                (double) calls / all);
    }

    private static Optional<Load> load(Run run, InFlight inFlight, Map<Long, Integer> places) {
        List<Double> busy = new ArrayList<>();
        double squares = 0;
        for (long minute = run.start() + 1; minute < run.end() - 1; minute++) {
            Optional<Integer> place = Optional.ofNullable(places.get(minute));
            busy.add(place.map(i -> inFlight.busyMillis(i) / MINUTE_MILLIS).orElse(0.0));
            squares += place.map(i -> inFlight.squares(i) / MINUTE_MILLIS / MINUTE_MILLIS)
                    .orElse(0.0);
        }
        if (busy.size() < MIN_MINUTES || squares == 0) {
            return Optional.empty();
        }
        double mean = busy.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double variance =
                busy.stream().mapToDouble(b -> (b - mean) * (b - mean)).sum();
        long several = busy.stream().filter(Rules.PARALLEL_CALLS::reachedBy).count();
        return Optional.of(new Load(run, mean, variance / squares, (double) several / busy.size()));
    }

    /// Whether nearly all of the work is done so, and none of it needs another's answer.
    boolean inAnyOrder(Subject subject, Optional<Chains> chains) {
        boolean unchained = chains.filter(Chains::hardlyAny).isPresent();
        return Rules.PARALLEL_SHARE.reachedBy(share) && (unchained || LoneCalls.make(subject));
    }

    Evidence evidence(Subject subject, Optional<Chains> chains) {
        String order = inAnyOrder(subject, chains)
                ? "; its calls need no other's answer"
                : "; whether calls need each other's answers is not told";
        String found = "in " + runs + " of " + Wording.plural(all, "run") + " several calls are always under way, "
                + Wording.figure(underWay) + " on the mean, " + Wording.figure(dispersion)
                + " as uneven as independent calls; " + Wording.percent(share) + " of all calls" + order;
        return subject.evidence(
                        "parallel-work",
                        found,
                        "0.70 or less, and 90 % of all calls, for a pool of workers",
                        runs,
                        inAnyOrder(subject, chains) ? Lean.BATCH : Lean.NEITHER)
                .within("the median of " + Wording.plural(runs, "run"));
    }
}
