package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// Times of Azure Monitor: ISO 8601, but in CSV from the portal as an American browser shows them,
/// `10/5/2026, 8:00:00.123 AM`. Browsers of other countries put the day first and write `am`; what they wrote cannot
/// be told from month and day, and is not understood.
final class AzureTimes {
    private static final DateTimeFormatter PORTAL = DateTimeFormatter.ofPattern("M/d/uuuu, h:mm:ss[.SSS] a", Locale.US);
    /// Stands before AM and PM in newer browsers.
    private static final char NARROW_BLANK = '\u202f';

    private AzureTimes() {}

    static Optional<Instant> of(TrackedRow row, Field field) throws BadValueException {
        Optional<Instant> shown = row.decoded(field, AzureTimes::shown);
        return shown.isPresent() ? shown : row.instant(field);
    }

    private static Optional<Instant> shown(String text) {
        if (!text.endsWith("AM") && !text.endsWith("PM")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(text.replace(NARROW_BLANK, ' '), PORTAL).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
