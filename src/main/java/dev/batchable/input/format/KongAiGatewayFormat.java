package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Reads what Kong's log plugins (file, HTTP, TCP …) write of each request, with what its AI plugins add under `ai`.
/// A plugin's part stands under its name, and since 3.9 under `proxy` for both proxies; token names are singular in
/// older versions. A gateway also passes on other traffic, which is ignored.
final class KongAiGatewayFormat implements LogFormat {
    /// The plugins that pass a call on to a model. Where a transformer calls a model as well, for the same request, the
    /// proxy's call counts.
    private static final String[] PLUGINS = {
        "ai.proxy", "ai.ai-proxy", "ai.ai-proxy-advanced", "ai.ai-request-transformer", "ai.ai-response-transformer"
    };
    private static final String[] CACHES = Stream.concat(Stream.of(PLUGINS), Stream.of("ai.ai-semantic-cache", "ai"))
            .toArray(String[]::new);
    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "started_at")
            .field(Field.LATENCY, "latencies.request")
            .field(Field.LATENCY, below("meta.llm_latency"))
            .field(Field.FIRST_TOKEN, below("usage.time_to_first_token"))
            .field(Field.PROVIDER, below("meta.provider_name"))
            .field(Field.MODEL, below("meta.response_model", "meta.request_model"))
            .field(Field.OPERATION, "upstream_uri", "request.uri")
            // What the MCP plugins tell of themselves.
            .field(Field.KIND, "ai.mcp")
            .field(Field.INPUT_TOKENS, below("usage.prompt_tokens", "usage.prompt_token", "usage.input_tokens"))
            .field(Field.CACHE_READ_TOKENS, below("usage.prompt_tokens_details.cached_tokens"))
            .field(
                    Field.OUTPUT_TOKENS,
                    below("usage.completion_tokens", "usage.completion_token", "usage.output_tokens"))
            .field(Field.REASONING_TOKENS, below("usage.completion_tokens_details.reasoning_tokens"))
            .field(Field.COST, below("usage.cost"))
            .field(Field.HTTP_STATUS, "response.status", "upstream_status")
            .field(Field.STREAM, below("meta.request_mode"))
            .field(Field.RETRIES, "tries." + FieldTable.COUNT)
            .field(Field.REQUEST_ID, "request.id")
            .field(Field.USER_AGENT, "request.headers.user-agent")
            .field(Field.KEY_ALIAS, "consumer.username", "consumer.custom_id")
            .field(Field.KEY_ID, "consumer.id", "authenticated_entity.id")
            .field(Field.SERVICE, "route.name", "service.name")
            .field(Field.CACHE_HIT, CallerMetadata.below(CACHES, "cache.cache_status"))
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static String[] below(String... names) {
        return CallerMetadata.below(PLUGINS, names);
    }

    @Override
    public String id() {
        return "kong-ai-gateway";
    }

    @Override
    public String title() {
        return "Kong AI Gateway logs (log plugins with AI plugins)";
    }

    @Override
    public String url() {
        return "https://developer.konghq.com/ai-gateway/ai-audit-log-reference/";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    /// Also without a first line that has `ai`: most of a gateway's traffic may be other.
    @Override
    public boolean claims(Head head) {
        return head.has("started_at", "request.uri", "tries") || head.has("started_at", "request.uri", "latencies");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        if (row.text(Field.KIND).isPresent()) {
            sink.ignored(Ignored.TOOL_CALL);
        } else if (Stream.of(Field.MODEL, Field.PROVIDER, Field.INPUT_TOKENS)
                .allMatch(field -> row.text(field).isEmpty())) {
            sink.ignored(Ignored.OTHER_TRAFFIC);
        } else if (row.text(Field.CACHE_HIT).filter("hit"::equalsIgnoreCase).isPresent()) {
            sink.cacheServed(request(new TrackedRow(row)));
        } else {
            sink.request(request(new TrackedRow(row)));
        }
    }

    private static Request request(TrackedRow row) throws BadValueException {
        row.text(Field.CACHE_HIT);
        Timing timing = Timings.inMillis(row);
        Streaming shown = timing.firstTokenShowsStreaming() ? Streaming.STREAMED : Streaming.UNKNOWN;
        CallDraft draft = CallDraft.of(row)
                .timing(timing)
                .streaming(row.decoded(Field.STREAM, KongAiGatewayFormat::streaming)
                        .orElse(shown))
                .retries(retries(row));
        // Routes are named as the operator likes; what they do not tell is not known.
        if (Operations.of(row) == Operation.OTHER) {
            row.forget(Field.OPERATION);
            draft.operation(Operation.UNKNOWN);
        }
        return draft.request();
    }

    private static Optional<Streaming> streaming(String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "oneshot" -> Optional.of(Streaming.UNSTREAMED);
            case "stream", "streaming", "realtime" -> Optional.of(Streaming.STREAMED);
            default -> Optional.empty();
        };
    }

    /// The first try is none.
    private static OptionalInt retries(TrackedRow row) throws BadValueException {
        OptionalLong tries = row.count(Field.RETRIES);
        if (tries.orElse(0) == 0) {
            row.forget(Field.RETRIES);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, tries.getAsLong() - 1));
    }
}
