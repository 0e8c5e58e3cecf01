package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Providers;
import java.util.Set;

/// Reads the token export of Anthropic's Console (`claude_api_tokens_2026_01.csv`), with and without the columns
/// `context_window`, `inference_geo` and `speed` that came later. A row is a day; keys and workspaces are told by
/// their names; `usage_type` is `standard` or `batch`. It counts no calls.
final class AnthropicConsoleTokensFormat implements LogFormat {
    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "usage_date_utc")
            .field(Field.MODEL, "model_version", "model")
            .field(Field.INPUT_TOKENS, "usage_input_tokens_no_cache")
            .field(Field.CACHE_READ_TOKENS, "usage_input_tokens_cache_read")
            .field(Field.CACHE_WRITE_TOKENS, "usage_input_tokens_cache_write_5m")
            .field(Field.CACHE_WRITE_1H_TOKENS, "usage_input_tokens_cache_write_1h")
            .field(Field.OUTPUT_TOKENS, "usage_output_tokens")
            .field(Field.SERVICE_TIER, "usage_type")
            .field(Field.TIER_FLAG, "speed")
            .field(Field.REGION, "inference_geo")
            .field(Field.KEY_ALIAS, "api_key")
            .field(Field.PROJECT, "workspace")
            .field(Field.ACCOUNT, "workspace")
            .build();

    private static final Set<Field> PROVIDED = Provided.byBuckets(TABLE);

    @Override
    public String id() {
        return "anthropic-console-tokens";
    }

    @Override
    public String title() {
        return "Anthropic Console usage export (tokens, CSV)";
    }

    @Override
    public String url() {
        return "https://platform.claude.com/usage";
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
        return head.has("usage_date_utc", "usage_output_tokens") && !head.has("cost_usd");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> unit, RecordSink sink) throws BadValueException {
        TrackedRow row = new TrackedRow(unit);
        BucketDraft.of(row, Providers.ANTHROPIC)
                .operation(Operation.CHAT)
                .daily()
                .tokens(TokenCounts.readAddingCache(row))
                .into(sink);
    }
}
