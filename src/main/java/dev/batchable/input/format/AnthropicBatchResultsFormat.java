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

/// Reads results of Anthropic's Message Batches into whose lines a time was written, since they tell none; which
/// one, is said where they are refused without. Calls that expired or were cancelled are not charged.
final class AnthropicBatchResultsFormat implements LogFormat {
    private static final String RESULT = "result.type";
    private static final Set<String> NOT_RUN = Set.of("canceled", "expired");

    @Override
    public String id() {
        return "anthropic-batch-results";
    }

    @Override
    public String title() {
        return "Anthropic Message Batches results, with a time in each line";
    }

    @Override
    public String url() {
        return "https://docs.claude.com/en/docs/build-with-claude/batch-processing";
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
        return isResults(head)
                && KnownNames.matches(Set.copyOf(head.header())).stream()
                        .anyMatch(match -> match.field() == Field.START);
    }

    /// Whether these are results, with or without times.
    static boolean isResults(Head head) {
        return head.has("custom_id", "result.type");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return ProviderAnswerFields.table(
                FieldTable.<Field>builder()
                        .field(Field.STATUS, RESULT)
                        .field(Field.ERROR, "result.error.error.type", "result.error.type"),
                head,
                List.of("result.message"));
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        if (row.text(Field.STATUS).filter(NOT_RUN::contains).isPresent()) {
            sink.ignored(Ignored.NOT_RUN);
        } else {
            sink.request(ProviderAnswer.batched(new TrackedRow(row)));
        }
    }
}
