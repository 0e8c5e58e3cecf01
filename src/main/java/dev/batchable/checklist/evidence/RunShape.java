package dev.batchable.checklist.evidence;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Whether people could make runs of such a shape.
///
/// @param cutOut whether nearly all runs start and end at the same time. Then they may be no runs at all but the
///     hours in which a log of people's calls was kept or exported
/// @param kept whether the log shows that it was kept outside the runs: by empty buckets right before and after
///     them, or by calls at other times
/// @param even whether the runs are more even than calls that people make independently of each other can be. That
///     runs are large, short, or flat from start to end rules nobody out: a class in its lesson makes such runs
record RunShape(boolean cutOut, boolean kept, boolean even) {
    /// @param all the runs of the workload, those of the job and others
    static RunShape of(List<Run> runs, List<Run> all, Cadence cadence, Subject subject) {
        ZoneId zone = subject.settings().zone();
        boolean cut = cutOut(runs, cadence.period(), zone);
        boolean kept = betweenEmptySlots(runs) || besideOthers(runs, all, cadence.period(), zone);
        return new RunShape(cut, kept, subject.showsMinutes() && even(runs, cadence));
    }

    /// Whether hardly a call lies in a run that people could have made. What people make among a job's runs is
    /// uneven, and mostly at other times: there it counts like a call outside of all runs. Within the job's hours
    /// some uneven runs are allowed for, those of nights with trouble.
    private static boolean even(List<Run> runs, Cadence cadence) {
        Set<Long> inStep = cadence.inStep().stream().map(Run::start).collect(Collectors.toSet());
        List<Run> uneven = runs.stream().filter(run -> !Pace.even(run)).toList();
        List<Run> apart =
                uneven.stream().filter(run -> !inStep.contains(run.start())).toList();
        double all = calls(runs);
        return RhythmRules.UNEVEN_SHARE.keptBy(calls(uneven) / all)
                && RhythmRules.CLEAN_STRAY_SHARE.keptBy(calls(apart) / all);
    }

    private static double calls(List<Run> runs) {
        return runs.stream().mapToLong(Run::requests).sum();
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
