package dev.batchable.price.reconciliation;

import dev.batchable.record.Window;
import java.time.Duration;
import java.time.LocalDate;

/// The window and how long a batch may take in it.
///
/// @param batchDays days from the submission of a batch to its end, at most
record Period(Window window, long batchDays) {
    private static final Duration DAY = Duration.ofDays(1);

    /// @param promised within which the provider ends a batch
    static Period of(Window window, Duration promised) {
        return new Period(window, Math.max(1, promised.plus(DAY).minusNanos(1).toDays()));
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
