package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;

/// Reads output of batch prediction with Gemini on Vertex AI, from Cloud Storage or BigQuery, where each line tells
/// when it was processed; results of the Gemini API's own batches can be given that time too.
final class GeminiBatchOutputFormat implements LogFormat {
    @Override
    public String id() {
        return "gemini-batch-output";
    }

    @Override
    public String title() {
        return "Vertex AI batch prediction output (Gemini)";
    }

    @Override
    public String url() {
        return "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/batch-prediction-gemini";
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
        return head.has("processed_time") && ProviderAnswerMarks.isGeminiResponse(head);
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return ProviderAnswerFields.table(
                FieldTable.<Field>builder().field(Field.START, "processed_time"), head, List.of("response"));
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        sink.request(ProviderAnswer.batched(new TrackedRow(row)));
    }
}
