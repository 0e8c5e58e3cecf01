package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;

/// Reads output and error files of OpenAI's Batch API, and of those who speak its language: one answer a line,
/// made at the time that the answer tells. A request that failed has no time of its own; one may be written
/// beside it.
final class OpenAiBatchOutputFormat implements LogFormat {
    private static final List<String> NOT_RUN = List.of("batch_expired", "batch_cancelled");

    @Override
    public String id() {
        return "openai-batch-output";
    }

    @Override
    public String title() {
        return "OpenAI Batch API output and error files";
    }

    @Override
    public String url() {
        return "https://platform.openai.com/docs/guides/batch";
    }

    @Override
    public Set<Field> provides() {
        return ProviderAnswerFields.provided();
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        return head.has("custom_id", "response", "error");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return ProviderAnswerFields.table(FieldTable.builder(), head, List.of("response.body"));
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        String error = row.text(Field.ERROR).orElse("");
        if (NOT_RUN.stream().anyMatch(error::contains)) {
            sink.ignored(Ignored.NOT_RUN);
        } else {
            sink.request(ProviderAnswer.batched(new TrackedRow(row)));
        }
    }
}
