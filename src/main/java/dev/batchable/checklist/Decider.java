package dev.batchable.checklist;

import dev.batchable.price.Range;
import dev.batchable.price.Saving;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one missing fact of an undecided workload that decides most money.
///
/// Each question that its owner could still answer is answered both ways, everything that follows is asked
/// again, and the saving recommended either way is compared. Where no single answer leads to a move, the other
/// open questions are taken as answered in favour of it, so that the money that hangs on the question is seen
/// nevertheless; those without which there would be less of it are named beside.
final class Decider {
    private final Interview interview;
    private final Case workload;

    Decider(Interview interview, Case workload) {
        this.interview = interview;
        this.workload = workload;
    }

    /// @param beside other questions taken as answered in favour of a move
    private record Stake(QuestionId question, Set<QuestionId> beside, Judge.Ruling yes, Judge.Ruling no) {
        /// Money over the days read, by which questions are compared: a one-off has no monthly money.
        BigDecimal window() {
            return money(Saving::window);
        }

        BigDecimal money(Function<Saving, Range> period) {
            return saving(yes, period).expected().subtract(saving(no, period).expected());
        }
    }

    private static Range saving(Judge.Ruling ruling, Function<Saving, Range> period) {
        return ruling.choice().map(choice -> period.apply(choice.saving())).orElse(Range.ZERO);
    }

    Optional<Judgement.Decides> decides() {
        Set<QuestionId> open = Arrays.stream(QuestionId.values())
                .filter(this::answerable)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(QuestionId.class)));
        return best(open, Set.of())
                .or(() -> best(open, open).map(this::withoutNeedless))
                .map(this::decides);
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
    private Optional<Stake> best(Set<QuestionId> open, Set<QuestionId> beside) {
        return open.stream()
                .map(question -> stake(question, beside))
                .filter(stake -> stake.window().signum() > 0)
                .max(Comparator.comparing(Stake::window)
                        .thenComparing(stake -> workload.answer(stake.question()) instanceof Answer.Unknown)
                        .thenComparing(Stake::question, Comparator.reverseOrder()));
    }

    private Stake stake(QuestionId question, Set<QuestionId> beside) {
        return new Stake(question, beside, ruling(question, true, beside), ruling(question, false, beside));
    }

    /// The same stake with as few other answers as lead there: those are left away first that were asked last.
    private Stake withoutNeedless(Stake stake) {
        Stake least = stake;
        List<QuestionId> beside =
                stake.beside().stream().sorted(Comparator.reverseOrder()).toList();
        for (QuestionId other : beside) {
            EnumSet<QuestionId> fewer = EnumSet.copyOf(least.beside());
            fewer.remove(other);
            Stake candidate = stake(stake.question(), fewer);
            least = candidate.window().compareTo(stake.window()) >= 0 ? candidate : least;
        }
        return least;
    }

    private Judge.Ruling ruling(QuestionId question, boolean favourable, Set<QuestionId> beside) {
        Map<QuestionId, Supposition> supposed = new EnumMap<>(QuestionId.class);
        beside.forEach(other -> supposed.put(other, new Supposition(other, true)));
        supposed.put(question, new Supposition(question, favourable));
        Map<QuestionId, Answer> given = new EnumMap<>(QuestionId.class);
        given.put(QuestionId.USER_WAITING, workload.answer(QuestionId.USER_WAITING));
        supposed.forEach((id, supposition) -> given.put(id, supposition.answer(workload)));
        List<Answer> answers = interview.answers(workload.subject(), given);
        Optional<Budget> budget = Optional.ofNullable(supposed.get(QuestionId.MAX_LATENCY))
                .map(Supposition::budget)
                .or(() -> MaxLatency.budget(workload.subject(), answers));
        return Judge.rule(new Case(workload.subject(), answers, budget));
    }

    private Judgement.Decides decides(Stake stake) {
        return new Judgement.Decides(
                stake.question(),
                stake.window(),
                stake.money(Saving::monthly),
                outcome(stake, true, stake.yes()),
                outcome(stake, false, stake.no()));
    }

    private Judgement.Outcome outcome(Stake stake, boolean favourable, Judge.Ruling ruling) {
        List<String> together = stake.beside().stream()
                .filter(other -> other != stake.question() && ruling.choice().isPresent())
                .map(other -> new Supposition(other, true).text(workload))
                .toList();
        return new Judgement.Outcome(
                new Supposition(stake.question(), favourable).text(workload),
                together,
                ruling.verdict(),
                ruling.choice().map(choice -> choice.target().tier()),
                saving(ruling, Saving::window),
                saving(ruling, Saving::monthly));
    }
}
