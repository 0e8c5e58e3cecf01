package dev.batchable.checklist.evidence;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Whether people could make runs of such a shape.
///
/// @param cutOut whether nearly all runs start and end at the same time. Then they may be no runs at all but the
///     hours in which a log of people's calls was kept or exported
/// @param kept whether the log shows that it was kept outside the runs: by empty buckets right before and after
///     them, or by calls at other times
/// @param why why people do not make such runs; empty where they might
record RunShape(boolean cutOut, boolean kept, Optional<String> why) {
    /// @param all the runs of the workload, those of the job and others
    static RunShape of(List<Run> runs, List<Run> all, Period period, Subject subject) {
        ZoneId zone = subject.settings().zone();
        boolean cut = cutOut(runs, period, zone);
        boolean kept = betweenEmptySlots(runs) || besideOthers(runs, all, period, zone);
        return new RunShape(cut, kept, why(runs, cut, subject.showsMinutes()));
    }

    private static Optional<String> why(List<Run> runs, boolean cut, boolean showsMinutes) {
        Optional<Pace> pace = showsMinutes ? Pace.usual(runs) : Optional.empty();
        if (pace.filter(Pace::even).isPresent()) {
            return Optional.of("more even than independent calls can be");
        }
        long calls = median(runs, Run::requests);
        if (!cut && pace.filter(Pace::flat).isPresent() && RhythmRules.FLAT_CALLS.reachedBy(calls)) {
            return Optional.of("flat from start to end");
        }
        boolean massive = RhythmRules.MASSIVE_CALLS.reachedBy(calls)
                && median(runs, Run::minutes) <= RhythmRules.MASSIVE_LENGTH.value() * 60;
        return massive && !cut ? Optional.of("large and short") : Optional.empty();
    }

    private static boolean cutOut(List<Run> runs, Period period, ZoneId zone) {
        double tolerance =
                Math.max(RhythmRules.CUT_OUT.value(), (double) runs.get(0).slotMinutes());
        return near(runs, Run::start, period, zone, tolerance) && near(runs, Run::end, period, zone, tolerance);
    }

    private static boolean near(
            List<Run> runs, ToLongFunction<Run> moment, Period period, ZoneId zone, double tolerance) {
        List<Integer> phases = runs.stream()
                .map(run -> period.phase(moment.applyAsLong(run), zone))
                .toList();
        int middle = period.middle(phases);
        long near = phases.stream()
                .filter(phase -> Math.abs(period.ahead(phase, middle)) <= tolerance)
                .count();
        return RhythmRules.IN_STEP.reachedBy((double) near / phases.size());
    }

    private static boolean betweenEmptySlots(List<Run> runs) {
        long between = runs.stream().filter(Run::betweenEmptySlots).count();
        return RhythmRules.IN_STEP.reachedBy((double) between / runs.size());
    }

    private static boolean besideOthers(List<Run> runs, List<Run> all, Period period, ZoneId zone) {
        int usual = period.middle(
                runs.stream().map(run -> period.phase(run.start(), zone)).toList());
        long others = Run.without(all, runs).stream()
                .filter(run -> Math.abs(period.ahead(period.phase(run.start(), zone), usual)) > period.tolerance())
                .count();
        return EvidenceRules.MIN_RUNS.reachedBy(others);
    }

    static long median(List<Run> runs, ToLongFunction<Run> measure) {
        return runs.stream().mapToLong(measure).sorted().toArray()[runs.size() / 2];
    }
}
