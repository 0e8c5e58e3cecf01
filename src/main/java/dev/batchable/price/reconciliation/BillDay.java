package dev.batchable.price.reconciliation;

import dev.batchable.price.bill.BillCell;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/// The period of a charge as a day of its biller, and the days of the report's zone that have a part in it.
///
/// Charges by the hour are summed by days of the report's zone when they are read and fit them exactly. A day of a
/// biller in another zone lies in two days of the report, and what was logged on either may be on it.
///
/// @param day the first, as the biller counts days
/// @param zone in which that day begins
/// @param from first day of the report's zone
/// @param last last day of the report's zone, inclusive
record BillDay(LocalDate day, ZoneId zone, LocalDate from, LocalDate last) implements Comparable<BillDay> {
    private static final Comparator<BillDay> ORDER = Comparator.comparing(BillDay::from)
            .thenComparing(BillDay::last)
            .thenComparing(BillDay::day)
            .thenComparing(day -> day.zone().getId());

    static BillDay of(BillCell cell, ZoneId report) {
        LocalDate from = LocalDate.ofInstant(cell.start(), report);
        LocalDate last = LocalDate.ofInstant(cell.end().minusNanos(1), report);
        boolean fits = from.atStartOfDay(report).toInstant().equals(cell.start());
        ZoneId zone = fits ? report : BillingZones.of(cell.meter().provider());
        return new BillDay(LocalDate.ofInstant(cell.start(), zone), zone, from, last);
    }

    /// Whether it is one day and not a week or a month.
    boolean isOneDay() {
        return ChronoUnit.DAYS.between(from, last) <= 1;
    }

    /// Days of the report's zone where it is more than one day, else 1.
    long days() {
        return isOneDay() ? 1 : ChronoUnit.DAYS.between(from, last) + 1;
    }

    @Override
    public int compareTo(BillDay other) {
        return ORDER.compare(this, other);
    }
}
