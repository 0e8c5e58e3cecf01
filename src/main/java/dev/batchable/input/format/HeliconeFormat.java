package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;

/// Reads Helicone's requests: rows of the API as `npx @helicone/export` writes them (JSON lines, JSON, CSV), the
/// export of the dashboard (one `heliconeMetadata` a request), and rows of the ClickHouse table of those who host
/// it themselves.
///
/// In the exporter's CSV `model` and `latency` are empty: it asks for keys that the API's rows do not have. The model
/// then stands in `request_body`, and the latency lies between the two dates.
final class HeliconeFormat implements LogFormat {
    private static final String UI = "heliconeMetadata.";
    private static final String[] REQUEST = {"request_body", "raw.request"};
    private static final String[] RESPONSE = {"response_body", "raw.response"};
    private static final String[] USAGE = {"response_body.usage", "raw.response.usage"};
    private static final String[] PROPERTIES = {"request_properties", "properties", UI + "customProperties"};
    private static final FieldTable<Field> TABLE = table();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static FieldTable<Field> table() {
        FieldTable.Builder<Field> table = FieldTable.<Field>builder()
                .field(Field.START, "request_created_at", UI + "createdAt")
                .field(Field.END, "response_created_at")
                .field(Field.LATENCY, "delay_ms", "latency", UI + "latency")
                .field(Field.FIRST_TOKEN, "time_to_first_token", UI + "timeToFirstToken")
                .field(Field.PROVIDER, "provider", UI + "provider")
                .field(Field.MODEL, "model_override", "response_model", "request_model", "model")
                .field(Field.MODEL, CallerMetadata.below(REQUEST, "model"))
                // What logs of tools and of vector databases tell of themselves, among those of models.
                .field(Field.KIND, CallerMetadata.below(REQUEST, "_type"))
                .field(Field.OPERATION, "request_path", UI + "path", "target_url")
                .field(Field.INPUT_TOKENS, "prompt_tokens", UI + "promptTokens")
                .field(Field.CACHE_READ_TOKENS, "prompt_cache_read_tokens", UI + "promptCacheReadTokens")
                .field(Field.CACHE_WRITE_TOKENS, "prompt_cache_write_tokens", UI + "promptCacheWriteTokens")
                // Newer counts of completion tokens leave reasoning out; what the provider said does not.
                .field(Field.OUTPUT_TOKENS, CallerMetadata.below(USAGE, "completion_tokens", "output_tokens"))
                .field(Field.OUTPUT_TOKENS, "completion_tokens", UI + "completionTokens")
                .field(
                        Field.REASONING_TOKENS,
                        CallerMetadata.below(
                                USAGE,
                                "completion_tokens_details.reasoning_tokens",
                                "output_tokens_details.reasoning_tokens"))
                .field(Field.COST, "costUSD", "cost_usd", "cost", UI + "cost")
                .field(Field.HTTP_STATUS, "response_status", UI + "status.code", HeliconeRow.TABLE_STATUS)
                .field(Field.STREAM, CallerMetadata.below(REQUEST, "stream"))
                .field(Field.SERVICE_TIER, CallerMetadata.below(RESPONSE, "service_tier", "usage.service_tier"))
                .field(Field.REQUEST_ID, "request_id", UI + "requestId", "response_id")
                .field(Field.SESSION, CallerMetadata.below(PROPERTIES, "Helicone-Session-Id"))
                .field(Field.USER, "request_user_id", UI + "user", "user_id")
                .field(Field.CACHE_HIT, "cache_reference_id", UI + "cacheReferenceId");
        CallerMetadata.bind(table, PROPERTIES);
        return table.field(Field.WORKLOAD, CallerMetadata.below(PROPERTIES, "Helicone-Session-Name"))
                .field(Field.WORKLOAD, "prompt_id", UI + "promptId")
                .field(Field.SESSION, CallerMetadata.below(PROPERTIES, "Conversation"))
                .build();
    }

    @Override
    public String id() {
        return "helicone";
    }

    @Override
    public String title() {
        return "Helicone requests (npx @helicone/export, the dashboard's export, ClickHouse rows)";
    }

    @Override
    public String url() {
        return "https://docs.helicone.ai/rest/request/post-v1requestquery-clickhouse";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        return head.has("request_created_at", "response_status", "response_id")
                || head.has("request_created_at", "response_status", "request_id")
                || head.has("request_created_at", "request_id", "organization_id", HeliconeRow.TABLE_STATUS)
                || head.has("heliconeMetadata");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        HeliconeRow call = new HeliconeRow(row);
        if (isEvent(row)) {
            sink.ignored(Ignored.TOOL_CALL);
        } else if (call.isCacheServed()) {
            sink.cacheServed(call.request());
        } else {
            sink.request(call.request());
        }
    }

    private static boolean isEvent(Row<Field> row) {
        return row.text(Field.KIND).isPresent()
                || row.text(Field.MODEL)
                        .filter(model -> model.startsWith("tool:") || model.startsWith("vector_db"))
                        .isPresent();
    }
}
