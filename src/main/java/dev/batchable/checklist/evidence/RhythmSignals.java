package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.RHYTHM;

import dev.batchable.checklist.evidence.HourlyDays.Likeness;
import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.profile.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// When calls come. Night share, weekend dip, clock boundaries, burstiness and flatness are left out on purpose: on
/// real traces they do not separate.
final class RhythmSignals {
    static final String SCHEDULE = "schedule";
    static final String DAY_CURVE = "day-curve";
    static final String CAMPAIGN = "campaign";
    static final String REGULAR_GAPS = "regular-gaps";

    private RhythmSignals() {}

    static Signal schedule(Subject subject) {
        if (!subject.showsRuns()) {
            return Signal.inapplicable(RHYTHM, subject, SCHEDULE, "buckets are wider than an hour");
        }
        return subject.schedule()
                .map(schedule -> scheduled(subject, schedule))
                .orElseGet(() -> Signal.silent(
                        RHYTHM,
                        subject,
                        new Finding(
                                SCHEDULE,
                                Wording.plural(subject.largeRuns().size(), "run") + " of 30 or more calls, not in step",
                                "runs in step over 5 periods, 24 where shorter than a day, that hold 95 % of calls",
                                subject.runs().size())));
    }

    private static Signal scheduled(Subject subject, Schedule schedule) {
        Finding finding = new Finding(
                        SCHEDULE,
                        schedule.text(subject.settings().zone()),
                        "people come at more hours; clean: at most 1 % outside, even runs",
                        schedule.runs().size())
                .within(schedule.cadence().error());
        return schedule.weight()
                .map(weight -> Signal.weighed(RHYTHM, weight, subject, finding))
                .orElseGet(() -> Signal.silent(RHYTHM, subject, finding));
    }

    /// Large numbers of people make the same curve every day, over most hours of it.
    static Signal dayCurve(Subject subject) {
        HourlyDays hours = HourlyDays.of(subject);
        Optional<Likeness> likeness = comparable(subject, hours);
        if (likeness.isEmpty() || !EvidenceRules.CURVE_CALLS.reachedBy(hours.calls())) {
            return Signal.inapplicable(
                    RHYTHM, subject, DAY_CURVE, "needs 1,000 calls on 5 days in buckets of an hour or less");
        }
        Finding finding = new Finding(
                        DAY_CURVE,
                        "days correlate at " + Wording.figure(likeness.get().median()) + ", "
                                + Wording.percent(hours.activeShare()) + " of hours active",
                        "0.70 and 80 % or more where many people cause the calls",
                        hours.days().size())
                .within(likeness.get().error());
        boolean people = EvidenceRules.CURVE_REPEATS.reachedBy(likeness.get().median())
                && EvidenceRules.CURVE_HOURS.reachedBy(hours.activeShare());
        return people
                ? Signal.weighed(RHYTHM, EvidenceRules.CURVE, subject, finding)
                : Signal.silent(RHYTHM, subject, finding);
    }

    /// Many thousands of calls that no day repeats: somebody ran a script. One person with agents has no daily
    /// rhythm either, so that only numbers beyond a person count.
    static Signal campaign(Subject subject) {
        HourlyDays hours = HourlyDays.of(subject);
        Optional<Likeness> likeness = comparable(subject, hours);
        if (likeness.isEmpty()) {
            return Signal.inapplicable(RHYTHM, subject, CAMPAIGN, "needs 5 active days in buckets of an hour or less");
        }
        Finding finding = new Finding(
                        CAMPAIGN,
                        "days correlate at " + Wording.figure(likeness.get().median()) + ", "
                                + Wording.plural(Math.round(hours.peakHour()), "call") + " in the busiest hour, "
                                + Wording.percent(hours.activeShare()) + " of hours active",
                        "at most 0.35, 1,000 or more and 80 % where scripts run at irregular times",
                        hours.days().size())
                .within(likeness.get().error());
        boolean script = EvidenceRules.CAMPAIGN_REPEATS.keptBy(likeness.get().median())
                && EvidenceRules.CAMPAIGN_CALLS.reachedBy(hours.calls())
                && EvidenceRules.CAMPAIGN_HOURS.keptBy(hours.activeShare())
                && EvidenceRules.CAMPAIGN_DAYS.reachedBy(hours.busyDays(EvidenceRules.CAMPAIGN_PEAK))
                && subject.schedule().isEmpty();
        return script
                ? Signal.weighed(RHYTHM, EvidenceRules.CAMPAIGN, subject, finding)
                : Signal.silent(RHYTHM, subject, finding);
    }

    private static Optional<Likeness> comparable(Subject subject, HourlyDays hours) {
        return subject.showsRuns()
                        && EvidenceRules.CURVE_DAYS.reachedBy(hours.days().size())
                ? hours.likeness()
                : Optional.empty();
    }

    /// One distance between active minutes covers nearly all: a timer. Coarse stamps make everything look
    /// periodic, so that the distance must be at least two steps of the clock.
    static Signal regularGaps(Subject subject) {
        if (!subject.showsMinutes()) {
            return Signal.inapplicable(RHYTHM, subject, REGULAR_GAPS, "stamps or buckets are coarser than a minute");
        }
        Map<Long, Integer> gaps = gaps(subject.profile().activity().series());
        int all = gaps.values().stream().mapToInt(Integer::intValue).sum();
        if (!RhythmRules.REGULAR_GAPS.reachedBy(all)) {
            return Signal.inapplicable(RHYTHM, subject, REGULAR_GAPS, "fewer than 30 gaps");
        }
        long common = commonest(gaps);
        Share share = new Share(gaps.getOrDefault(common, 0), all);
        Finding finding = new Finding(
                        REGULAR_GAPS,
                        share.text() + " of gaps are " + common + " min",
                        "one gap of 2 min or more covers 80 % where a timer calls",
                        all)
                .within(share.error());
        return common >= 2 && RhythmRules.REGULAR_SHARE.reachedBy(share.value())
                ? Signal.weighed(RHYTHM, RhythmRules.REGULAR, subject, finding)
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
}
