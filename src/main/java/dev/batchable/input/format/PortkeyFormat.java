package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads Portkey's log exports: JSON lines of the export API and of the dashboard, or the same columns as CSV. Which
/// columns are there is the user's choice, and so is whether `request` and `response` are; the provider's own usage
/// block in the response tells cached tokens.
final class PortkeyFormat implements LogFormat {
    private static final String[] REQUEST = {"request", "request.body"};
    private static final String[] RESPONSE = {"response", "response.body"};
    private static final List<String> USAGE = List.of("response.usage.", "response.body.usage.");

    private static final FieldTable<Field> TABLE = table();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static FieldTable<Field> table() {
        FieldTable.Builder<Field> table = FieldTable.<Field>builder()
                .field(Field.START, "created_at")
                .field(Field.LATENCY, "response_time")
                .field(Field.PROVIDER, "ai_org")
                .field(Field.MODEL, "ai_model")
                .field(Field.MODEL, CallerMetadata.below(REQUEST, "model"))
                .field(Field.OPERATION, "request_url")
                .field(Field.INPUT_TOKENS, "req_units")
                .field(Field.OUTPUT_TOKENS, "res_units")
                .field(Field.COST, "cost")
                .field(Field.CURRENCY, "cost_currency")
                .field(Field.HTTP_STATUS, "response_status_code")
                .field(Field.STATUS, "is_success")
                .field(Field.STREAM, "stream_mode")
                .field(Field.STREAM, CallerMetadata.below(REQUEST, "stream"))
                .field(Field.RETRIES, "retry_success_count")
                .field(Field.SERVICE_TIER, CallerMetadata.below(RESPONSE, "service_tier", "usage.service_tier"))
                .field(Field.REQUEST_ID, "id")
                .field(Field.REQUEST_ID, CallerMetadata.below(RESPONSE, "id"))
                .field(Field.KEY_ALIAS, "virtual_key")
                .field(Field.CACHE_HIT, "cache_status");
        USAGE.forEach(usage -> ProviderAnswerTokens.bindParts(table, usage));
        CallerMetadata.bind(table.field(Field.TAGS, PortkeyMetadata.KEYS), PortkeyMetadata.OBJECT);
        return table.field(Field.DETAIL, PortkeyMetadata.VALUES)
                .field(Field.WORKLOAD, "prompt_slug")
                .field(Field.SESSION, "trace_id")
                .build();
    }

    @Override
    public String id() {
        return "portkey";
    }

    @Override
    public String title() {
        return "Portkey log export";
    }

    @Override
    public String url() {
        return "https://portkey.ai/docs/product/observability/logs-export";
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
        return head.has("created_at", "ai_org", "ai_model");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        PortkeyRow call = new PortkeyRow(row);
        // HIT and SEMANTIC HIT
        if (row.text(Field.CACHE_HIT)
                .filter(status -> status.toUpperCase(Locale.ROOT).endsWith("HIT"))
                .isPresent()) {
            sink.cacheServed(call.request());
        } else {
            sink.request(call.request());
        }
    }
}
