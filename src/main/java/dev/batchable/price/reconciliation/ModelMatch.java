package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.reconciliation.Reconciliation.MatchedBy;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One model's bill laid against its logs.
///
/// Where the bill counts tokens, tokens are compared and the billed rate prices what both sides have, so that a
/// discount never hides missing traffic. Where it does not, the amounts of the same tier are compared. Every
/// part of the bill that stays unexplained gets the first reason that applies.
final class ModelMatch {
    /// Amounts this close are taken for the same price basis.
    private static final BigDecimal CLOSE = new BigDecimal("0.01");

    private final BilledModel billed;
    private final LoggedModel logged;
    private final Period period;
    private final List<Demand> demands;
    private final List<Supply> tokens;
    private final List<Supply> amounts;
    private final Map<Reason, BigDecimal> residuals = new EnumMap<>(Reason.class);
    private final DayLedger days;
    private BigDecimal explained = BigDecimal.ZERO;
    private BigDecimal above = BigDecimal.ZERO;

    ModelMatch(BilledModel billed, LoggedModel logged, Period period) {
        this.billed = billed;
        this.logged = logged;
        this.period = period;
        this.demands = billed.demands();
        this.tokens = logged.tokens().stream()
                .filter(supply -> billed.isQuantified(supply.place().tier()))
                .toList();
        this.amounts = logged.amounts().stream()
                .filter(supply -> !billed.isQuantified(supply.place().tier()))
                .toList();
        this.days = new DayLedger(billed.isDaily(), period.window());
        DayMatch.lay(ofQuantity(true), tokens, period.batchDays());
        DayMatch.lay(ofQuantity(false), amounts, period.batchDays());
        settleBill();
        settleLogs();
    }

    private void settleBill() {
        demands.forEach(this::settle);
        billed.takenBack().forEach((day, amount) -> {
            days.bill(day, amount, BigDecimal.ZERO, BigDecimal.ZERO);
            addResidual(day, Reason.DISCOUNT, amount);
        });
        billed.covered().forEach(days::markCovered);
    }

    /// After the bill, whose days the logs fall into.
    private void settleLogs() {
        logged.amounts().forEach(supply -> days.log(supply.place().day(), supply.size()));
        boolean discounted = isDiscounted();
        tokens.forEach(supply -> settleLeft(supply, value(supply)));
        amounts.forEach(supply -> settleLeft(supply, discounted ? BigDecimal.ZERO : supply.left()));
    }

    private List<Demand> ofQuantity(boolean quantified) {
        return demands.stream()
                .filter(demand -> demand.place().quantified() == quantified)
                .toList();
    }

    private void settle(Demand demand) {
        BigDecimal settled = demand.explained();
        BigDecimal rest = demand.sum().billed().subtract(settled);
        BillDay day = demand.place().day();
        explained = explained.add(settled);
        days.bill(day, demand.sum().billed(), settled, demand.sum().tolerance());
        if (demand.matchedEarlier().signum() > 0) {
            days.markShifted(day);
        }
        if (rest.signum() != 0) {
            addResidual(day, reason(demand, rest), rest);
        }
    }

    private Reason reason(Demand demand, BigDecimal rest) {
        if (rest.compareTo(demand.sum().tolerance()) <= 0) {
            return Reason.ROUNDING;
        }
        if (!demand.place().quantified() && logged.isUnpriced()) {
            return Reason.UNPRICED_MODEL;
        }
        boolean ofLoggedBatches = demand.place().tier() == Tier.BATCH && logged.has(Tier.BATCH);
        if (ofLoggedBatches && period.mayHaveBegunBefore(demand.place().day())) {
            return Reason.DAY_BOUNDARY_SHIFT;
        }
        if (demand.place().quantified() || logged.isEmpty()) {
            return Reason.MISSING_LOGS;
        }
        if (demand.place().tier() == Tier.PROVISIONED) {
            return Reason.COVERED;
        }
        boolean listPrice = isClose(logged.catalogAmount(), billed.billed())
                && logged.amount().compareTo(logged.catalogAmount()) < 0;
        return listPrice ? Reason.DISCOUNT : Reason.UNKNOWN;
    }

    private void addResidual(BillDay day, Reason reason, BigDecimal amount) {
        residuals.merge(reason, amount, BigDecimal::add);
        days.addResidual(day, reason, amount);
    }

    /// What was logged and not billed: a batch of the last days may be on a bill to come.
    private void settleLeft(Supply supply, BigDecimal value) {
        boolean toCome = mayBeBilledElsewhere(supply.place());
        if (supply.wasBilledLater() || (toCome && value.signum() > 0)) {
            days.markShifted(supply.place().day());
        }
        if (!toCome && value.signum() > 0) {
            above = above.add(value);
            days.addAbove(supply.place().day(), value);
        }
    }

    /// What logged tokens beyond the bill would have been billed; at the logged price where the bill has no
    /// such tokens.
    private BigDecimal value(Supply supply) {
        return billed.quantityLike(supply.place())
                .map(sum -> Amounts.share(sum.billed(), supply.left(), sum.tokens()))
                .orElseGet(() -> logged.amountOf(supply.place(), supply.left()));
    }

    BigDecimal logged() {
        return logged.amount();
    }

    BigDecimal explained() {
        return explained;
    }

    /// Parts of billed − explained; they sum to it.
    Map<Reason, BigDecimal> residuals() {
        return residuals;
    }

    /// By day, in order.
    SortedMap<BillDay, DayLedger.Entry> days() {
        return days.entries();
    }

    /// What of [#explained()] each workload used.
    SortedMap<Integer, BigDecimal> byWorkload() {
        SortedMap<Integer, BigDecimal> sums = new TreeMap<>();
        demands.forEach(demand -> demand.explainedByWorkload()
                .forEach((workload, amount) -> sums.merge(workload, amount, BigDecimal::add)));
        return sums;
    }

    MatchedBy matchedBy() {
        if (logged.isEmpty() || demands.isEmpty()) {
            return MatchedBy.NONE;
        }
        return billed.hasQuantities() ? MatchedBy.QUANTITY : MatchedBy.AMOUNT;
    }

    /// What the logs have beyond the bill; nothing where the bill's list price shows that a discount makes the
    /// difference.
    BigDecimal above() {
        return above;
    }

    private boolean isDiscounted() {
        return !billed.hasQuantities()
                && billed.listOfAmounts()
                        .filter(list -> list.compareTo(billed.billed()) > 0)
                        .filter(list -> isClose(list, logged.amount()))
                        .isPresent();
    }

    /// The largest part of the residual, else what makes the amounts differ.
    Optional<Reason> reason() {
        return residuals.entrySet().stream()
                .filter(part -> part.getValue().signum() != 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(this::differenceReason);
    }

    private Optional<Reason> differenceReason() {
        BigDecimal difference = billed.billed().subtract(logged.amount());
        if (above.compareTo(billed.tolerance()) > 0) {
            return Optional.of(Reason.LOGGED_ABOVE_BILLED);
        }
        if (difference.abs().compareTo(billed.tolerance()) <= 0) {
            return Optional.empty();
        }
        if (logged.isUnpriced()) {
            return Optional.of(Reason.UNPRICED_MODEL);
        }
        if (tokens.stream().anyMatch(supply -> isShiftedOut(supply))) {
            return Optional.of(Reason.DAY_BOUNDARY_SHIFT);
        }
        return Optional.of(DayLedger.priceReason(difference, !billed.covered().isEmpty()));
    }

    private boolean isShiftedOut(Supply supply) {
        return supply.left().signum() > 0 && mayBeBilledElsewhere(supply.place());
    }

    /// A biller's day that begins before the window or ends after it is on the bill of another month, or
    /// partly so.
    private boolean mayBeBilledElsewhere(Supply.Place place) {
        return !period.holds(place.day()) || (place.tier() == Tier.BATCH && period.mayEndAfter(place.day()));
    }

    private static boolean isClose(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.abs().multiply(CLOSE)) <= 0;
    }
}
