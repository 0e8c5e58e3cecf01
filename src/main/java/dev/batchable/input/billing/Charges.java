package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Charges of providers that bill nothing but usage: no tax, no credits, no corrections of earlier periods.
final class Charges {
    private static final Duration DAY = Duration.ofDays(1);

    private Charges() {}

    /// A charge of the row's period, which is a day where it names no end.
    static BillingLine of(Row<BillField> row, Meter meter, Money billed) throws BadValueException {
        Instant start =
                Cells.required(row.instant(BillField.PERIOD_START), name(row, BillField.PERIOD_START), "a date");
        Instant end = end(row, start);
        return new BillingLine(
                start,
                end,
                ChargeCategory.USAGE,
                false,
                meter,
                billed,
                SpreadsheetCells.decimal(row, BillField.LIST_COST),
                Optional.empty());
    }

    private static Instant end(Row<BillField> row, Instant start) throws BadValueException {
        Instant end = row.instant(BillField.PERIOD_END).orElse(start.plus(DAY));
        if (!end.isAfter(start)) {
            throw new BadValueException(
                    name(row, BillField.PERIOD_END),
                    row.text(BillField.PERIOD_END).orElse(""),
                    "a time after the start");
        }
        return end;
    }

    /// The billed amount as it stands in the row.
    static BigDecimal amount(Row<BillField> row) throws BadValueException {
        return Cells.amount(row, name(row, BillField.BILLED_COST));
    }

    static String currency(Row<BillField> row) throws BadValueException {
        return Cells.currency(row, name(row, BillField.CURRENCY));
    }

    private static String name(Row<BillField> row, BillField field) {
        return row.path(field).orElseGet(() -> field.name().toLowerCase(Locale.ROOT));
    }
}
