package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Row;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One result of OpenAI's costs, from the interface or from the dashboard's CSV.
///
/// All that tells what it is for is the line item: `gpt-5-nano, input`, `batch api | gpt-5_1-2025-11-13`,
/// `evals | gpt-4o-mini, input`, `web search tool calls`. OpenAI documents it as a text to group by and not how it is
/// built (<https://developers.openai.com/api/reference>, Organization, Costs). Batch has been seen to say so; of flex
/// and priority nothing is known, so that an item without a word for a tier may be any of the others, and its tier
/// is unknown. Without grouping there is no line item: the total of an organization or a project.
///
/// A batch is billed on the UTC day on which it ends. Usage that is free of charge (for sharing data with OpenAI) has
/// an amount of zero and keeps its quantity.
final class OpenAiLineItem {
    static final FieldTable<BillField> TABLE = FieldTable.<BillField>builder()
            .field(BillField.PERIOD_START, "start_time", "start_time_iso")
            .field(BillField.PERIOD_END, "end_time", "end_time_iso")
            .field(BillField.BILLED_COST, "amount.value", "amount_value")
            .field(BillField.CURRENCY, "amount.currency", "amount_currency")
            .field(BillField.DESCRIPTION, "line_item")
            .field(BillField.CONSUMED_QUANTITY, "quantity")
            .field(BillField.CONSUMED_UNIT, "quantity_unit")
            .build();

    private static final String SELLER = "OpenAI";
    private static final String TOKENS = "tokens";
    private static final String UNGROUPED = "OpenAI usage, not grouped by line item";

    private OpenAiLineItem() {}

    static BillingLine charge(Row<BillField> row) throws BadValueException {
        Money billed = new Money(Charges.amount(row), Charges.currency(row));
        return Charges.of(row, meter(row), billed);
    }

    private static Meter meter(Row<BillField> row) throws BadValueException {
        Optional<String> item = row.text(BillField.DESCRIPTION);
        return MeterReader.read(new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.of(SELLER),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                item.or(() -> Optional.of(UNGROUPED)),
                quantity(row, item).stream().toList()));
    }

    /// Without a unit, as in reports of before it was told, items for tokens count tokens.
    private static Optional<ChargeTexts.Quantity> quantity(Row<BillField> row, Optional<String> item)
            throws BadValueException {
        Optional<BigDecimal> amount = row.decimal(BillField.CONSUMED_QUANTITY);
        Optional<String> untold =
                item.filter(text -> MeterGrammar.read(text).kind().isPresent()).map(text -> TOKENS);
        Optional<String> unit = row.text(BillField.CONSUMED_UNIT).or(() -> untold);
        return amount.flatMap(count -> unit.map(name -> new ChargeTexts.Quantity(count, name)));
    }
}
