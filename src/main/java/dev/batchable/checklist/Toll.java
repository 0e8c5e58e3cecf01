package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import dev.batchable.price.Range;
import dev.batchable.price.TargetRating;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a move costs besides the provider's prices, in the report's currency.
///
/// A month's delay costs: declared cost of an hour × hours by which one occasion is late × occasions of a month ×
/// the share that moves. Hours come from the target's completion distribution, cut at the budget; occasions are
/// those of the break-even, times month ÷ window.
///
/// @param deferralCost of a month; low is the pessimistic end, hence the dearest; empty where the cost of an hour is
///     not known
/// @param effort once; empty where none is declared, or no declared rate leads to the report's currency
/// @param assumptions what both rest on, one sentence each
public record Toll(Optional<Range> deferralCost, Optional<BigDecimal> effort, List<String> assumptions) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    public Toll {
        assumptions = List.copyOf(assumptions);
    }

    static Toll of(Case workload, Case.Choice choice) {
        Subject subject = workload.subject();
        DeclaredMoney declared = new DeclaredMoney(subject);
        Optional<BigDecimal> perHour = perHour(workload, declared);
        Optional<Range> month = perHour.flatMap(cost -> choice.target()
                .rated()
                .map(rated -> month(cost, rated, workload.budgetOrDay(), Occasions.of(subject))
                        .times(choice.share())));
        List<String> assumptions = new ArrayList<>(List.of(
                perHour.map(cost -> delay(cost, workload, choice.target())).orElseGet(() -> notKnown(declared))));
        declared.effort()
                .filter(money -> declared.converted(money).isEmpty())
                .ifPresent(money -> assumptions.add(noRate("effort", money, declared)));
        return new Toll(month, declared.effort().flatMap(declared::converted), assumptions);
    }

    /// Nothing where the owner declared none and results are not late within what is acceptable anyway.
    private static Optional<BigDecimal> perHour(Case workload, DeclaredMoney declared) {
        if (declared.perHour().isPresent()) {
            return declared.perHour().flatMap(declared::converted);
        }
        return Stream.of(workload.answer(QuestionId.DEFERRAL_COST))
                .filter(Answer.Known.class::isInstance)
                .map(known -> BigDecimal.ZERO)
                .findFirst();
    }

    /// The busiest month that the projection allows for is the dearest.
    private static Range month(BigDecimal perHour, TargetRating.Rated rated, Duration budget, Occasions occasions) {
        Range hours = rated.delayHours(budget);
        Range factor = rated.monthlyFactor();
        BigDecimal each = perHour.multiply(BigDecimal.valueOf(occasions.count()));
        return new Range(
                each.multiply(hours.low()).multiply(factor.high()),
                each.multiply(hours.expected()).multiply(factor.expected()),
                each.multiply(hours.high()).multiply(factor.low()));
    }

    private static String delay(BigDecimal perHour, Case workload, Target target) {
        if (perHour.signum() == 0) {
            return "delay is taken to cost nothing, since results are not later than is acceptable; "
                    + "`deferral_cost` would say otherwise";
        }
        Occasions occasions = Occasions.of(workload.subject());
        Range hours = target.rated()
                .map(rated -> rated.delayHours(workload.budgetOrDay()))
                .orElse(Range.ZERO);
        return "an hour of delay costs "
                + perHour.stripTrailingZeros().toPlainString() + " "
                + workload.subject().settings().currency() + "; each of "
                + occasions.text() + " is late by " + minutes(hours.low()) + " / " + minutes(hours.expected()) + " / "
                + minutes(hours.high()) + " min (low / expected / high)";
    }

    private static String minutes(BigDecimal hours) {
        return hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private static String notKnown(DeclaredMoney declared) {
        return declared.perHour()
                .map(money -> noRate("deferral_cost", money, declared))
                .orElse("what an hour of delay costs is not known, so no net saving is told: declare `deferral_cost`");
    }

    private static String noRate(String key, Money money, DeclaredMoney declared) {
        return "`" + key + "` is declared in " + money.currency() + ", and the policy has no rate to "
                + declared.currency() + ": it is in no figure";
    }
}
