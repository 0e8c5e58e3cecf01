package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.PACE;
import static dev.batchable.checklist.evidence.Signal.Family.RHYTHM;

import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.profile.Series;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// When calls come, and how evenly. Night share, weekend dip, clock boundaries, burstiness and flatness are
/// left out on purpose: on real traces they do not separate.
final class RhythmSignals {
    private RhythmSignals() {}

    static List<Signal> of(Subject subject) {
        return List.of(
                schedule(subject), dayCurve(subject), campaign(subject), regularGaps(subject), evenPace(subject));
    }

    static Signal schedule(Subject subject) {
        if (!subject.showsRuns()) {
            return Signal.inapplicable(RHYTHM, subject, "schedule", "buckets are wider than an hour");
        }
        return Schedule.of(subject)
                .map(schedule -> scheduled(subject, schedule))
                .orElseGet(() -> Signal.silent(
                        RHYTHM,
                        subject,
                        new Finding(
                                "schedule",
                                Wording.plural(subject.largeRuns().size(), "run") + " of 30 or more calls, not in step",
                                "runs on 5 days within ±2 h that hold 95 % of calls",
                                subject.runs().size())));
    }

    private static Signal scheduled(Subject subject, Schedule schedule) {
        String found = schedule.runs().size() + " runs on "
                + schedule.days(subject.settings().zone())
                + " days within ±2 h, usually from "
                + Wording.clock(schedule.usualStart(subject.settings().zone())) + " "
                + Wording.zone(subject.settings().zone()) + ", "
                + Wording.percent(schedule.strayShare()) + " of calls outside, " + schedule.shape();
        String expected = "people come at more hours; clean: at most 1 % outside, even, flat or large runs";
        Finding finding =
                new Finding("schedule", found, expected, schedule.runs().size());
        return Signal.weighed(
                RHYTHM, schedule.clean() ? EvidenceRules.CLEAN_SCHEDULE : EvidenceRules.SCHEDULED, subject, finding);
    }

    /// Large numbers of people make the same curve every day, over most hours of it.
    static Signal dayCurve(Subject subject) {
        HourlyDays hours = HourlyDays.of(subject);
        OptionalDouble repeat = hours.repeat();
        if (!comparable(subject, hours, repeat) || !EvidenceRules.CURVE_CALLS.reachedBy(hours.calls())) {
            return Signal.inapplicable(
                    RHYTHM, subject, "day-curve", "needs 1,000 calls on 5 days in buckets of an hour or less");
        }
        Finding finding = new Finding(
                "day-curve",
                "days correlate at " + Wording.figure(repeat.getAsDouble()) + ", "
                        + Wording.percent(hours.activeShare()) + " of hours active",
                "0.70 and 80 % or more where many people cause the calls",
                hours.days().size());
        boolean people = EvidenceRules.CURVE_REPEATS.reachedBy(repeat.getAsDouble())
                && EvidenceRules.CURVE_HOURS.reachedBy(hours.activeShare());
        return people
                ? Signal.weighed(RHYTHM, EvidenceRules.CURVE, subject, finding)
                : Signal.silent(RHYTHM, subject, finding);
    }

    /// Many thousands of calls that no day repeats: somebody ran a script. One person with agents has no daily
    /// rhythm either, so that only numbers beyond a person count.
    static Signal campaign(Subject subject) {
        HourlyDays hours = HourlyDays.of(subject);
        OptionalDouble repeat = hours.repeat();
        if (!comparable(subject, hours, repeat)) {
            return Signal.inapplicable(
                    RHYTHM, subject, "campaign", "needs 5 active days in buckets of an hour or less");
        }
        Finding finding = new Finding(
                "campaign",
                "days correlate at " + Wording.figure(repeat.getAsDouble()) + ", "
                        + Wording.plural(Math.round(hours.peakHour()), "call") + " in the busiest hour",
                "below 0.35 and 1,000 or more where scripts run at irregular times",
                hours.days().size());
        boolean script = Schedule.of(subject).isEmpty()
                && EvidenceRules.CAMPAIGN_REPEATS.keptBy(repeat.getAsDouble())
                && EvidenceRules.CAMPAIGN_CALLS.reachedBy(hours.calls())
                && EvidenceRules.CAMPAIGN_PEAK.reachedBy(hours.peakHour());
        return script
                ? Signal.weighed(RHYTHM, EvidenceRules.CAMPAIGN, subject, finding)
                : Signal.silent(RHYTHM, subject, finding);
    }

    private static boolean comparable(Subject subject, HourlyDays hours, OptionalDouble repeat) {
        return subject.showsRuns()
                && repeat.isPresent()
                && EvidenceRules.CURVE_DAYS.reachedBy(hours.days().size());
    }

    /// One distance between active minutes covers nearly all: a timer. Coarse stamps make everything look
    /// periodic, so that the distance must be at least two steps of the clock.
    static Signal regularGaps(Subject subject) {
        if (!subject.showsMinutes()) {
            return Signal.inapplicable(RHYTHM, subject, "regular-gaps", "stamps or buckets are coarser than a minute");
        }
        Map<Long, Integer> gaps = gaps(subject.profile().activity().series());
        int all = gaps.values().stream().mapToInt(Integer::intValue).sum();
        if (!EvidenceRules.REGULAR_GAPS.reachedBy(all)) {
            return Signal.inapplicable(RHYTHM, subject, "regular-gaps", "fewer than 30 gaps");
        }
        long common = commonest(gaps);
        double share = (double) gaps.getOrDefault(common, 0) / all;
        Finding finding = new Finding(
                "regular-gaps",
                Wording.percent(share) + " of gaps are " + common + " min",
                "one gap of 2 min or more covers 80 % where a timer calls",
                all);
        return common >= 2 && EvidenceRules.REGULAR_SHARE.reachedBy(share)
                ? Signal.weighed(RHYTHM, EvidenceRules.REGULAR, subject, finding)
                : Signal.silent(RHYTHM, subject, finding);
    }

    /// Minutes from one active slot to the next, and how often; usage exports hold empty buckets too.
    private static Map<Long, Integer> gaps(Series series) {
        List<Long> active = IntStream.range(0, series.size())
                .filter(i -> series.requests(i) > 0)
                .mapToObj(series::minute)
                .toList();
        Map<Long, Integer> gaps = new HashMap<>();
        for (int i = 1; i < active.size(); i++) {
            gaps.merge(active.get(i) - active.get(i - 1), 1, Integer::sum);
        }
        return gaps;
    }

    /// The commonest gap, the shortest of several.
    private static long commonest(Map<Long, Integer> gaps) {
        long best = 0;
        for (Map.Entry<Long, Integer> gap : gaps.entrySet()) {
            int lead = gap.getValue() - gaps.getOrDefault(best, 0);
            if (lead > 0 || (lead == 0 && gap.getKey() < best)) {
                best = gap.getKey();
            }
        }
        return best;
    }

    /// Calls more even than independent people can make them: a closed loop of workers, or a paced program.
    static Signal evenPace(Subject subject) {
        long[] minutes = subject.runs().stream()
                .flatMapToLong(run -> Arrays.stream(run.interior()))
                .toArray();
        Optional<Pace> measured = subject.showsMinutes() && EvidenceRules.PACE_MINUTES.reachedBy(minutes.length)
                ? Pace.of(minutes)
                : Optional.empty();
        return measured.map(pace -> paced(subject, pace))
                .orElseGet(() -> Signal.inapplicable(
                        PACE, subject, "even-pace", "needs 300 minutes inside runs, by the minute"));
    }

    private static Signal paced(Subject subject, Pace pace) {
        Finding finding = new Finding(
                "even-pace",
                "variance ÷ mean of calls per minute " + Wording.figure(pace.dispersion()) + " at "
                        + Wording.figure(pace.mean()) + " a minute",
                "1 or more where people call independently, at most 0.50 in a closed loop",
                pace.minutes());
        return EvidenceRules.PACE_RATE.reachedBy(pace.mean()) && EvidenceRules.PACE_DISPERSION.keptBy(pace.dispersion())
                ? Signal.weighed(PACE, EvidenceRules.PACE, subject, finding)
                : Signal.silent(PACE, subject, finding);
    }
}
