package dev.batchable.checklist;

import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.Policy;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What deferring a judged workload to one tier has to keep to.
///
/// @param share of its calls that would move, 0–1
/// @param budget how long results may take after the call
public record Deferral(
        Judgement judgement, Tier target, TargetRating rating, BigDecimal share, Optional<Known> budget) {
    /// A known budget.
    ///
    /// @param deadline the deadline that was assumed, where the budget was read from a schedule
    public record Known(Duration time, Answer.Origin origin, Optional<String> deadline) {}

    /// Of the recommended move, or the whole of the work where none is recommended.
    public static Deferral of(Judgement judgement, Tier target, Policy policy, ChecklistSettings settings) {
        Subject subject = Subject.of(judgement.workload(), policy, settings);
        TargetRating rating = Target.of(subject).stream()
                .map(Target::rating)
                .filter(candidate -> candidate.target() == target)
                .findFirst()
                .orElse(new TargetRating.Unrated(target, TargetRating.Reason.NO_PRICE, "not rated"));
        BigDecimal share = judgement
                .move()
                .filter(move -> judgement.recommended())
                .map(Judgement.Move::share)
                .orElse(BigDecimal.ONE);
        Optional<Known> budget = MaxLatency.budget(subject, judgement.answers())
                .map(known -> new Known(known.time(), known.origin(), known.assumedDeadline()));
        return new Deferral(judgement, target, rating, share, budget);
    }

    /// Whether the checklist holds that a user waits on the whole of it.
    public static boolean waitedFor(Judgement judgement) {
        return Question.waitedFor(judgement.answers());
    }

    /// The documented caps of the queue for a model, the smallest first; none where nothing is documented.
    public static List<QueueCap> caps(TierRule.Offered rule, ModelRef model) {
        return QueueFit.matching(rule.limits().queue(), model);
    }
}
