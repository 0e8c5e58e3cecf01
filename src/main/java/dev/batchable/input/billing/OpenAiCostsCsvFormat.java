package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;

/// Reads the cost export of OpenAI's dashboard (`cost_2026-09-01_2026-09-30.csv`), which is provisional and
/// no invoice: without tax, and without what was paid in advance. Days without charges stand in it with an
/// empty amount, or end after their times ([OpenAiLineItem]).
final class OpenAiCostsCsvFormat implements BillingFormat {
    /// `start_time,end_time,start_time_iso,end_time_iso`.
    private static final Nesting ROWS = Nesting.rowsEmptyAt(4);

    @Override
    public String id() {
        return "openai-costs-csv";
    }

    @Override
    public String title() {
        return "OpenAI costs (dashboard export, CSV)";
    }

    @Override
    public String url() {
        return "https://platform.openai.com/usage";
    }

    @Override
    public boolean claims(Head head) {
        return head.shape() == Head.Shape.CSV && head.has("start_time", "amount_value", "amount_currency");
    }

    @Override
    public Nesting nesting() {
        return ROWS;
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return OpenAiLineItem.TABLE;
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        if (row.text(BillField.BILLED_COST).isEmpty()
                && row.text(BillField.DESCRIPTION).isEmpty()) {
            sink.ignored(Ignored.EMPTY);
        } else {
            sink.charge(OpenAiLineItem.charge(row));
        }
    }
}
