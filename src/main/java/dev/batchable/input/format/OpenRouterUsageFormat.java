package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Providers;
import java.util.Set;

/// Reads OpenRouter's `GET /api/v1/activity`: calls of a UTC day by model and endpoint.
///
/// `usage` is what OpenRouter charged. With a key brought along the upstream provider charges `byok_usage_inference`
/// besides, and the calls cost both. The activity tells neither tiers nor who called.
final class OpenRouterUsageFormat implements LogFormat {

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "date")
            .field(Field.MODEL, "model_permaslug", "model")
            .field(Field.INPUT_TOKENS, "prompt_tokens")
            .field(Field.OUTPUT_TOKENS, "completion_tokens")
            .field(Field.REASONING_TOKENS, "reasoning_tokens")
            .field(Field.COST, "usage")
            .field(Field.BYOK_COST, "byok_usage_inference")
            .field(Field.REQUEST_COUNT, "requests")
            .build();

    private static final Set<Field> PROVIDED = Provided.byBuckets(TABLE);

    @Override
    public String id() {
        return "openrouter-usage";
    }

    @Override
    public String title() {
        return "OpenRouter activity by day (activity API, JSON)";
    }

    @Override
    public String url() {
        return "https://openrouter.ai/docs/client-sdks/typescript/models/activityitem";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.TOTAL;
    }

    @Override
    public boolean claims(Head head) {
        return head.has("date", "model_permaslug", "byok_usage_inference", "requests");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> unit, RecordSink sink) throws BadValueException {
        TrackedRow row = new TrackedRow(unit);
        BucketDraft.of(row, Providers.OPENROUTER)
                .daily()
                .tokens(TokenCounts.read(row))
                .into(sink);
    }
}
