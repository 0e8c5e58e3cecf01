package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Lean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one missing fact of an undecided workload that decides most money.
///
/// Each question that its owner could still answer is answered both ways, everything that follows is asked
/// again, and the saving recommended either way is compared. Where no single answer leads to a move, the other
/// open questions are taken as answered in favour of it, so that the money that hangs on the question is seen
/// nevertheless.
final class Decider {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Interview interview;
    private final Case workload;

    Decider(Interview interview, Case workload) {
        this.interview = interview;
        this.workload = workload;
    }

    /// @param window money over the days read, by which questions are compared: a one-off has no monthly money
    private record Stake(QuestionId question, boolean unanswered, BigDecimal window, BigDecimal monthly) {}

    Optional<Judgement.Decides> decides() {
        List<QuestionId> open =
                Arrays.stream(QuestionId.values()).filter(this::answerable).toList();
        Map<QuestionId, Boolean> inFavour = new EnumMap<>(QuestionId.class);
        open.forEach(question -> inFavour.put(question, true));
        return best(open, Map.of())
                .or(() -> best(open, inFavour))
                .map(stake -> new Judgement.Decides(stake.question(), stake.monthly()));
    }

    /// A declared quota domain is a name, and leads nowhere by itself. A budget that fits nothing, or a time of
    /// day that cannot be used, can be declared anew.
    private boolean answerable(QuestionId question) {
        if (question == QuestionId.QUOTA_DOMAIN) {
            return false;
        }
        return !(workload.answer(question) instanceof Answer.Known known)
                || known.origin() != Answer.Origin.DECLARED
                || (question == QuestionId.MAX_LATENCY && workload.fitting().isEmpty());
    }

    /// At equal money, a question without an answer before one with an answer that could be bettered; then in
    /// the order of the questions.
    private Optional<Stake> best(List<QuestionId> open, Map<QuestionId, Boolean> supposed) {
        return open.stream()
                .map(question -> stake(question, supposed))
                .filter(stake -> stake.window().signum() > 0)
                .max(Comparator.comparing(Stake::window)
                        .thenComparing(Stake::unanswered)
                        .thenComparing(Stake::question, Comparator.reverseOrder()));
    }

    private Stake stake(QuestionId question, Map<QuestionId, Boolean> supposed) {
        Judge.Ruling favourable = ruling(question, true, supposed);
        Judge.Ruling unfavourable = ruling(question, false, supposed);
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

    private Judge.Ruling ruling(QuestionId question, boolean favourable, Map<QuestionId, Boolean> supposed) {
        Map<QuestionId, Boolean> all = new EnumMap<>(QuestionId.class);
        all.putAll(supposed);
        all.put(question, favourable);
        Map<QuestionId, Answer> given = new EnumMap<>(QuestionId.class);
        given.put(QuestionId.USER_WAITING, workload.answer(QuestionId.USER_WAITING));
        all.forEach((id, lean) -> given.put(id, declared(id, lean)));
        List<Answer> answers = interview.answers(workload.subject(), given);
        Optional<Budget> budget = Optional.ofNullable(all.get(QuestionId.MAX_LATENCY))
                .map(lean -> Budget.declared(lean ? A_DAY : A_SECOND))
                .or(() -> MaxLatency.budget(workload.subject(), answers));
        return Judge.rule(new Case(workload.subject(), answers, budget));
    }

    private static Answer declared(QuestionId question, boolean favourable) {
        String value =
                question == QuestionId.USER_WAITING ? (favourable ? UserWaiting.NO : UserWaiting.YES) : "supposed";
        Lean lean = favourable ? Lean.BATCH : Lean.REALTIME;
        return new Answer.Known(question, value, lean, 1, Answer.Origin.DECLARED, Optional.empty(), List.of());
    }
}
