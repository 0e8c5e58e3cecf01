package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Providers;
import dev.batchable.record.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One result of OpenAI's organization usage, from the interface or from the dashboard's CSV.
///
/// `input_tokens` counts cached and cache-written tokens in. `batch` and `service_tier` tell the tier only where
/// the export was grouped by them; ungrouped, the tier is unknown. Batch usage stands in the bucket in which the
/// batch ended.
final class OpenAiUsage {
    static final String URL = "https://developers.openai.com/api/reference/resources/admin/subresources/organization"
            + "/subresources/usage";

    private static final String UNCACHED = "input_uncached_tokens";

    static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "start_time", "start_time_iso")
            .field(Field.END, "end_time", "end_time_iso")
            .field(Field.OPERATION, "object")
            .field(Field.MODEL, "model")
            .field(Field.INPUT_TOKENS, "input_tokens", UNCACHED)
            .field(Field.CACHE_READ_TOKENS, "input_cached_tokens")
            .field(Field.CACHE_WRITE_TOKENS, "input_cache_write_tokens")
            .field(Field.OUTPUT_TOKENS, "output_tokens")
            .field(Field.TIER_FLAG, "batch")
            .field(Field.SERVICE_TIER, "service_tier")
            .field(Field.REQUEST_COUNT, "num_model_requests")
            .field(Field.KEY_ALIAS, "api_key_name")
            // Keys of the old kind belong to a member, who is all that an export grouped by user tells.
            .field(Field.KEY_ID, "api_key_id", "user_id")
            .field(Field.PROJECT, "project_name", "project_id")
            // Limits are those of the organization, which no export names, and within it of the project.
            .field(Field.ACCOUNT, "project_name", "project_id")
            .build();

    static final Set<Field> PROVIDED = Provided.byBuckets(TABLE);

    private static final String COSTS = "organization.costs.";

    private record Kind(String part, Operation operation) {}

    /// Completions are those of the chat and the responses interface alike.
    private static final List<Kind> MODEL_USAGE = List.of(
            new Kind(".completions.", Operation.CHAT),
            new Kind(".embeddings.", Operation.EMBEDDING),
            new Kind(".moderations.", Operation.MODERATION),
            new Kind(".images.", Operation.IMAGE),
            new Kind(".audio_", Operation.AUDIO));

    private static final List<String> TOOL_USAGE =
            List.of(".vector_stores.", ".code_interpreter", ".file_search", ".web_search");

    private OpenAiUsage() {}

    static void read(Row<Field> unit, RecordSink sink) throws BadValueException {
        TrackedRow row = new TrackedRow(unit);
        String object = row.text(Field.OPERATION).orElse("");
        if (object.startsWith(COSTS)) {
            throw row.bad(Field.OPERATION, "usage; save costs to files of their own");
        }
        if (TOOL_USAGE.stream().anyMatch(object::contains)) {
            sink.ignored(Ignored.TOOL_USAGE);
            return;
        }
        Optional<Tokens> tokens = tokens(row);
        BucketDraft.of(row, Providers.OPENAI)
                .operation(operation(row, object))
                .tokens(tokens)
                .into(sink);
    }

    private static Optional<Tokens> tokens(TrackedRow row) throws BadValueException {
        return row.path(Field.INPUT_TOKENS).equals(UNCACHED) ? TokenCounts.readAddingCache(row) : TokenCounts.read(row);
    }

    /// The dashboard names no kind of usage; only that of completions counts output.
    private static Operation operation(TrackedRow row, String object) {
        for (Kind kind : MODEL_USAGE) {
            if (object.contains(kind.part())) {
                return kind.operation();
            }
        }
        if (!object.isEmpty()) {
            return Operation.OTHER;
        }
        row.forget(Field.OPERATION);
        return row.has(Field.OUTPUT_TOKENS) ? Operation.CHAT : Operation.UNKNOWN;
    }
}
