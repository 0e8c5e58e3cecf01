package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the logs of Cloudflare's AI Gateway: pages of the logs API (`result` holds the calls), their elements as
/// JSON lines, or either with the capitalised names that Logpush uses elsewhere (`TokensIn` is `tokens_in`).
///
/// What Logpush itself delivers tells neither times nor tokens and is refused, see [Refusals].
final class CloudflareAiGatewayFormat implements LogFormat {
    private static final String METADATA = "metadata";
    private static final FieldTable<Field> TABLE = table();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static FieldTable<Field> table() {
        FieldTable.Builder<Field> table = FieldTable.<Field>builder()
                .field(Field.START, "created_at")
                .field(Field.LATENCY, "duration")
                .field(Field.PROVIDER, "provider")
                .field(Field.MODEL, "model")
                .field(Field.OPERATION, "path", "endpoint", "model_type")
                .field(Field.INPUT_TOKENS, "tokens_in")
                .field(Field.OUTPUT_TOKENS, "tokens_out")
                .field(Field.COST, "cost")
                .field(Field.HTTP_STATUS, "status_code")
                .field(Field.STATUS, "success")
                // Counts the providers tried before this one, and its own earlier tries.
                .field(Field.RETRIES, "step")
                .field(Field.REQUEST_ID, "id")
                .field(Field.CACHE_HIT, "cached");
        CallerMetadata.bind(table, METADATA);
        return table.build();
    }

    @Override
    public String id() {
        return "cloudflare-ai-gateway";
    }

    @Override
    public String title() {
        return "Cloudflare AI Gateway logs";
    }

    @Override
    public String url() {
        return "https://developers.cloudflare.com/api/resources/ai_gateway/subresources/logs/methods/list/";
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
        return spellings(head)
                .keySet()
                .containsAll(Set.of("createdat", "provider", "model", "tokensin", "tokensout", "cached"));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        Map<String, String> spellings = spellings(head);
        FieldTable.Builder<Field> found = FieldTable.builder();
        for (FieldTable.Binding<Field> binding : TABLE.bindings()) {
            String path = binding.path();
            int end = path.indexOf('.') < 0 ? path.length() : path.indexOf('.');
            String key = spellings.getOrDefault(plain(path.substring(0, end)), path.substring(0, end));
            // What is encrypted tells nothing; keys, vectors and data of the cipher are no tags.
            if (!head.has(key + ".iv")) {
                found.field(binding.field(), key + path.substring(end));
            }
        }
        return found.build();
    }

    /// The names at the top of the file, by the plain form of each.
    private static Map<String, String> spellings(Head head) {
        return head.header().stream()
                .collect(Collectors.toMap(CloudflareAiGatewayFormat::plain, name -> name, (one, more) -> one));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        TrackedRow tracked = new TrackedRow(row);
        boolean cached = tracked.flag(Field.CACHE_HIT).orElse(false);
        Request request =
                CallDraft.of(tracked).timing(Timings.inMillis(tracked)).request();
        if (cached) {
            sink.cacheServed(request);
        } else {
            sink.request(request);
        }
    }
}
