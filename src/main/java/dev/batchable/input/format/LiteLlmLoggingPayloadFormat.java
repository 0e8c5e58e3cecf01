package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;

/// Reads LiteLLM's `StandardLoggingPayload`: one object a file as its S3, Google Cloud Storage and Azure Blob
/// loggers write them, or many in an array or as JSON lines. Its `id` is the `request_id` of the spend log, so
/// that a call given in both is counted once.
///
/// `response_time` is not read: it is the latency of one kind of call and the first token of the other, and both
/// follow from the three times. A stored response may be redacted; its token details then stand in `metadata`.
final class LiteLlmLoggingPayloadFormat implements LogFormat {
    private static final String USAGE = "response.usage.";
    private static final String ERROR = "error_information.";

    private static final FieldTable<Field> TABLE = LiteLlmFields.table(USAGE, LiteLlmFields.KEPT_USAGE)
            .field(Field.KIND, "metadata.mcp_tool_call_metadata.name")
            .field(Field.COST, "response_cost", "hidden_params.response_cost")
            .field(Field.STATUS, "status", "status_fields.llm_api_status")
            .field(Field.HTTP_STATUS, ERROR + "error_code")
            .field(Field.ERROR, ERROR + "error_class", "error_str")
            .field(Field.STREAM, "stream", "model_parameters.stream")
            .field(Field.SERVICE_TIER, "response.service_tier", USAGE + "service_tier")
            .field(Field.SERVICE_TIER, LiteLlmFields.KEPT_USAGE + "service_tier", "model_parameters.service_tier")
            .field(Field.REGION, "api_base", "hidden_params.api_base")
            .field(Field.ACCOUNT, "api_base", "hidden_params.api_base")
            .field(Field.REQUEST_ID, "id")
            .field(Field.SESSION, "trace_id")
            .field(Field.USER, "end_user", "metadata.user_api_key_end_user_id", "model_parameters.user")
            .field(Field.KEY_ID, "metadata.user_api_key_hash")
            .field(Field.TEAM, "metadata.user_api_key_team_id")
            .field(Field.REPEAT_KEY, "hidden_params.cache_key")
            .field(Field.REQUEST_COUNT, "response.request_counts.completed")
            .field(Field.FAILED_COUNT, "response.request_counts.failed")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    @Override
    public String id() {
        return "litellm-logging-payload";
    }

    @Override
    public String title() {
        return "LiteLLM StandardLoggingPayload (S3, GCS and Azure Blob loggers, callbacks)";
    }

    @Override
    public String url() {
        return "https://docs.litellm.ai/docs/proxy/logging_spec";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    /// `response_cost` and `id` tell it from a row of the spend log, which has `spend` and `request_id`.
    @Override
    public boolean claims(Head head) {
        return head.has("id", "call_type", "response_cost", "startTime");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        LiteLlmRow.read(row, sink);
    }
}
