package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;

/// Reads the CSV of OpenAI's usage dashboard (`completions_usage_2026-09-01_2026-09-30.csv`) and results that were
/// flattened to CSV. Order and number of the columns follow the grouping; counts come as `3.0`, and the rows of
/// intervals without usage end after their times ([OpenAiUsage]).
final class OpenAiUsageCsvFormat implements LogFormat {
    /// `start_time,end_time,start_time_iso,end_time_iso`.
    private static final Nesting ROWS = Nesting.rowsEmptyAt(4);

    @Override
    public String id() {
        return "openai-usage-csv";
    }

    @Override
    public String title() {
        return "OpenAI usage (dashboard export, CSV)";
    }

    @Override
    public String url() {
        return "https://platform.openai.com/usage";
    }

    @Override
    public Set<Field> provides() {
        return OpenAiUsage.PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.TOTAL;
    }

    /// Logs of single calls have starts and ends too, but neither of the other two.
    @Override
    public boolean claims(Head head) {
        return head.shape() == Head.Shape.CSV
                && head.has("start_time", "end_time")
                && (head.has("start_time_iso", "end_time_iso") || head.has("num_model_requests"))
                && !head.has("amount_value");
    }

    @Override
    public Nesting nesting() {
        return ROWS;
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return OpenAiUsage.TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        OpenAiUsage.read(row, sink);
    }
}
