package dev.batchable.policy;

import java.util.Optional;

/// What the owner of a workload declares in answer to the six questions; empty: not declared.
public record DeclaredAnswers(
        Optional<UserWaiting> userWaiting,
        Optional<LatencyBudget> maxLatency,
        Optional<DeferralCost> deferralCost,
        Optional<String> quotaDomain,
        Optional<Degradation> degradation,
        Optional<PartialAsync> partialAsync) {
    public static final DeclaredAnswers NONE = new DeclaredAnswers(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public enum UserWaiting {
        YES,
        NO,
        MIXED
    }

    /// What the workload does when the provider degrades.
    public enum Degradation {
        QUEUE,
        RETRY,
        FALLBACK,
        FAIL,
        USER_VISIBLE_ERROR
    }
}
