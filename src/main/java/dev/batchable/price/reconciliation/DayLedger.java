package dev.batchable.price.reconciliation;

import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Both sides of one model by day. Where the bill has charges of more than a day, all days are one.
final class DayLedger {
    /// Sums of one day.
    static final class Entry {
        private BigDecimal billed = BigDecimal.ZERO;
        private BigDecimal logged = BigDecimal.ZERO;
        private BigDecimal explained = BigDecimal.ZERO;
        private BigDecimal above = BigDecimal.ZERO;
        private BigDecimal tolerance = BigDecimal.ZERO;
        private final Map<Reason, BigDecimal> residuals = new EnumMap<>(Reason.class);
        private boolean shifted;
        private boolean covered;

        BigDecimal billed() {
            return billed;
        }

        BigDecimal logged() {
            return logged;
        }

        BigDecimal explained() {
            return explained;
        }

        /// What the difference is mostly due to; empty where there is none.
        Optional<Reason> reason() {
            Optional<Reason> largest = residuals.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            return largest.or(this::differenceReason);
        }

        private Optional<Reason> differenceReason() {
            BigDecimal difference = billed.subtract(logged);
            if (above.compareTo(tolerance) > 0) {
                return Optional.of(Reason.LOGGED_ABOVE_BILLED);
            }
            if (difference.abs().compareTo(tolerance) <= 0) {
                return Optional.empty();
            }
            if (shifted) {
                return Optional.of(Reason.DAY_BOUNDARY_SHIFT);
            }
            return Optional.of(priceReason(difference, covered));
        }
    }

    private final boolean daily;
    private final BillDay all;
    private final SortedMap<BillDay, Entry> entries = new TreeMap<>();

    DayLedger(boolean daily, Window window) {
        this.daily = daily;
        this.all = new BillDay(
                window.from(), window.zone(), window.from(), window.to().minusDays(1));
    }

    SortedMap<BillDay, Entry> entries() {
        return entries;
    }

    /// Why the same quantity costs one thing on the bill and another in the logs.
    static Reason priceReason(BigDecimal difference, boolean covered) {
        if (difference.signum() > 0) {
            return Reason.PRICE_DIFFERENCE;
        }
        return covered ? Reason.COVERED : Reason.DISCOUNT;
    }

    private Entry at(BillDay day) {
        return entries.computeIfAbsent(daily ? day : all, unseen -> new Entry());
    }

    /// The day of the bill that has the same date, be it in another zone.
    private Entry at(LocalDate day) {
        return entries.entrySet().stream()
                .filter(entry -> !daily || entry.getKey().day().equals(day))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> at(new BillDay(day, all.zone(), day, day)));
    }

    void bill(BillDay day, BigDecimal billed, BigDecimal explained, BigDecimal tolerance) {
        Entry entry = at(day);
        entry.billed = entry.billed.add(billed);
        entry.explained = entry.explained.add(explained);
        entry.tolerance = entry.tolerance.add(tolerance);
    }

    void log(LocalDate day, BigDecimal amount) {
        Entry entry = at(day);
        entry.logged = entry.logged.add(amount);
    }

    void addResidual(BillDay day, Reason reason, BigDecimal amount) {
        at(day).residuals.merge(reason, amount, BigDecimal::add);
    }

    void addAbove(LocalDate day, BigDecimal amount) {
        Entry entry = at(day);
        entry.above = entry.above.add(amount);
    }

    void markCovered(BillDay day) {
        at(day).covered = true;
    }

    void markShifted(BillDay day) {
        at(day).shifted = true;
    }

    void markShifted(LocalDate day) {
        at(day).shifted = true;
    }
}
