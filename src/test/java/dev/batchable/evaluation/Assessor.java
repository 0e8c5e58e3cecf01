package dev.batchable.evaluation;

import dev.batchable.checklist.Checklist;
import dev.batchable.checklist.SampleRates;
import dev.batchable.evaluation.workload.Traffic;
import dev.batchable.evaluation.workload.Workload;
import dev.batchable.policy.CallMatch;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.Policy;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Range;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.TargetRating;
import dev.batchable.price.TestPrices;
import dev.batchable.profile.Profile;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts labelled traffic through profile and checklist.
///
/// Prices are pretended: every workload costs 100 and would cost 50 as a batch, so that only the answers
/// decide. Every workload stands alone, as if no other used its provider.
final class Assessor {
    private static final Range MONTHLY = new Range(BigDecimal.valueOf(2), BigDecimal.valueOf(2), BigDecimal.valueOf(2));

    private final ZoneId zone;
    private final Collection<Mode> modes;

    /// @param zone of the report
    Assessor(ZoneId zone, Collection<Mode> modes) {
        this.zone = zone;
        this.modes = List.copyOf(modes);
    }

    /// Every part into which the profile splits the workload; none of an empty one.
    List<Judged> judge(Workload workload) {
        Optional<LocalDate> first = workload.traffic().first().map(start -> LocalDate.ofInstant(start, zone));
        return first.map(day -> profile(workload.traffic(), new Window(day, day.plusYears(1), zone)))
                .map(profile -> profile.workloads().stream()
                        .map(part -> judge(workload, part))
                        .toList())
                .orElse(List.of());
    }

    private Profile profile(Traffic traffic, Window window) {
        ProfileSettings settings = new ProfileSettings(zone, Policy.EMPTY, List.of(), TestPrices.book());
        try (ProfileBuilder builder = new ProfileBuilder(settings)) {
            traffic.calls().forEach(call -> builder.add(call.request(), traffic.provided()));
            traffic.totals().forEach(total -> builder.add(total.bucket(), traffic.provided()));
            return builder.build(window);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Judged judge(Workload workload, WorkloadProfile part) {
        Map<Mode, Opinion> opinions = new EnumMap<>(Mode.class);
        modes.forEach(mode -> opinions.put(mode, opinion(part, mode)));
        return new Judged(
                workload.origin(),
                part.key().name(),
                workload.traffic().label(part.key()),
                part.usage().total(key -> true).requests(),
                workload.traffic().waited(part.key()),
                opinions);
    }

    private Opinion opinion(WorkloadProfile part, Mode mode) {
        WorkloadProfile ruled =
                mode.declared().map(answers -> declared(part, answers)).orElse(part);
        return Opinion.of(Checklist.judge(List.of(rated(ruled)), Policy.EMPTY, mode.settings(zone))
                .ofWorkloads()
                .get(0));
    }

    private static RatedWorkload rated(WorkloadProfile profile) {
        return new RatedWorkload(
                profile,
                SampleRates.realtime("100"),
                RatedWorkload.Recurrence.RECURRING,
                MONTHLY,
                List.of(),
                List.of(
                        SampleRates.unrated(Tier.FLEX, TargetRating.Reason.NO_TIER),
                        SampleRates.rated(Tier.BATCH, "50")),
                RatedWorkload.Unpriced.NOTHING,
                List.of());
    }

    private static WorkloadProfile declared(WorkloadProfile profile, DeclaredAnswers answers) {
        WorkloadRule rule = new WorkloadRule(
                1,
                profile.key().caller(),
                new CallMatch(Map.of(), Optional.empty()),
                WorkloadRule.Ownership.NONE,
                Optional.empty(),
                answers,
                List.of(),
                List.of());
        return new WorkloadProfile(
                profile.key(),
                Optional.of(rule),
                profile.usage(),
                profile.repeats(),
                profile.timings(),
                profile.activity(),
                profile.audience(),
                profile.coverage());
    }
}
