package dev.batchable.checklist.evidence;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// Runs that come back: what a scheduler leaves in a log.
///
/// How steadily they come back is told by their [Cadence]; which hours of the day it are plays no part. Calls
/// outside the job's runs are strays. A pause of an hour ends a run; jobs that come back within the day are looked
/// for with shorter pauses too, and the first that shows a steady return is taken.
///
/// People too may come in the same few hours of every day. A schedule is therefore clean only where hardly
/// anything strays and the runs have a shape that people do not make ([RunShape]): more even than independent
/// calls can be.
///
/// @param runs the runs of the job, in order of time
/// @param strayShare calls outside of them, 0–1
/// @param strayDays days that hold one, of all from the first run to the last
public record Schedule(List<Run> runs, Cadence cadence, double strayShare, Share strayDays, RunShape shape) {
    private static final List<Rule> SHORTER_PAUSES =
            List.of(RhythmRules.RUN_QUIET_SHORTER, RhythmRules.RUN_QUIET_SHORTEST);

    public Schedule {
        runs = List.copyOf(runs);
    }

    /// The schedule of a workload; empty where too few runs repeat, or too much strays.
    static Optional<Schedule> of(Subject subject) {
        if (!subject.showsRuns()) {
            return Optional.empty();
        }
        return of(subject, subject.runs())
                .or(() -> SHORTER_PAUSES.stream()
                        .flatMap(pause -> of(subject, Run.of(subject.profile().activity(), pause)).stream())
                        .filter(schedule -> schedule.cadence().period().shorterThanADay())
                        .findFirst());
    }

    private static Optional<Schedule> of(Subject subject, List<Run> all) {
        List<Run> runs = main(all.stream().filter(Run::large).toList());
        ZoneId zone = subject.settings().zone();
        long calls = all.stream().mapToLong(Run::requests).sum();
        double stray = 1 - (double) runs.stream().mapToLong(Run::requests).sum() / calls;
        if (runs.isEmpty() || !RhythmRules.STRAY_SHARE.keptBy(stray)) {
            return Optional.empty();
        }
        return Cadence.of(runs, zone)
                .filter(cadence -> RunShape.median(runs, Run::minutes) <= longest(cadence.period()))
                .map(cadence -> new Schedule(
                        runs, cadence, stray, strayDays(runs, all, zone), RunShape.of(runs, all, cadence, subject)));
    }

    /// The runs of the job, without the trials and checks beside it.
    static List<Run> main(List<Run> runs) {
        long largest = runs.stream().mapToLong(Run::requests).max().orElse(0);
        return runs.stream()
                .filter(run -> run.requests() >= largest * RhythmRules.MAIN_RUN.value())
                .toList();
    }

    /// Runs that fill most of their period are no runs.
    private static double longest(Period period) {
        return Math.min(RhythmRules.RUN_LENGTH.value() * 60, period.minutes() / 2.0);
    }

    private static Share strayDays(List<Run> runs, List<Run> all, ZoneId zone) {
        long days = Period.DAILY.cycle(runs.get(runs.size() - 1).start(), zone)
                - Period.DAILY.cycle(runs.get(0).start(), zone)
                + 1;
        long strays = Run.without(all, runs).stream()
                .map(run -> Period.DAILY.cycle(run.start(), zone))
                .distinct()
                .count();
        return new Share(Math.min(strays, days), days);
    }

    /// Whether hardly anything strays, and the shape of the runs rules people out.
    public boolean clean() {
        return RhythmRules.CLEAN_STRAY_SHARE.keptBy(strayShare)
                && RhythmRules.CLEAN_STRAY_DAYS.keptBy(strayDays.value())
                && shape.even();
    }

    /// What it adds to the odds; empty where the runs may be hours cut out of people's calls.
    Optional<Rule> weight() {
        if (clean()) {
            return Optional.of(RhythmRules.CLEAN_SCHEDULE);
        }
        if (!shape.kept()) {
            return shape.cutOut() ? Optional.empty() : Optional.of(RhythmRules.SCHEDULED_ALONE);
        }
        boolean aroundTheClock =
                cadence.period().shorterThanADay() && RhythmRules.AROUND_THE_CLOCK.reachedBy(cadence.filled());
        return Optional.of(aroundTheClock ? RhythmRules.AROUND_THE_CLOCK_WEIGHT : RhythmRules.SCHEDULED);
    }

    /// Such as `92 runs every 24h, no drift, spread 38 min, usually from 03:55 UTC, 0.2 % of calls outside, more
    /// even than independent calls can be`.
    String text(ZoneId zone) {
        String how = clean()
                ? "more even than independent calls can be"
                : weight().isEmpty()
                        ? "all from and to the same minute as where a log was kept by the hour"
                        : "of a shape that people may make too";
        String from = cadence.period().shorterThanADay() || cadence.period().longerThanADay()
                ? ""
                : ", usually from " + Wording.clock(usualStart(zone)) + " " + Wording.zone(zone);
        return Wording.plural(runs.size(), "run") + " " + cadence.text() + from + ", " + Wording.percent(strayShare)
                + " of calls outside, on " + strayDays.text() + " of days, " + how;
    }

    /// The usual time from one start to the next; empty where the starts keep no steady distance.
    public Optional<Duration> period() {
        long[] gaps = gaps();
        long usual = LongStream.of(gaps).sorted().toArray()[gaps.length / 2];
        long steady = LongStream.of(gaps)
                .filter(gap -> Math.abs(gap - usual) <= usual * EvidenceRules.STEADY_GAP.value())
                .count();
        return EvidenceRules.STEADY_SHARE.reachedBy((double) steady / gaps.length)
                ? Optional.of(Duration.ofMinutes(usual))
                : Optional.empty();
    }

    private long[] gaps() {
        long[] gaps = new long[runs.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = runs.get(i + 1).start() - runs.get(i).start();
        }
        return gaps;
    }

    /// What nine in ten runs do not exceed.
    public Duration length() {
        List<Duration> lengths = runs.stream().map(Run::length).sorted().toList();
        return lengths.get((lengths.size() * 9 - 1) / 10);
    }

    LocalTime usualStart(ZoneId zone) {
        return usual(Run::start, zone);
    }

    /// Time of day.
    public LocalTime usualEnd(ZoneId zone) {
        return usual(Run::end, zone);
    }

    private LocalTime usual(ToLongFunction<Run> moment, ZoneId zone) {
        int minute = Period.DAILY.middle(runs.stream()
                .map(run -> Period.DAILY.phase(moment.applyAsLong(run), zone))
                .toList());
        return LocalTime.of(minute / 60, minute % 60);
    }
}
