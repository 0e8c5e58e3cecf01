package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The cost of an hour's delay at which a move to one tier saves nothing.
///
/// How long results will really be late is not known before the move. Assumed is what nine in ten batches, and
/// nearly all flex calls, do not exceed ([Rules#BATCH_DELAY], [Rules#FLEX_DELAY]): the delay is taken too long
/// rather than too short, so that the break-even comes out too low. Each run is late once, since its results are
/// used together; where the log shows no runs, each active day is.
///
/// @param saved expected saving over the days read
/// @param occasions runs, or active days
/// @param runs whether the occasions are runs
record BreakEven(Tier tier, BigDecimal saved, long occasions, boolean runs) {
    private static final int CENTS = 2;

    /// One for each rated target, flex first.
    static List<BreakEven> of(Subject subject, Duration budget) {
        long runs = subject.showsRuns() ? subject.largeRuns().size() : 0;
        long occasions = runs > 0 ? runs : Math.max(1, subject.days());
        return Target.of(subject).stream()
                .flatMap(target -> target
                        .within(budget)
                        .map(saving ->
                                new BreakEven(target.tier(), saving.window().expected(), occasions, runs > 0))
                        .stream())
                .sorted(Comparator.comparingInt(even -> even.tier() == Tier.FLEX ? 0 : 1))
                .toList();
    }

    BigDecimal perHour() {
        return saved.divide(hours().multiply(BigDecimal.valueOf(occasions)), CENTS, RoundingMode.DOWN);
    }

    BigDecimal perRun() {
        return saved.divide(BigDecimal.valueOf(occasions), CENTS, RoundingMode.DOWN);
    }

    /// Whether a move still pays at this cost of an hour's delay.
    boolean pays(BigDecimal perHour) {
        return perHour.compareTo(perHour()) < 0;
    }

    private Rule delay() {
        return tier == Tier.FLEX ? Rules.FLEX_DELAY : Rules.BATCH_DELAY;
    }

    /// Hours by which one run's results are taken to be late.
    private BigDecimal hours() {
        return BigDecimal.valueOf(delay().value());
    }

    /// @param cost what an hour's delay is declared to cost, in the report's currency
    Evidence evidence(Subject subject, Optional<BigDecimal> cost) {
        String currency = subject.settings().currency();
        String run = runs ? "run" : "active day";
        if (saved.signum() <= 0) {
            return subject.evidence(
                    "break-even", tier.id() + " saves nothing", "a saving pays for delay", occasions, Lean.NEITHER);
        }
        String found = tier.id() + " saves " + perHour().toPlainString() + " " + currency + " per hour of delay, "
                + perRun().toPlainString() + " per " + run + ", at " + assumed() + " for each of "
                + Wording.plural(occasions, run)
                + cost.map(declared -> against(declared, currency, run)).orElse("");
        Lean lean = cost.map(declared -> pays(declared) ? Lean.BATCH : Lean.REALTIME)
                .orElse(Lean.NEITHER);
        return subject.evidence("break-even", found, "a lower cost of delay leans batch", occasions, lean)
                .within("no delay was observed: " + assumed() + " is assumed (" + delay().source() + ")");
    }

    private String against(BigDecimal declared, String currency, String run) {
        BigDecimal perRun = declared.multiply(hours()).setScale(CENTS, RoundingMode.HALF_UP);
        return "; declared are " + declared.toPlainString() + " " + currency + " per hour, " + perRun.toPlainString()
                + " per " + run;
    }

    private String assumed() {
        return hours().stripTrailingZeros().toPlainString() + " h of delay";
    }
}
