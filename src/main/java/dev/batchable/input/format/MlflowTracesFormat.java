package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads traces of MLflow as `Trace.to_json` and the tracking server write them, and single spans. Attributes are
/// JSON kept as text, by some versions twice. What a trace tells about its tokens is the sum of its spans, so
/// only the spans are counted.
final class MlflowTracesFormat implements LogFormat {
    private static final String ID = "mlflow-traces";
    private static final String OF_SPAN = "attributes.";
    private static final String USAGE = OF_SPAN + "mlflow.chat.tokenUsage.";
    private static final String OTEL_USAGE = OF_SPAN + "gen_ai.usage.";
    private static final String OF_TRACE = "info.trace_metadata.";
    private static final String SPAN_TYPE = OF_SPAN + "mlflow.spanType";
    private static final String TRACE_REQUEST = OF_SPAN + "mlflow.traceRequestId";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.GROUP, "trace_id", "context.trace_id", TRACE_REQUEST, "info.trace_id", "info.request_id")
            .field(Field.CALL, "span_id", "context.span_id")
            .field(Field.PARENT, "parent_span_id", "parent_id")
            // Two libraries that are traced at once report one call each, the outer one around the inner one.
            .field(Field.WITNESS, OF_SPAN + "mlflow.message.format")
            .field(Field.OPERATION, SPAN_TYPE, OF_SPAN + "gen_ai.operation.name")
            .field(Field.START, "start_time_unix_nano", "start_time_ns", "start_time")
            .field(Field.END, "end_time_unix_nano", "end_time_ns", "end_time")
            .field(
                    Field.PROVIDER,
                    OF_SPAN + "mlflow.llm.provider",
                    OF_SPAN + "gen_ai.provider.name",
                    OF_SPAN + "gen_ai.system")
            .field(
                    Field.MODEL,
                    OF_SPAN + "mlflow.llm.model",
                    OF_SPAN + "gen_ai.response.model",
                    OF_SPAN + "gen_ai.request.model",
                    OF_SPAN + "model",
                    OF_SPAN + "model_name")
            .field(Field.INPUT_TOKENS, USAGE + "input_tokens", OTEL_USAGE + "input_tokens")
            .field(Field.OUTPUT_TOKENS, USAGE + "output_tokens", OTEL_USAGE + "output_tokens")
            .field(
                    Field.CACHE_READ_TOKENS,
                    USAGE + "cache_read_input_tokens",
                    OTEL_USAGE + "cache_read.input_tokens",
                    OTEL_USAGE + "cache_read_input_tokens")
            .field(
                    Field.CACHE_WRITE_TOKENS,
                    USAGE + "cache_creation_input_tokens",
                    OTEL_USAGE + "cache_creation.input_tokens",
                    OTEL_USAGE + "cache_creation_input_tokens")
            .field(Field.REASONING_TOKENS, OTEL_USAGE + "reasoning.output_tokens")
            .field(Field.COST, OF_SPAN + "mlflow.llm.cost.total_cost")
            .field(Field.STATUS, "status.code", "status_code")
            .field(Field.ERROR, OF_SPAN + "error.type", "status.message", "status_message")
            .field(Field.STREAM, OF_SPAN + "stream", OF_SPAN + "gen_ai.request.stream")
            .field(Field.SERVICE_TIER, OF_SPAN + "openai.response.service_tier", OF_SPAN + "service_tier")
            .field(Field.REQUEST_ID, OF_SPAN + "gen_ai.response.id", "span_id", "context.span_id")
            .field(
                    Field.SESSION,
                    OF_TRACE + "mlflow.trace.session",
                    OF_SPAN + "session.id",
                    OF_SPAN + "gen_ai.conversation.id")
            .field(Field.USER, OF_TRACE + "mlflow.trace.user", OF_SPAN + "user.id")
            .field(
                    Field.WORKLOAD,
                    "info.tags.workload",
                    "info.tags.feature",
                    "info.tags.use_case",
                    OF_TRACE + "workload",
                    OF_TRACE + "feature",
                    OF_TRACE + "use_case",
                    OF_SPAN + "mlflow.linkedPrompts.[0].name",
                    "info.tags.mlflow.traceName")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static final Set<String> CALLS =
            Set.of("CHAT_MODEL", "LLM", "EMBEDDING", "CHAT", "TEXT_COMPLETION", "GENERATE_CONTENT", "EMBEDDINGS");
    private static final Set<String> STEPS =
            Set.of("RETRIEVER", "RERANKER", "PARSER", "MEMORY", "GUARDRAIL", "EVALUATOR");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "MLflow traces";
    }

    @Override
    public String url() {
        return "https://mlflow.org/docs/latest/genai/tracing/";
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
    public Nesting nesting() {
        return new Nesting(List.of(Set.of("traces"), Set.of("data.spans", "spans")));
    }

    /// By the attributes, and for a trace whose spans do not stand in the head by those of the trace.
    @Override
    public boolean claims(Head head) {
        return List.of("", "spans.", "data.spans.", "traces.data.spans.").stream()
                        .anyMatch(array -> head.anywhere(array + SPAN_TYPE) || head.anywhere(array + TRACE_REQUEST))
                || head.has("info.trace_id", "info.trace_metadata");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        String type = row.text(Field.OPERATION).orElse("").toUpperCase(Locale.ROOT);
        if (CALLS.contains(type)) {
            sink.part(Parts.call(row, ID, call(new TrackedRow(row), type)));
        } else if (type.equals("TOOL")) {
            sink.ignored(Ignored.TOOL_CALL);
        } else {
            sink.ignored(STEPS.contains(type) ? Ignored.CONTEXT : Ignored.WRAPPER);
        }
    }

    private static Request call(TrackedRow row, String type) throws BadValueException {
        row.note(Field.OPERATION);
        return CallDraft.of(row)
                .operation(type.startsWith("EMBEDDING") ? Operation.EMBEDDING : Operation.CHAT)
                .outcome(outcome(row))
                .request();
    }

    /// OpenTelemetry leaves the status of a span that ended well unset.
    private static Outcome outcome(TrackedRow row) throws BadValueException {
        Optional<String> status = row.text(Field.STATUS);
        String word = status.orElse("").toUpperCase(Locale.ROOT);
        if (word.endsWith("UNSET")) {
            return row.instant(Field.END).isPresent() ? Outcome.OK : Outcome.UNKNOWN;
        }
        return Outcomes.of(Optional.empty(), status, word.endsWith("ERROR") ? row.text(Field.ERROR) : Optional.empty());
    }
}
