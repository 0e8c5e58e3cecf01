package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import java.util.Set;

/// Reads spans of Datadog LLM Observability, as pages of the export API hold them.
final class DatadogLlmObservabilityFormat implements LogFormat {
    private static final String ID = "datadog-llm-observability";
    private static final String OF_SPAN = "attributes.";
    private static final String METRICS = OF_SPAN + "metrics.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.GROUP, OF_SPAN + "trace_id")
            .field(Field.CALL, OF_SPAN + "span_id", "id")
            .field(Field.PARENT, OF_SPAN + "parent_id")
            .field(Field.OPERATION, OF_SPAN + "span_kind")
            // Milliseconds in the documentation's own example, whatever its name says; its size tells.
            .field(Field.START, OF_SPAN + "start_ns")
            .field(Field.LATENCY, OF_SPAN + "duration")
            .field(Field.FIRST_TOKEN, METRICS + "time_to_first_token")
            .field(Field.PROVIDER, OF_SPAN + "model_provider")
            .field(Field.MODEL, OF_SPAN + "model_name")
            .field(Field.INPUT_TOKENS, METRICS + "input_tokens")
            .field(Field.OUTPUT_TOKENS, METRICS + "output_tokens")
            .field(Field.CACHE_READ_TOKENS, METRICS + "cache_read_input_tokens")
            .field(Field.CACHE_WRITE_TOKENS, METRICS + "cache_write_input_tokens")
            .field(Field.CACHE_WRITE_1H_TOKENS, METRICS + "ephemeral_1h_input_tokens")
            .field(Field.REASONING_TOKENS, METRICS + "reasoning_output_tokens")
            .field(Field.COST, METRICS + "estimated_total_cost")
            .field(Field.STATUS, OF_SPAN + "status")
            .field(Field.ERROR, OF_SPAN + "error.type", OF_SPAN + "error.message")
            .field(Field.STREAM, OF_SPAN + "metadata.stream")
            .field(Field.SERVICE_TIER, OF_SPAN + "metadata.service_tier")
            .field(Field.REQUEST_ID, OF_SPAN + "span_id", "id")
            .field(Field.SESSION, OF_SPAN + "session_id")
            .field(Field.USER, OF_SPAN + "metadata.user_id")
            .field(
                    Field.WORKLOAD,
                    OF_SPAN + "metadata.workload",
                    OF_SPAN + "metadata.feature",
                    OF_SPAN + "metadata.use_case")
            .field(Field.SERVICE, OF_SPAN + "ml_app")
            .field(Field.TAGS, OF_SPAN + "tags")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Datadog LLM Observability spans (export API)";
    }

    @Override
    public String url() {
        return "https://docs.datadoghq.com/llm_observability/evaluations/export_api/";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    @Override
    public boolean claims(Head head) {
        return head.has(OF_SPAN + "ml_app", OF_SPAN + "span_kind");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        switch (row.text(Field.OPERATION).orElse("")) {
            case "llm" -> readCall(row, Operation.CHAT, sink);
            case "embedding" -> readCall(row, Operation.EMBEDDING, sink);
            case "tool" -> sink.ignored(Ignored.TOOL_CALL);
            case "retrieval" -> sink.ignored(Ignored.CONTEXT);
            default -> sink.ignored(Ignored.WRAPPER);
        }
    }

    private static void readCall(Row<Field> row, Operation operation, RecordSink sink) throws BadValueException {
        sink.part(Parts.call(row, ID, new DatadogCall(row).request(operation)));
    }
}
