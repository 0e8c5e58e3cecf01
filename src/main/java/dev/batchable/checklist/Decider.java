package dev.batchable.checklist;

import dev.batchable.policy.LatencyBudget;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The one missing fact of an undecided workload that decides most money.
///
/// Each question that its owner could still answer is answered both ways, and the saving recommended either way is
/// compared. Where no single answer leads to a move, the other open questions are taken as answered in favour of
/// it, so that the money that hangs on the question is seen nevertheless.
final class Decider {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final List<Duration> LADDER =
            List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), A_DAY);

    private Decider() {}

    /// @param window money over the days read, by which questions are compared: a one-off has no monthly money
    private record Stake(QuestionId question, boolean unanswered, BigDecimal window, BigDecimal monthly) {}

    static Optional<Judgement.Decides> of(Case workload) {
        List<QuestionId> open = Arrays.stream(QuestionId.values())
                .filter(question -> answerable(workload, question))
                .toList();
        Optional<Stake> alone = best(workload, open);
        return alone.or(() -> best(othersInFavour(workload, open), open))
                .map(stake -> new Judgement.Decides(stake.question(), stake.monthly()));
    }

    /// A declared quota domain is a name, and leads nowhere by itself. An unusable time of day can be declared
    /// anew.
    private static boolean answerable(Case workload, QuestionId question) {
        if (question == QuestionId.QUOTA_DOMAIN) {
            return false;
        }
        return !(workload.answer(question) instanceof Answer.Known known)
                || known.origin() != Answer.Origin.DECLARED
                || question == QuestionId.MAX_LATENCY && workload.fitting().isEmpty();
    }

    private static Case othersInFavour(Case workload, List<QuestionId> open) {
        Case favoured = workload;
        for (QuestionId question : open) {
            favoured = answered(favoured, question, Lean.BATCH);
        }
        return favoured;
    }

    private static Optional<Stake> best(Case workload, List<QuestionId> open) {
        return open.stream()
                .map(question -> stake(workload, question))
                .filter(stake -> stake.window().signum() > 0)
                .max(Comparator.comparing(Stake::window)
                        .thenComparing(Stake::unanswered)
                        .thenComparing(Stake::question, Comparator.reverseOrder()));
    }

    private static Stake stake(Case workload, QuestionId question) {
        Judge.Ruling favourable = Judge.rule(answered(workload, question, Lean.BATCH));
        Judge.Ruling unfavourable = Judge.rule(answered(workload, question, Lean.REALTIME));
        boolean unanswered = workload.answer(question) instanceof Answer.Unknown;
        return new Stake(
                question,
                unanswered,
                window(favourable).subtract(window(unfavourable)),
                monthly(favourable).subtract(monthly(unfavourable)));
    }

    private static BigDecimal window(Judge.Ruling ruling) {
        return ruling.choice()
                .map(choice -> choice.saving().window().expected())
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal monthly(Judge.Ruling ruling) {
        return ruling.choice()
                .map(choice -> choice.saving().monthly().expected())
                .orElse(BigDecimal.ZERO);
    }

    private static Case answered(Case workload, QuestionId question, Lean lean) {
        boolean favourable = lean == Lean.BATCH;
        String value = question == QuestionId.USER_WAITING && favourable
                ? UserWaiting.NO
                : question == QuestionId.USER_WAITING ? UserWaiting.YES : lean.id();
        Answer answer = new Answer.Known(question, value, lean, 1, Answer.Origin.DECLARED, Optional.empty(), List.of());
        Optional<Budget> budget = question == QuestionId.MAX_LATENCY
                ? Optional.of(Budget.declared(favourable ? A_DAY : A_SECOND))
                : workload.budget();
        return workload.with(answer, budget);
    }

    /// What to declare, as one imperative sentence.
    static String nextStep(Case workload, Judgement.Decides decides) {
        String money = decides.monthly().signum() > 0
                ? ": decides "
                        + Wording.money(
                                decides.monthly(), workload.subject().settings().currency()) + "/month"
                : ": decides it";
        return "Declare `" + decides.question().policyKey() + "` of "
                + workload.subject().name() + " (" + choices(workload, decides.question()) + ")" + money + ".";
    }

    private static String choices(Case workload, QuestionId question) {
        return switch (question) {
            case USER_WAITING -> "`no` if nobody waits on the answer";
            case MAX_LATENCY -> latencies(workload);
            case DEFERRAL_COST -> "what an hour of delay costs";
            case QUOTA_DOMAIN -> "whose limits it uses";
            case DEGRADATION -> "`queue` or `retry` if it does";
            case PARTIAL_ASYNC -> "`whole` or a share if that can follow later";
        };
    }

    private static String latencies(Case workload) {
        boolean unusable = workload.subject()
                .declared()
                .maxLatency()
                .filter(LatencyBudget.By.class::isInstance)
                .isPresent();
        return LADDER.stream()
                        .filter(rung -> workload.open().stream()
                                .anyMatch(choice -> choice.target().fits(rung)))
                        .findFirst()
                        .map(rung -> Wording.duration(rung) + " or more fits a cheaper tier")
                        .orElse("a duration")
                + (unusable ? ", as a duration: no runs show when it ends" : "");
    }
}
