package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts and dates as a spreadsheet leaves them behind when a bill was opened and saved in one: `$10,000.00 `
/// and `4/1/25`. The FOCUS specification's own examples are such files.
final class SpreadsheetCells {
    /// A currency sign before the number, or thousands separators in it. Bounded, so that no cell costs more
    /// than its reading.
    private static final Pattern MONEY = Pattern.compile(
            "(?<minus>-?)\\p{Sc}? ?(?<number>[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,18})(?<cents>\\.[0-9]{1,18})?");
    private static final Pattern DATE =
            Pattern.compile("(?<month>[0-9]{1,2})/(?<day>[0-9]{1,2})/(?<year>[0-9]{4}|[0-9]{2})");

    private SpreadsheetCells() {}

    static Optional<BigDecimal> decimal(Row<BillField> row, BillField field) throws BadValueException {
        Matcher money = MONEY.matcher(row.text(field).orElse("").strip());
        if (!money.matches()) {
            return row.decimal(field);
        }
        String cents = money.group("cents");
        String number = money.group("number").replace(",", "") + (cents == null ? "" : cents);
        return Optional.of(new BigDecimal(money.group("minus") + number));
    }

    /// Dates with slashes are month first; two digits of a year are of this century.
    static Optional<Instant> instant(Row<BillField> row, BillField field) throws BadValueException {
        String text = row.text(field).orElse("").strip();
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return row.instant(field);
        }
        String year = date.group("year");
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(year.length() == 2 ? "20" + year : year),
                    Integer.parseInt(date.group("month")),
                    Integer.parseInt(date.group("day")));
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            throw new BadValueException(row.path(field).orElse(field.name()), text, "a date as month/day/year");
        }
    }
}
