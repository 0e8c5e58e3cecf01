package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import dev.batchable.record.ChargeCategory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a bill says about a charge in words and quantities, before anything is concluded from it.
///
/// @param seller who sends the bill, as billed
/// @param service product name, as billed
/// @param kindOfService how the bill classes the service: FOCUS ServiceCategory and ServiceSubcategory
/// @param usageType an AWS usage type
/// @param meters all further texts that may name model, token kind or tier, the most telling first
/// @param description the text that people recognise the charge by
/// @param quantities in the order of preference
record ChargeTexts(
        ChargeCategory category,
        Optional<String> seller,
        Optional<String> service,
        List<String> kindOfService,
        Optional<String> usageType,
        List<String> meters,
        Optional<String> description,
        List<Quantity> quantities) {

    /// An amount in a unit as billed.
    record Quantity(BigDecimal amount, String unit) {
        /// Empty where the row lacks either.
        static Optional<Quantity> in(Row<BillField> row, BillField amount, BillField unit) throws BadValueException {
            Optional<BigDecimal> value = SpreadsheetCells.decimal(row, amount);
            return value.flatMap(number -> row.text(unit).map(name -> new Quantity(number, name)));
        }
    }
}
