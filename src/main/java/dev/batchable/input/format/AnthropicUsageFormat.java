package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Providers;
import java.util.List;
import java.util.Set;

/// Reads Anthropic's usage of the messages interface in JSON: the pages of `usage_report/messages`, and those of
/// `analytics/usage`, whose buckets hold their dimensions in `group` and their counts in `usage`.
///
/// Uncached input, cache reads and cache writes are counted apart. Only `analytics/usage` counts calls. A dimension is
/// null unless the report was grouped by it.
final class AnthropicUsageFormat implements LogFormat {
    private static final Nesting PAGES = new Nesting(List.of(Set.of("data"), Set.of("results")));
    private static final String GROUP = "group.";
    private static final String USAGE = "usage.";
    private static final String UNCACHED = "uncached_input_tokens";
    private static final String READ = "cache_read_input_tokens";
    private static final String MINUTES = "cache_creation.ephemeral_5m_input_tokens";
    private static final String HOUR = "cache_creation.ephemeral_1h_input_tokens";
    private static final String OUTPUT = "output_tokens";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "starting_at")
            .field(Field.END, "ending_at")
            .field(Field.MODEL, "model", GROUP + "model")
            .field(Field.INPUT_TOKENS, UNCACHED, USAGE + UNCACHED)
            .field(Field.CACHE_READ_TOKENS, READ, USAGE + READ)
            .field(Field.CACHE_WRITE_TOKENS, MINUTES, USAGE + MINUTES)
            .field(Field.CACHE_WRITE_1H_TOKENS, HOUR, USAGE + HOUR)
            .field(Field.OUTPUT_TOKENS, OUTPUT, USAGE + OUTPUT)
            .field(Field.SERVICE_TIER, "service_tier", GROUP + "service_tier")
            .field(Field.TIER_FLAG, "speed", GROUP + "speed")
            .field(Field.REGION, "inference_geo", GROUP + "inference_geo")
            .field(Field.REQUEST_COUNT, USAGE + "requests")
            // Accounts that sign in without a key have none to tell.
            .field(Field.KEY_ID, "api_key_id", GROUP + "api_key_id", "service_account_id", "account_id")
            .field(Field.PROJECT, "workspace_id", GROUP + "workspace_id")
            // Limits are those of the organization, which no report names, and within it of the workspace.
            .field(Field.ACCOUNT, "workspace_id", GROUP + "workspace_id")
            .build();

    private static final Set<Field> PROVIDED = Provided.byBuckets(TABLE);

    @Override
    public String id() {
        return "anthropic-usage";
    }

    @Override
    public String title() {
        return "Anthropic usage report (Admin API, JSON)";
    }

    @Override
    public String url() {
        return "https://platform.claude.com/docs/en/manage-claude/usage-cost-api";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.TOTAL;
    }

    /// Pages without any result tell only that they are pages of buckets; they hold nothing either way.
    @Override
    public boolean claims(Head head) {
        Set<String> seen = PAGES.seenByUnits(head);
        if (head.shape() == Head.Shape.CSV || !seen.containsAll(Set.of("starting_at", "ending_at"))) {
            return false;
        }
        boolean nothing =
                seen.contains("results") && head.inArrays().stream().noneMatch(key -> key.contains("results."));
        return seen.contains(UNCACHED) || seen.containsAll(Set.of("group", "usage", USAGE + OUTPUT)) || nothing;
    }

    @Override
    public Nesting nesting() {
        return PAGES;
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
                .tokens(TokenCounts.readAddingCache(row))
                .into(sink);
    }
}
