package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days of a Cloud Billing report, which begin and end at midnight in California
/// (<https://cloud.google.com/billing/docs/how-to/reports>).
///
/// @param end exclusive
record GcpDays(Instant start, Instant end) {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    /// Names such as `My Billing Account_Reports, 2026-08-01 — 2026-08-31.csv`.
    private static final Pattern IN_NAME =
            Pattern.compile("(?<first>[0-9]{4}-[0-9]{2}-[0-9]{2})[^0-9/]{1,5}(?<last>[0-9]{4}-[0-9]{2}-[0-9]{2})");

    /// The date of the row, else those in the name of its file; empty where neither has any.
    static Optional<GcpDays> of(Row<BillField> row) throws BadValueException {
        Optional<String> text = row.text(BillField.PERIOD_START);
        if (text.isEmpty()) {
            return inName(row.file());
        }
        if (MONTH.matcher(text.get()).matches()) {
            return Optional.of(month(text.get()));
        }
        return SpreadsheetCells.instant(row, BillField.PERIOD_START)
                .map(midnight -> LocalDate.ofInstant(midnight, ZoneOffset.UTC))
                .map(day -> between(day, day));
    }

    private static GcpDays month(String text) throws BadValueException {
        try {
            YearMonth month = YearMonth.parse(text);
            return between(month.atDay(1), month.atEndOfMonth());
        } catch (DateTimeParseException e) {
            throw new BadValueException("Month", text, "a month such as 2026-08");
        }
    }

    static Optional<GcpDays> inName(String file) {
        Matcher dates = IN_NAME.matcher(file.substring(file.lastIndexOf('/') + 1));
        if (!dates.find()) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.parse(dates.group("first"));
            LocalDate last = LocalDate.parse(dates.group("last"));
            return last.isBefore(first) ? Optional.empty() : Optional.of(between(first, last));
        } catch (DateTimeParseException e) {
            // Digits that only look like dates.
            return Optional.empty();
        }
    }

    /// @param last inclusive
    private static GcpDays between(LocalDate first, LocalDate last) {
        return new GcpDays(
                first.atStartOfDay(ZONE).toInstant(),
                last.plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}
