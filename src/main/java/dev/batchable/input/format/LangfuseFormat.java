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
import java.util.Locale;
import java.util.Set;

/// Reads observations of Langfuse wherever they come from: the export of the observations or events table (CSV,
/// JSON, JSON lines), the blob storage integration (the same with underscores), a page of the public API, and the
/// download of a trace. Only generations and embeddings are calls of models; all others stand around them.
final class LangfuseFormat implements LogFormat {
    static final String ID = "langfuse";

    private static final String ATTRIBUTES = "metadata.attributes.";
    private static final String AI_SDK_METADATA = ATTRIBUTES + "ai.response.providerMetadata.openai.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.GROUP, "traceId", "trace_id", "trace.id")
            .field(Field.CALL, "id")
            .field(Field.PARENT, "parentObservationId", "parent_observation_id")
            .field(Field.WITNESS, "metadata.scope.name")
            .field(Field.OPERATION, "type")
            .field(Field.START, "startTime", "start_time")
            .field(Field.END, "endTime", "end_time")
            // Other names of it hold seconds in some versions and milliseconds in others.
            .field(Field.LATENCY, "latencyMs")
            .field(Field.FIRST_TOKEN, "completionStartTime", "completion_start_time", LangfuseCall.FIRST_TOKEN_MILLIS)
            .field(
                    Field.PROVIDER,
                    ATTRIBUTES + "gen_ai.provider.name",
                    ATTRIBUTES + "gen_ai.system",
                    ATTRIBUTES + "ai.model.provider",
                    ATTRIBUTES + "llm.provider",
                    ATTRIBUTES + "llm.system",
                    "metadata.ls_provider")
            .field(Field.MODEL, "model", "providedModelName", "provided_model_name")
            // The map of all counts; see LangfuseUsage.
            .field(Field.DETAIL, "usageDetails", "usage_details")
            .field(Field.INPUT_TOKENS, "inputUsage", "usage.input", "promptTokens", "usage.promptTokens")
            .field(Field.OUTPUT_TOKENS, "outputUsage", "usage.output", "completionTokens", "usage.completionTokens")
            .field(
                    Field.COST,
                    "costDetails.total",
                    "cost_details.total",
                    "totalCost",
                    "total_cost",
                    "calculatedTotalCost")
            .field(Field.STATUS, "level")
            .field(Field.ERROR, "statusMessage", "status_message")
            .field(
                    Field.STREAM,
                    "modelParameters.stream",
                    "model_parameters.stream",
                    ATTRIBUTES + "gen_ai.request.stream",
                    ATTRIBUTES + "llm.is_streaming")
            .field(
                    Field.SERVICE_TIER,
                    ATTRIBUTES + "openai.response.service_tier",
                    ATTRIBUTES + "gen_ai.openai.response.service_tier",
                    AI_SDK_METADATA + "serviceTier",
                    "modelParameters.service_tier",
                    "model_parameters.service_tier")
            .field(Field.REQUEST_ID, "id")
            .field(Field.SESSION, "sessionId", "session_id", "trace.sessionId")
            .field(Field.USER, "userId", "user_id", "trace.userId")
            .field(
                    Field.WORKLOAD,
                    "metadata.workload",
                    "metadata.feature",
                    "metadata.use_case",
                    "promptName",
                    "prompt_name",
                    "traceName",
                    "trace_name",
                    "trace.name")
            .field(Field.SERVICE, "name")
            .field(Field.NAME, "name")
            .field(Field.TAGS, "traceTags", "trace_tags", "trace.tags", "tags")
            .build();

    private static final Set<Field> PROVIDED = Provided.by(
            TABLE,
            Field.CACHE_READ_TOKENS,
            Field.CACHE_WRITE_TOKENS,
            Field.CACHE_WRITE_1H_TOKENS,
            Field.REASONING_TOKENS);
    private static final String COST_OF_ALL = "totalCost";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Langfuse observations (export, blob storage, API, trace download)";
    }

    @Override
    public String url() {
        return "https://langfuse.com/docs/api-and-data-platform/features/export-from-ui";
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
        return Nesting.of("observations");
    }

    @Override
    public boolean claims(Head head) {
        return isObservation(head) || holdsObservations(head) || head.has("trace.id", "trace.projectId", "trace.tags");
    }

    private static boolean isObservation(Head head) {
        boolean api = head.has("id", "traceId", "startTime")
                && (head.has("usageDetails") || head.has("parentObservationId") || head.has("latencyMs"));
        return api
                || (head.has("id", "trace_id", "start_time")
                        && (head.has("usage_details")
                                || head.has("parent_observation_id")
                                || head.has("provided_model_name")));
    }

    private static boolean holdsObservations(Head head) {
        return head.anywhere("observations.traceId") && head.anywhere("observations.startTime");
    }

    /// What the API gives as one trace has the trace's own fields around its observations; its total cost must not
    /// pass for theirs.
    @Override
    public FieldTable<Field> fields(Head head) {
        if (!holdsObservations(head) || !head.has(COST_OF_ALL)) {
            return TABLE;
        }
        FieldTable.Builder<Field> table = FieldTable.builder();
        TABLE.bindings().stream()
                .filter(binding -> !binding.path().equals(COST_OF_ALL))
                .forEach(binding -> table.field(binding.field(), binding.path()));
        return table.build();
    }

    /// Exports of the older generations table have no types, and nothing but generations.
    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        String type = row.text(Field.OPERATION).orElse(LangfuseCall.GENERATION).toUpperCase(Locale.ROOT);
        switch (type) {
            case LangfuseCall.GENERATION, LangfuseCall.EMBEDDING -> readCall(row, type, sink);
            case "TOOL" -> sink.ignored(Ignored.TOOL_CALL);
            case "EVENT", "RETRIEVER", "EVALUATOR", "GUARDRAIL" -> sink.ignored(Ignored.CONTEXT);
            default -> sink.ignored(Ignored.WRAPPER);
        }
    }

    private void readCall(Row<Field> row, String type, RecordSink sink) throws BadValueException {
        boolean wrapper = row.decoded(Field.NAME, SpanKind::named)
                .filter(kind -> kind.role() == SpanKind.Role.WRAPPER)
                .isPresent();
        if (wrapper) {
            sink.ignored(Ignored.WRAPPER);
        } else {
            sink.part(Parts.call(row, ID, new LangfuseCall(row, type).request()));
        }
    }
}
