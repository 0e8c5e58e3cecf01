package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Lean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An answer that an owner could give, to see where it would lead.
///
/// @param favourable whether it speaks for a move
record Supposition(QuestionId question, boolean favourable) {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    Budget budget() {
        return Budget.declared(favourable ? A_DAY : A_SECOND);
    }

    Answer.Known answer(Case workload) {
        Lean lean = favourable ? Lean.BATCH : Lean.REALTIME;
        return new Answer.Known(
                question, value(workload), lean, 1, Answer.Origin.DECLARED, Optional.empty(), List.of());
    }

    /// As it would be written in the policy, such as `user_waiting: no`.
    String text(Case workload) {
        return question.policyKey() + ": " + value(workload);
    }

    private String value(Case workload) {
        return switch (question) {
            case USER_WAITING -> favourable ? UserWaiting.NO : UserWaiting.YES;
            case MAX_LATENCY -> favourable ? "24h" : "1s";
            case DEFERRAL_COST ->
                cost(workload) + " " + workload.subject().settings().currency() + "/h";
            case QUOTA_DOMAIN -> "of its own";
            case DEGRADATION -> favourable ? "queue" : "user-visible-error";
            case PARTIAL_ASYNC -> favourable ? PartialCompletion.WHOLE : PartialCompletion.NONE;
        };
    }

    /// Nothing, or the first whole amount at which no move pays.
    private String cost(Case workload) {
        BigDecimal most = BreakEven.of(workload.subject(), workload.budgetOrDay()).stream()
                .map(BreakEven::perHour)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return favourable
                ? "0"
                : most.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE).toPlainString();
    }
}
