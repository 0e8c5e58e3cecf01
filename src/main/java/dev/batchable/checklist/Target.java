package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import dev.batchable.price.Saving;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One tier that the work could move to.
///
/// @param rating in as many parts as the tier's queue takes the work in
record Target(TargetRating rating, TierRule rule) {
    private static final List<Duration> LADDER =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1));

    /// FLEX, then BATCH; tier rules are those of the model with most calls.
    static List<Target> of(Subject subject) {
        RatingKey.ModelRef model = mainModel(subject);
        return subject.workload().targets().stream()
                .map(rating ->
                        of(subject, rating, subject.settings().tierRules().apply(model, rating.target())))
                .toList();
    }

    private static Target of(Subject subject, TargetRating rating, TierRule rule) {
        if (rating instanceof TargetRating.Rated rated
                && rated.target() == Tier.BATCH
                && rule instanceof TierRule.Offered offered) {
            QueueFit fit = QueueFit.of(subject, offered.limits());
            return new Target(rated.inParts(fit.parts(), fit.assumption()), rule);
        }
        return new Target(rating, rule);
    }

    /// The model with most calls, the first by name of several.
    static RatingKey.ModelRef mainModel(Subject subject) {
        Map<RatingKey.ModelRef, Long> calls = new TreeMap<>(Comparator.comparing(Target::spelled));
        subject.profile()
                .usage()
                .rows()
                .forEach((key, days) ->
                        days.values().forEach(usage -> calls.merge(key.model(), usage.requests(), Long::sum)));
        return calls.entrySet().stream()
                .max(Map.Entry.<RatingKey.ModelRef, Long>comparingByValue()
                        .thenComparing(entry -> spelled(entry.getKey()), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(new RatingKey.ModelRef(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static String spelled(RatingKey.ModelRef model) {
        return model.provider().orElse("") + "/" + model.region().orElse("") + "/"
                + model.model().orElse("");
    }

    /// The shortest of some usual budgets that any of the targets keeps.
    static Optional<Duration> shortestKept(List<Target> targets) {
        return LADDER.stream()
                .filter(rung ->
                        targets.stream().anyMatch(target -> target.atOnce().fits(rung)))
                .findFirst();
    }

    Tier tier() {
        return rating.target();
    }

    Optional<TargetRating.Rated> rated() {
        return rating instanceof TargetRating.Rated rated ? Optional.of(rated) : Optional.empty();
    }

    Optional<Saving> within(Duration budget) {
        return rated().map(rated -> rated.within(budget));
    }

    /// Whether at most one call in ten misses the budget; they are run again on realtime, which the saving
    /// prices.
    boolean fits(Duration budget) {
        return within(budget)
                .filter(saving -> Rules.MISSED.keptBy(saving.missed().bound().doubleValue()))
                .isPresent();
    }

    /// The same target if its queue took all of the work at once.
    Target atOnce() {
        return rated().map(rated -> new Target(rated.inParts(1, List.of()), rule))
                .orElse(this);
    }

    boolean saves(Duration budget) {
        return within(budget)
                .filter(saving -> saving.window().expected().signum() > 0)
                .isPresent();
    }
}
