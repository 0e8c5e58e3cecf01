package dev.batchable.checklist.evidence;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/// How steadily runs come back: their period, and how their starts wander within it.
///
/// Problem: schedulers are late, and later by the month; GitHub runs cron workflows hours after their time. The
/// same minute each day would find none of them, and a fixed window loses those that drift out of it. Method: a
/// run is in step if it starts near the usual start of its neighbours (three before and three after) on the
/// period's circle; four in five must be, and no period may hold more than one and a half runs. The starts in
/// step, unrolled from the circle, are fitted by a line over time: its slope is the drift, with a 95 % interval
/// by the t-distribution, the rest the spread. Periods are tried from a month down to an hour, so that a
/// weekly job is not taken for a daily one. Those longer or shorter than a day must fill most of their cycles;
/// the daily one need not, since jobs skip days without work.
///
/// Consequence: chance makes hardly any of this. An eighth of a circle to either side is met at random by one
/// start in four; that four in five of 24 do has a chance below one in 100 million.
///
/// @param usual usual minutes from the begin of the period
/// @param drift minutes a day by which starts become later; with its error
/// @param spread standard deviation of the starts about that line, in minutes
/// @param filled share of the cycles from the first run to the last that hold one
/// @param weekdays whether it is a daily one that leaves out the weekends
record Cadence(
        Period period, List<Run> inStep, int usual, Drift drift, double spread, double filled, boolean weekdays) {
    private static final int NEIGHBOURS = 3;
    private static final double MAX_RUNS_A_CYCLE = 1.5;
    private static final double DAY = 1_440;
    private static final int TWO_WEEKS = 14;

    /// @param perDay minutes
    /// @param within half of the 95 % interval
    record Drift(double perDay, double within) {}

    static Optional<Cadence> of(List<Run> runs, ZoneId zone) {
        return runs.isEmpty()
                ? Optional.empty()
                : Period.fromTheLongest().stream()
                        .flatMap(period -> of(period, runs, zone).stream())
                        .findFirst();
    }

    private static Optional<Cadence> of(Period period, List<Run> runs, ZoneId zone) {
        List<Integer> phases =
                runs.stream().map(run -> period.phase(run.start(), zone)).toList();
        List<Run> inStep = inStep(period, runs, phases);
        long cycles = inStep.stream()
                .map(run -> period.cycle(run.start(), zone))
                .distinct()
                .count();
        Rule repeats = period.shorterThanADay() ? RhythmRules.SHORT_REPEATS : RhythmRules.REPEATS;
        if (!repeats.reachedBy(cycles)
                || inStep.size() > cycles * MAX_RUNS_A_CYCLE
                || !RhythmRules.IN_STEP.reachedBy((double) inStep.size() / runs.size())) {
            return Optional.empty();
        }
        double filled = (double) cycles / (elapsed(period, inStep, zone) + 1);
        return period == Period.DAILY || RhythmRules.FILLED.reachedBy(filled)
                ? Optional.of(measured(period, inStep, zone, filled))
                : Optional.empty();
    }

    private static List<Run> inStep(Period period, List<Run> runs, List<Integer> phases) {
        List<Run> inStep = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            int usual = period.middle(
                    phases.subList(Math.max(0, i - NEIGHBOURS), Math.min(phases.size(), i + NEIGHBOURS + 1)));
            if (Math.abs(period.ahead(phases.get(i), usual)) <= period.tolerance()) {
                inStep.add(runs.get(i));
            }
        }
        return inStep;
    }

    private static Cadence measured(Period period, List<Run> inStep, ZoneId zone, double filled) {
        SimpleRegression line = new SimpleRegression();
        List<Integer> phases = new ArrayList<>();
        double unrolled = 0;
        for (Run run : inStep) {
            int phase = period.phase(run.start(), zone);
            unrolled += phases.isEmpty() ? 0 : period.ahead(phase, phases.get(phases.size() - 1));
            phases.add(phase);
            line.addData((run.start() - inStep.get(0).start()) / DAY, unrolled);
        }
        double within = line.getSlopeConfidenceInterval();
        return new Cadence(
                period,
                inStep,
                period.middle(phases),
                new Drift(line.getSlope(), Double.isNaN(within) ? 0 : within),
                Math.sqrt(Math.max(0, line.getMeanSquareError())),
                filled,
                period == Period.DAILY && leavesOutWeekends(inStep, zone));
    }

    /// Cycles from the first run to the last.
    private static long elapsed(Period period, List<Run> runs, ZoneId zone) {
        return period.cycle(runs.get(runs.size() - 1).start(), zone)
                - period.cycle(runs.get(0).start(), zone);
    }

    private static boolean leavesOutWeekends(List<Run> runs, ZoneId zone) {
        return elapsed(Period.DAILY, runs, zone) >= TWO_WEEKS
                && runs.stream()
                        .map(run -> Minutes.at(run.start(), zone).getDayOfWeek())
                        .noneMatch(day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }

    /// Such as `every 24h, drifting 1.4 min a day, spread 38 min`.
    String text() {
        String name = weekdays ? "every weekday" : period.title();
        boolean drifts = Math.abs(drift.perDay()) > drift.within() && Math.abs(drift.perDay()) >= 0.05;
        return name
                + (drifts ? String.format(Locale.ROOT, ", drifting %.1f min a day", drift.perDay()) : ", no drift")
                + ", spread " + Wording.minutes(spread);
    }

    /// Such as `drift ±0.1 min a day, 95 % interval`.
    String error() {
        return String.format(Locale.ROOT, "drift ±%.1f min a day, 95 %% interval", drift.within());
    }
}
