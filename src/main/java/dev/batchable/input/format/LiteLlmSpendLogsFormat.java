package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;

/// Reads rows of the table `LiteLLM_SpendLogs`: `COPY … TO` CSV, the JSON array of `/spend/logs`, or own dumps
/// as JSON lines. `metadata`, `response` and `proxy_server_request` are JSON, in most exports as text inside
/// text; exports without them exist and tell neither cached tokens nor key names.
final class LiteLlmSpendLogsFormat implements LogFormat {
    private static final String VALUES = "metadata.additional_usage_values.";
    private static final String ERROR = "metadata.error_information.";

    private static final FieldTable<Field> TABLE = LiteLlmFields.table(VALUES, LiteLlmFields.KEPT_USAGE)
            .field(Field.KIND, "mcp_namespaced_tool_name")
            .field(Field.LATENCY, "request_duration_ms")
            .field(Field.COST, "spend")
            .field(Field.STATUS, "status", "metadata.status")
            .field(Field.HTTP_STATUS, ERROR + "error_code")
            .field(Field.ERROR, ERROR + "error_class")
            .field(Field.STREAM, "proxy_server_request.stream", "proxy_server_request.body.stream")
            .field(Field.SERVICE_TIER, "response.service_tier", "response.usage.service_tier")
            .field(Field.SERVICE_TIER, LiteLlmFields.KEPT_USAGE + "service_tier")
            .field(Field.REGION, "api_base")
            .field(Field.ACCOUNT, "api_base")
            .field(Field.REQUEST_ID, "request_id")
            .field(Field.SESSION, "session_id")
            .field(Field.USER, "end_user")
            .field(Field.KEY_ID, "api_key", "metadata.user_api_key")
            .field(Field.TEAM, "team_id")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    @Override
    public String id() {
        return "litellm-spendlogs";
    }

    @Override
    public String title() {
        return "LiteLLM proxy spend logs (table LiteLLM_SpendLogs)";
    }

    @Override
    public String url() {
        return "https://docs.litellm.ai/docs/proxy/cost_tracking";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    /// `spend` and `request_id` tell it from LiteLLM's logging payload, which has `response_cost` and `id`.
    @Override
    public boolean claims(Head head) {
        return head.has("request_id", "call_type", "spend", "startTime");
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
