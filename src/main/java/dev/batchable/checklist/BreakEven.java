package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.price.Saving;
import dev.batchable.price.TargetRating;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The cost of an hour's delay at which a move to one tier saves nothing.
///
/// How long results will really be late is not known before the move. Taken is the pessimistic end of what the
/// target's completion distribution leaves to wait for within the budget, so that the break-even comes out too low
/// rather than too high.
///
/// @param saved expected saving over the days read
/// @param hours by which one occasion is taken to be late; above zero
/// @param completion where the hours come from
record BreakEven(Tier tier, BigDecimal saved, BigDecimal hours, Occasions occasions, String completion) {
    private static final int CENTS = 2;
    /// A second, for budgets of nothing.
    private static final BigDecimal LEAST = new BigDecimal("0.000278");

    /// One for each rated target, flex first.
    static List<BreakEven> of(Subject subject, Duration budget) {
        Occasions occasions = Occasions.of(subject);
        return Target.of(subject).stream()
                .flatMap(target -> target.rated().stream())
                .map(rated -> of(rated, rated.within(budget), budget, occasions))
                .sorted(Comparator.comparingInt(even -> even.tier() == Tier.FLEX ? 0 : 1))
                .toList();
    }

    private static BreakEven of(TargetRating.Rated rated, Saving saving, Duration budget, Occasions occasions) {
        return new BreakEven(
                rated.target(),
                saving.window().expected(),
                rated.delayHours(budget).low().max(LEAST),
                occasions,
                rated.terms().completion().source());
    }

    BigDecimal perHour() {
        return saved.divide(hours.multiply(count()), CENTS, RoundingMode.DOWN);
    }

    BigDecimal perRun() {
        return saved.divide(count(), CENTS, RoundingMode.DOWN);
    }

    private BigDecimal count() {
        return BigDecimal.valueOf(occasions.count());
    }

    /// Whether a move still pays at this cost of an hour's delay.
    boolean pays(BigDecimal perHour) {
        return perHour.compareTo(perHour()) < 0;
    }

    /// @param cost what an hour's delay is declared to cost, in the report's currency
    Evidence evidence(Subject subject, Optional<BigDecimal> cost) {
        String currency = subject.settings().currency();
        String run = occasions.noun();
        if (saved.signum() <= 0) {
            return subject.evidence(
                    "break-even",
                    tier.id() + " saves nothing",
                    "a saving pays for delay",
                    occasions.count(),
                    Lean.NEITHER);
        }
        String found = tier.id() + " saves " + perHour().toPlainString() + " " + currency + " per hour of delay, "
                + perRun().toPlainString() + " per " + run + ", at " + assumed() + " for each of " + occasions.text()
                + cost.map(declared -> against(declared, currency, run)).orElse("");
        Lean lean = cost.map(declared -> pays(declared) ? Lean.BATCH : Lean.REALTIME)
                .orElse(Lean.NEITHER);
        return subject.evidence("break-even", found, "a lower cost of delay leans batch", occasions.count(), lean)
                .within("no delay was observed: " + assumed() + " is the pessimistic end (" + completion + ")");
    }

    private String against(BigDecimal declared, String currency, String run) {
        BigDecimal perRun = declared.multiply(hours).setScale(CENTS, RoundingMode.HALF_UP);
        return "; declared are " + declared.toPlainString() + " " + currency + " per hour, " + perRun.toPlainString()
                + " per " + run;
    }

    private String assumed() {
        return hours.setScale(CENTS, RoundingMode.UP).stripTrailingZeros().toPlainString() + " h of delay";
    }
}
