package dev.batchable.price.reconciliation;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.catalog.BillingZones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/// The period of a charge as a day of its biller, and the days by which the logs are summed that have a
/// part in it.
///
/// Charges by the hour are summed by days of the report's zone when they are read and fit them exactly.
/// A day of a biller in another zone fits the logs where they are summed by that biller's days. Where
/// they are not, it lies in two days, and what was logged on either may be on it.
///
/// @param day the first, as the biller counts days
/// @param zone in which that day begins
/// @param from first day of the logs
/// @param last last day of the logs, inclusive
record BillDay(LocalDate day, ZoneId zone, LocalDate from, LocalDate last) implements Comparable<BillDay> {
    private static final Comparator<BillDay> ORDER = Comparator.comparing(BillDay::from)
            .thenComparing(BillDay::last)
            .thenComparing(BillDay::day)
            .thenComparing(day -> day.zone().getId());

    /// @param logs by whose days the logs are summed
    static BillDay of(BillCell cell, ZoneId logs) {
        LocalDate from = LocalDate.ofInstant(cell.start(), logs);
        LocalDate last = LocalDate.ofInstant(cell.end().minusNanos(1), logs);
        boolean fits = from.atStartOfDay(logs).toInstant().equals(cell.start());
        ZoneId zone = fits ? logs : BillingZones.of(cell.meter().provider());
        return new BillDay(LocalDate.ofInstant(cell.start(), zone), zone, from, last);
    }

    /// Whether it is one day and not a week or a month.
    boolean isOneDay() {
        return ChronoUnit.DAYS.between(from, last) <= 1;
    }

    /// Whether it is a day of the logs.
    boolean fits() {
        return from.equals(last);
    }

    /// Days of the logs where it is more than one day, else 1.
    long days() {
        return isOneDay() ? 1 : ChronoUnit.DAYS.between(from, last) + 1;
    }

    @Override
    public int compareTo(BillDay other) {
        return ORDER.compare(this, other);
    }
}
