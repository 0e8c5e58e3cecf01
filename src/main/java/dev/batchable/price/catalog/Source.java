package dev.batchable.price.catalog;

import java.time.LocalDate;
import java.util.Optional;

/// Where a price or a rule was read, and when.
///
/// @param url page, or name of the price file that the user supplied
/// @param observedAt day of the copy that was read, or where that is not known the day of reading; never the
///     day from which the price holds; empty where a price file does not tell
public record Source(String url, Optional<LocalDate> observedAt, Confidence confidence) {
    /// How far a figure can be trusted.
    public enum Confidence {
        /// Read on a page of the provider.
        VENDOR,
        /// Read in another catalog or report, and not found on a page of the provider.
        SECONDARY,
        /// Stated by nobody for these days, and taken over from others; the row's note says why.
        ASSUMED,
        /// Stated by the user's own price file.
        USER
    }
}
