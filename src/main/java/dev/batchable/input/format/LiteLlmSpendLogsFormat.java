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
    private static final String USAGE = "metadata.usage_object.";
    private static final String CACHE_DETAIL = "prompt_tokens_details.cache_creation_token_details.";
    private static final String NOTES = "metadata.spend_logs_metadata.";
    private static final String SENT = "metadata.requester_metadata.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "startTime")
            .field(Field.END, "endTime")
            .field(Field.LATENCY, "request_duration_ms")
            .field(Field.FIRST_TOKEN, "completionStartTime")
            .field(Field.PROVIDER, "custom_llm_provider")
            .field(Field.MODEL, "model", "model_group")
            .field(Field.OPERATION, "call_type")
            .field(Field.KIND, "mcp_namespaced_tool_name")
            .field(Field.INPUT_TOKENS, "prompt_tokens")
            .field(Field.OUTPUT_TOKENS, "completion_tokens")
            .field(
                    Field.CACHE_READ_TOKENS,
                    VALUES + "cache_read_input_tokens",
                    VALUES + "prompt_tokens_details.cached_tokens",
                    USAGE + "cache_read_input_tokens",
                    USAGE + "prompt_tokens_details.cached_tokens")
            .field(
                    Field.CACHE_WRITE_TOKENS,
                    VALUES + "cache_creation_input_tokens",
                    VALUES + "prompt_tokens_details.cache_creation_tokens",
                    USAGE + "cache_creation_input_tokens",
                    USAGE + "prompt_tokens_details.cache_creation_tokens")
            .field(
                    Field.CACHE_WRITE_1H_TOKENS,
                    VALUES + CACHE_DETAIL + "ephemeral_1h_input_tokens",
                    USAGE + CACHE_DETAIL + "ephemeral_1h_input_tokens")
            .field(
                    Field.REASONING_TOKENS,
                    VALUES + "completion_tokens_details.reasoning_tokens",
                    USAGE + "completion_tokens_details.reasoning_tokens")
            .field(Field.COST, "spend")
            .field(Field.STATUS, "status", "metadata.status")
            .field(Field.HTTP_STATUS, "metadata.error_information.error_code")
            .field(Field.ERROR, "metadata.error_information.error_class")
            .field(Field.STREAM, "proxy_server_request.stream", "proxy_server_request.body.stream")
            .field(Field.RETRIES, "metadata.attempted_retries")
            .field(Field.SERVICE_TIER, "response.service_tier", "response.usage.service_tier", USAGE + "service_tier")
            .field(Field.REGION, "api_base")
            .field(Field.REQUEST_ID, "request_id")
            .field(Field.SESSION, "session_id")
            .field(Field.USER, "end_user")
            .field(Field.USER_AGENT, "metadata.user_agent")
            .field(
                    Field.WORKLOAD,
                    NOTES + "workload",
                    NOTES + "feature",
                    NOTES + "use_case",
                    SENT + "workload",
                    SENT + "feature",
                    SENT + "use_case")
            .field(Field.KEY_ALIAS, "metadata.user_api_key_alias")
            .field(Field.KEY_ID, "api_key", "metadata.user_api_key")
            .field(Field.PROJECT, "metadata.user_api_key_project_alias", "metadata.user_api_key_project_id")
            .field(Field.TEAM, "metadata.user_api_key_team_alias", "team_id")
            .field(Field.TAGS, "request_tags")
            .field(Field.CACHE_HIT, "cache_hit")
            .field(Field.REPEAT_KEY, "cache_key")
            .field(Field.REQUEST_COUNT, "metadata.batch_successful_requests")
            .field(Field.FAILED_COUNT, "metadata.batch_failed_requests")
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
