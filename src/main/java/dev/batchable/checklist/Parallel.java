package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Run;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.UnderWay;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.InFlight;
import java.util.List;
import java.util.Optional;

/// Work that a program does several calls at a time, none of which needs another's answer: it can be completed in
/// any order, and later.
///
/// Problem: many people at once also keep several calls under way. Method: a pool of workers, each of which starts
/// the next call when the last one ends, varies clearly less than calls that come independently of each other
/// ([UnderWay]). Consequence: only an even pool counts, in runs; a program that is less even is not seen. That
/// calls do not need each other is told by their sessions, which hold hardly any chain, or by their operation
/// ([LoneCalls]).
///
/// @param runs runs in which several calls were always under way, evenly
/// @param all runs large enough to be looked at
/// @param underWay mean calls under way in these runs
/// @param dispersion variance of the time under way ÷ that of independent calls, the median of these runs
/// @param share calls in these runs, 0–1
record Parallel(long runs, long all, double underWay, double dispersion, double share) {
    private static final int MIN_MINUTES = 3;

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
        List<Load> pools = subject.largeRuns().stream()
                .flatMap(run -> load(run, inFlight).stream())
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

    private static Optional<Load> load(Run run, InFlight inFlight) {
        UnderWay inner = UnderWay.between(inFlight, run.start() + 1, run.end() - 1);
        if (inner.minutes() < MIN_MINUTES || inner.squares() == 0) {
            return Optional.empty();
        }
        long several = inner.busy()
                .filter(millis -> Rules.PARALLEL_CALLS.reachedBy(millis / UnderWay.MINUTE_MILLIS))
                .count();
        return Optional.of(new Load(
                run,
                inner.mean() / UnderWay.MINUTE_MILLIS,
                inner.deviations() / inner.squares(),
                (double) several / inner.minutes()));
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
