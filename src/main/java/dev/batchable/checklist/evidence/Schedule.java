package dev.batchable.checklist.evidence;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs that come back in the same few hours of the day: what a scheduler leaves in a log.
///
/// A run is in step if it starts within two hours of the usual start of its neighbours (three before and three
/// after); schedulers are late, and drift by months, so that the same minute each day would be far too strict.
/// One run in five may be out of step: late, or repeated by hand. Calls outside the job's runs are strays.
/// Which hours of the day it are plays no part.
///
/// People too may come in the same few hours of every day. A schedule is therefore clean only where hardly
/// anything strays and the runs have a shape that people do not make: more even than independent calls can be;
/// or, unless all start and end on the minute as where a log was kept for some hours only, flat from the first
/// minute to the last, or so large that so many people would not all stay away the rest of the day.
///
/// @param runs the runs of the job, in order of time
/// @param strayShare calls outside of them, 0–1
/// @param clean whether the shape of the runs rules people out
/// @param shape the shape in words
public record Schedule(List<Run> runs, double strayShare, boolean clean, String shape) {
    private static final int MINUTES_OF_DAY = 1_440;
    private static final int NEIGHBOURS = 3;
    private static final double MAX_RUNS_A_DAY = 1.5;

    public Schedule {
        runs = List.copyOf(runs);
    }

    /// The schedule of a workload; empty where too few runs repeat, or too much strays.
    public static Optional<Schedule> of(Subject subject) {
        if (!subject.showsRuns()) {
            return Optional.empty();
        }
        List<Run> runs = main(subject.largeRuns());
        ZoneId zone = subject.settings().zone();
        List<Run> inStep = inStep(runs, zone);
        long days = inStep.stream().map(run -> day(run, zone)).distinct().count();
        boolean repeats = EvidenceRules.REPEATS.reachedBy(days)
                && inStep.size() <= days * MAX_RUNS_A_DAY
                && EvidenceRules.IN_STEP.reachedBy((double) inStep.size() / runs.size());
        if (!repeats || medianMinutes(runs) > EvidenceRules.RUN_LENGTH.value() * 60) {
            return Optional.empty();
        }
        long all = subject.runs().stream().mapToLong(Run::requests).sum();
        double stray = 1 - (double) runs.stream().mapToLong(Run::requests).sum() / all;
        if (!EvidenceRules.STRAY_SHARE.keptBy(stray)) {
            return Optional.empty();
        }
        String shape = shape(runs, subject.showsMinutes(), zone);
        boolean clean = EvidenceRules.CLEAN_STRAY_SHARE.keptBy(stray) && !shape.isEmpty();
        return Optional.of(new Schedule(runs, stray, clean, clean ? shape : "of a shape that people may make too"));
    }

    /// The runs of the job, without the trials and checks beside it.
    private static List<Run> main(List<Run> runs) {
        long largest = runs.stream().mapToLong(Run::requests).max().orElse(0);
        return runs.stream()
                .filter(run -> run.requests() >= largest * EvidenceRules.MAIN_RUN.value())
                .toList();
    }

    private static List<Run> inStep(List<Run> runs, ZoneId zone) {
        List<Run> inStep = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<Run> near = runs.subList(Math.max(0, i - NEIGHBOURS), Math.min(runs.size(), i + NEIGHBOURS + 1));
            int usual = middle(
                    near.stream().map(run -> minuteOfDay(run.start(), zone)).toList());
            if (apart(minuteOfDay(runs.get(i).start(), zone), usual) <= EvidenceRules.DRIFT.value()) {
                inStep.add(runs.get(i));
            }
        }
        return inStep;
    }

    /// The time of day nearest to all the others on the clock's circle.
    private static int middle(List<Integer> minutesOfDay) {
        int best = minutesOfDay.get(0);
        for (int candidate : minutesOfDay) {
            if (spread(candidate, minutesOfDay) < spread(best, minutesOfDay)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int spread(int centre, List<Integer> minutesOfDay) {
        return minutesOfDay.stream().mapToInt(minute -> apart(minute, centre)).sum();
    }

    private static int apart(int one, int other) {
        int ahead = Math.floorMod(one - other, MINUTES_OF_DAY);
        return Math.min(ahead, MINUTES_OF_DAY - ahead);
    }

    /// Why people do not make such runs; blank where they might.
    private static String shape(List<Run> runs, boolean showsMinutes, ZoneId zone) {
        boolean cut = cutOut(runs, zone);
        double calls = median(runs.stream().map(run -> (double) run.requests()).toList());
        Optional<Pace> pace = showsMinutes ? Pace.usual(runs) : Optional.empty();
        if (pace.filter(Pace::even).isPresent()) {
            return "more even than independent calls can be";
        }
        if (!cut && pace.filter(Pace::flat).isPresent() && EvidenceRules.FLAT_CALLS.reachedBy(calls)) {
            return "flat from start to end";
        }
        boolean massive = EvidenceRules.MASSIVE_CALLS.reachedBy(calls)
                && medianMinutes(runs) <= EvidenceRules.MASSIVE_LENGTH.value() * 60;
        return massive && !cut ? "large and short" : "";
    }

    /// Whether nearly all runs start and end at the same minute or bucket of the day. Then they may be no runs
    /// at all but the hours in which a log of people's calls was kept or exported.
    private static boolean cutOut(List<Run> runs, ZoneId zone) {
        List<Integer> starts =
                runs.stream().map(run -> minuteOfDay(run.start(), zone)).toList();
        List<Integer> ends =
                runs.stream().map(run -> minuteOfDay(run.end(), zone)).toList();
        double tolerance =
                Math.max(EvidenceRules.CUT_OUT.value(), (double) runs.get(0).slotMinutes());
        return EvidenceRules.IN_STEP.reachedBy(near(starts, tolerance))
                && EvidenceRules.IN_STEP.reachedBy(near(ends, tolerance));
    }

    private static double near(List<Integer> minutesOfDay, double tolerance) {
        int middle = middle(minutesOfDay);
        long near = minutesOfDay.stream()
                .filter(minute -> apart(minute, middle) <= tolerance)
                .count();
        return (double) near / minutesOfDay.size();
    }

    /// The usual time from one start to the next; empty where the starts keep no steady distance.
    public Optional<Duration> period() {
        List<Double> gaps = IntStream.range(1, runs.size())
                .mapToObj(i -> (double) (runs.get(i).start() - runs.get(i - 1).start()))
                .toList();
        double usual = median(gaps);
        long steady = gaps.stream()
                .filter(gap -> Math.abs(gap - usual) <= usual * EvidenceRules.STEADY_GAP.value())
                .count();
        return EvidenceRules.STEADY_SHARE.reachedBy((double) steady / gaps.size())
                ? Optional.of(Duration.ofMinutes(Math.round(usual)))
                : Optional.empty();
    }

    /// What nine in ten runs do not exceed.
    public Duration length() {
        List<Duration> lengths = runs.stream().map(Run::length).sorted().toList();
        return lengths.get((lengths.size() * 9 - 1) / 10);
    }

    LocalTime usualStart(ZoneId zone) {
        return time(
                middle(runs.stream().map(run -> minuteOfDay(run.start(), zone)).toList()));
    }

    public LocalTime usualEnd(ZoneId zone) {
        return time(
                middle(runs.stream().map(run -> minuteOfDay(run.end(), zone)).toList()));
    }

    long days(ZoneId zone) {
        return runs.stream().map(run -> day(run, zone)).distinct().count();
    }

    private static LocalTime time(int minuteOfDay) {
        return LocalTime.of(minuteOfDay / 60, minuteOfDay % 60);
    }

    private static LocalDate day(Run run, ZoneId zone) {
        return Minutes.at(run.start(), zone).toLocalDate();
    }

    private static int minuteOfDay(long minute, ZoneId zone) {
        return Minutes.at(minute, zone).toLocalTime().toSecondOfDay() / 60;
    }

    private static double medianMinutes(List<Run> runs) {
        return median(runs.stream().map(run -> (double) run.minutes()).toList());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
