package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.ExchangeRate;
import dev.batchable.price.Saving;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is the cost of deferral?
///
/// Within a latency that is acceptable anyway, waiting costs nothing. A declared cost is held against the
/// break-even: the saving per hour of delay, at an hour of delay (batch) or a quarter (flex) for each run, or
/// for each active day where the log shows no runs.
final class DeferralCost implements Question {
    private static final BigDecimal BATCH_HOURS = BigDecimal.ONE;
    private static final BigDecimal FLEX_HOURS = new BigDecimal("0.25");
    private static final Duration A_DAY = Duration.ofDays(1);

    @Override
    public QuestionId id() {
        return QuestionId.DEFERRAL_COST;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        Optional<BreakEven> breakEven = breakEven(subject, earlier);
        List<Evidence> evidence =
                breakEven.map(even -> List.of(even.evidence(subject))).orElse(List.of());
        return subject.declared()
                .deferralCost()
                .<Answer>map(cost -> declared(subject, cost.perHour(), breakEven, evidence))
                .orElseGet(() -> derived(earlier, evidence));
    }

    private Answer declared(Subject subject, Money cost, Optional<BreakEven> breakEven, List<Evidence> evidence) {
        Optional<BigDecimal> comparable = converted(cost, subject);
        Lean lean = breakEven.isEmpty() || comparable.isEmpty()
                ? Lean.NEITHER
                : comparable.get().compareTo(breakEven.get().perHour()) < 0 ? Lean.BATCH : Lean.REALTIME;
        String value = cost.amount().toPlainString() + " " + cost.currency() + "/h";
        return new Answer.Known(id(), value, lean, 1, Answer.Origin.DECLARED, Optional.empty(), evidence);
    }

    private Answer derived(List<Answer> earlier, List<Evidence> evidence) {
        Optional<Answer.Known> latency = Question.known(earlier, QuestionId.MAX_LATENCY);
        if (latency.isEmpty() || latency.get().lean() != Lean.BATCH) {
            return new Answer.Unknown(
                    id(), "no log has it, and no acceptable latency is known from which it follows", evidence);
        }
        Answer.Known source = latency.get();
        return new Answer.Known(
                id(),
                "nothing within " + source.value(),
                Lean.BATCH,
                source.confidence(),
                source.origin(),
                Optional.of(QuestionId.MAX_LATENCY),
                evidence);
    }

    /// The cost in the report's currency; empty where no declared rate leads there.
    private static Optional<BigDecimal> converted(Money cost, Subject subject) {
        String currency = subject.settings().currency();
        if (cost.currency().equals(currency)) {
            return Optional.of(cost.amount());
        }
        return subject.policy().exchange().stream()
                .filter(rate -> rate.from().equals(cost.currency()) && rate.to().equals(currency))
                .max(Comparator.comparing(ExchangeRate::date))
                .map(rate -> cost.amount().multiply(rate.rate()));
    }

    private static Optional<BreakEven> breakEven(Subject subject, List<Answer> earlier) {
        Duration budget = MaxLatency.budget(subject, earlier).map(Budget::time).orElse(A_DAY);
        long runs = subject.showsRuns() ? subject.largeRuns().size() : 0;
        long occasions = runs > 0 ? runs : Math.max(1, subject.days());
        return Target.of(subject).stream()
                .flatMap(target ->
                        target.within(budget).map(saving -> BreakEven.of(target.tier(), saving, occasions)).stream())
                .max(Comparator.comparing(BreakEven::perHour).thenComparing(BreakEven::tier));
    }

    /// The saving per hour of delay on one tier.
    private record BreakEven(Tier tier, BigDecimal perHour, long occasions) {
        static BreakEven of(Tier tier, Saving saving, long occasions) {
            BigDecimal hours = (tier == Tier.FLEX ? FLEX_HOURS : BATCH_HOURS).multiply(BigDecimal.valueOf(occasions));
            BigDecimal perHour = saving.window().expected().divide(hours, 2, RoundingMode.DOWN);
            return new BreakEven(tier, perHour, occasions);
        }

        Evidence evidence(Subject subject) {
            return subject.evidence(
                    "break-even",
                    "saves " + perHour.toPlainString() + " "
                            + subject.settings().currency() + " per hour of delay on " + tier.id(),
                    "a lower cost of delay leans batch",
                    occasions,
                    Lean.NEITHER);
        }
    }
}
