package dev.batchable.simulate;

import dev.batchable.checklist.Deferral;
import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.List;

/// A workload to be simulated.
///
/// @param rule documented of its target, for the model with most calls
/// @param budget after each call
/// @param budgetOrigin such as `declared`
record Chosen(
        Deferral deferral,
        TierRule rule,
        Duration budget,
        String budgetOrigin,
        Submission submission,
        List<String> assumptions) {
    private static final Duration BATCH_WINDOW = Duration.ofHours(24);
    private static final Duration FLEX_WINDOW = Duration.ofMinutes(15);

    Chosen {
        assumptions = List.copyOf(assumptions);
    }

    String name() {
        return profile().key().name();
    }

    WorkloadProfile profile() {
        return deferral.judgement().workload().profile();
    }

    Tier target() {
        return deferral.target();
    }

    CompletionDistribution completion() {
        return completion(deferral, rule);
    }

    static CompletionDistribution completion(Deferral deferral, TierRule rule) {
        return deferral.rating() instanceof TargetRating.Rated rated
                ? rated.terms().completion()
                : CompletionDistribution.prior(deferral.target(), window(deferral.target(), rule));
    }

    /// Documented, or what is usual.
    static Duration window(Tier target, TierRule rule) {
        if (rule instanceof TierRule.Offered offered) {
            return offered.completion().window();
        }
        return target == Tier.FLEX ? FLEX_WINDOW : BATCH_WINDOW;
    }
}
