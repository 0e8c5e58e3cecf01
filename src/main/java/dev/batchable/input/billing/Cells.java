package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cells without which a row is no charge. The column is named in the message, because an empty cell has no path.
final class Cells {
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

    private Cells() {}

    static Instant date(Row<BillField> row, BillField field, String column) throws BadValueException {
        return required(SpreadsheetCells.instant(row, field), column, "a date");
    }

    /// What is billed, in the row's own currency.
    static Money billed(Row<BillField> row, String amount, String currency) throws BadValueException {
        BigDecimal billed = amount(row, amount);
        return new Money(billed, currency(row, currency));
    }

    static BigDecimal amount(Row<BillField> row, String column) throws BadValueException {
        return required(SpreadsheetCells.decimal(row, BillField.BILLED_COST), column, "an amount");
    }

    static String currency(Row<BillField> row, String column) throws BadValueException {
        String code = row.text(BillField.CURRENCY).orElse("").strip();
        if (!CURRENCY.matcher(code).matches()) {
            throw new BadValueException(column, code, "a currency code such as USD");
        }
        return code;
    }

    /// What a map keyed in lower case makes of a cell; empty for a value that is not in it.
    static <T> Optional<T> oneOf(Row<BillField> row, BillField field, String column, Map<String, T> meanings)
            throws BadValueException {
        String value = required(row.text(field), column, "a type of charge");
        return Optional.ofNullable(meanings.get(value.strip().toLowerCase(Locale.ROOT)));
    }

    static <T> T required(Optional<T> value, String column, String expected) throws BadValueException {
        return value.orElseThrow(() -> new BadValueException(column, "", expected));
    }
}
