package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is the cost of deferral?
///
/// Within a latency that is acceptable anyway, waiting costs nothing. A declared cost is held against the
/// [BreakEven] of every target that has a price; it leans batch where a move to one of them still pays.
final class DeferralCost implements Question {
    private static final Duration A_DAY = Duration.ofDays(1);

    @Override
    public QuestionId id() {
        return QuestionId.DEFERRAL_COST;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        List<BreakEven> evens = breakEvens(subject, earlier);
        Optional<BigDecimal> cost = cost(subject);
        List<Evidence> evidence =
                evens.stream().map(even -> even.evidence(subject, cost)).toList();
        return subject.declared()
                .deferralCost()
                .<Answer>map(declared -> declared(declared.perHour(), cost, evens, evidence)
                        .changedBy(declaredChange(subject, cost, evens)))
                .orElseGet(() -> derived(subject, earlier, evens, evidence));
    }

    private static List<BreakEven> breakEvens(Subject subject, List<Answer> earlier) {
        return BreakEven.of(
                subject, MaxLatency.budget(subject, earlier).map(Budget::time).orElse(A_DAY));
    }

    private Answer.Known declared(
            Money cost, Optional<BigDecimal> comparable, List<BreakEven> evens, List<Evidence> evidence) {
        Lean lean = evens.isEmpty() || comparable.isEmpty()
                ? Lean.NEITHER
                : evens.stream().anyMatch(even -> even.pays(comparable.get())) ? Lean.BATCH : Lean.REALTIME;
        String value = cost.amount().toPlainString() + " " + cost.currency() + "/h";
        return new Answer.Known(id(), value, lean, 1, Answer.Origin.DECLARED, Optional.empty(), evidence);
    }

    private Answer derived(Subject subject, List<Answer> earlier, List<BreakEven> evens, List<Evidence> evidence) {
        String change = change(subject, evens, "A declared cost");
        Optional<Answer.Known> latency = Question.known(earlier, QuestionId.MAX_LATENCY);
        if (latency.isEmpty() || latency.get().lean() != Lean.BATCH) {
            return new Answer.Unknown(
                            id(), "no log has it, and no acceptable latency is known from which it follows", evidence)
                    .changedBy(change);
        }
        Answer.Known source = latency.get();
        return new Answer.Known(
                        id(),
                        "nothing within " + source.value(),
                        Lean.BATCH,
                        source.confidence(),
                        source.origin(),
                        Optional.of(QuestionId.MAX_LATENCY),
                        evidence)
                .changedBy(change);
    }

    private static String declaredChange(Subject subject, Optional<BigDecimal> cost, List<BreakEven> evens) {
        return cost.isEmpty()
                ? "An exchange rate from its currency to " + subject.settings().currency() + " in the policy."
                : change(subject, evens, "Another declared cost");
    }

    /// The highest break-even, above which the answer leans realtime.
    private static String change(Subject subject, List<BreakEven> evens, String subjectOfSentence) {
        return evens.stream()
                .filter(even -> even.perHour().signum() > 0)
                .max(Comparator.comparing(BreakEven::perHour))
                .map(even -> subjectOfSentence + ": below " + even.perHour().toPlainString() + " "
                        + subject.settings().currency() + " per hour "
                        + even.tier().id()
                        + " still pays and it leans batch, from there on realtime.")
                .orElse("A cheaper tier that saves something, against which a cost could be held.");
    }

    /// The cost declared for an hour, in the report's currency; empty where none is declared, or no declared rate
    /// leads there.
    static Optional<BigDecimal> cost(Subject subject) {
        DeclaredMoney declared = new DeclaredMoney(subject);
        return declared.perHour().flatMap(declared::converted);
    }
}
