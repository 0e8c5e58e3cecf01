package dev.batchable.price.reconciliation;

import dev.batchable.record.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/// The window and how long a batch may take in it.
///
/// @param batchDays days from the submission of a batch to its end, at most
record Period(Window window, long batchDays) {
    private static final Duration DAY = Duration.ofDays(1);

    /// @param promised within which the provider ends a batch
    static Period of(Window window, Duration promised) {
        return new Period(window, Math.max(1, promised.plus(DAY).minusNanos(1).toDays()));
    }

    /// The same by days of another zone: those that lie wholly in the window, of which there is at least one.
    Period in(ZoneId zone) {
        LocalDate first =
                LocalDate.ofInstant(window.start().minusNanos(1), zone).plusDays(1);
        return new Period(new Window(first, LocalDate.ofInstant(window.end(), zone), zone), batchDays);
    }

    /// Whether a bill of that day would lie wholly in the window.
    boolean holds(LocalDate day) {
        return !day.isBefore(window.from()) && day.isBefore(window.to());
    }

    /// Whether a batch billed then may have been submitted before the window.
    boolean mayHaveBegunBefore(BillDay day) {
        return day.from().isBefore(window.from().plusDays(batchDays));
    }

    /// Whether a batch submitted then may be billed after the window.
    boolean mayEndAfter(LocalDate day) {
        return !day.isBefore(window.to().minusDays(batchDays));
    }
}
