package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Part;
import dev.batchable.record.Providers;
import dev.batchable.record.Tokens;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads calls of W&B Weave, JSON lines or CSV. Usage in `summary` is rolled up to the parents, so that only calls
/// count whose own output holds a usage, and failed ones of the libraries that Weave patches. Ops that hand on the
/// answer of such a call hold the same usage: calls are parts of their traces. Costs stand under the name of each model
/// in `summary.weave.costs` and are not read.
final class WeaveCallsFormat implements LogFormat {
    private static final String USAGE = "output.usage.";
    private static final String GEMINI = "output.usage_metadata.";
    private static final String CANDIDATES = "candidates_token_count";
    /// The libraries by the beginning of the op's name, and who bills their calls; calls of LiteLLM
    /// and of Google's library, for either of its services, tell nothing of it.
    private static final Map<String, Optional<String>> LIBRARIES = Map.of(
            "openai", Optional.of(Providers.OPENAI),
            "anthropic", Optional.of(Providers.ANTHROPIC),
            "mistralai", Optional.of("mistral"),
            "groq", Optional.of("groq"),
            "cohere", Optional.of("cohere"),
            "google", Optional.empty(),
            "litellm", Optional.empty());

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.GROUP, "trace_id")
            .field(Field.CALL, "id")
            .field(Field.PARENT, "parent_id")
            .field(Field.OPERATION, "op_name")
            .field(Field.START, "started_at")
            .field(Field.END, "ended_at")
            .field(Field.LATENCY, "summary.weave.latency_ms", "summary.latency_ms")
            .field(Field.MODEL, "output.model", "output.model_version", "inputs.model")
            .field(Field.INPUT_TOKENS, USAGE + "prompt_tokens", USAGE + "input_tokens", GEMINI + "prompt_token_count")
            .field(Field.OUTPUT_TOKENS, USAGE + "completion_tokens", USAGE + "output_tokens", GEMINI + CANDIDATES)
            .field(
                    Field.CACHE_READ_TOKENS,
                    USAGE + "prompt_tokens_details.cached_tokens",
                    USAGE + "input_tokens_details.cached_tokens",
                    USAGE + "cache_read_input_tokens",
                    GEMINI + "cached_content_token_count")
            .field(
                    Field.CACHE_WRITE_TOKENS,
                    USAGE + "cache_creation.ephemeral_5m_input_tokens",
                    USAGE + "cache_creation_input_tokens")
            .field(Field.CACHE_WRITE_1H_TOKENS, USAGE + "cache_creation.ephemeral_1h_input_tokens")
            .field(
                    Field.REASONING_TOKENS,
                    USAGE + "completion_tokens_details.reasoning_tokens",
                    USAGE + "output_tokens_details.reasoning_tokens",
                    GEMINI + "thoughts_token_count")
            .field(Field.STATUS, "summary.weave.status")
            .field(Field.ERROR, "exception")
            .field(Field.STREAM, "inputs.stream")
            .field(Field.SERVICE_TIER, "output.service_tier", USAGE + "service_tier", "inputs.service_tier")
            .field(Field.REQUEST_ID, "output.id", "id")
            .field(Field.SESSION, "thread_id", "attributes.session_id", "attributes.conversation_id")
            .field(Field.USER, "attributes.user_id")
            .field(Field.WORKLOAD, "attributes.workload", "attributes.feature", "attributes.use_case")
            .field(Field.PROJECT, "project_id")
            .field(Field.TAGS, "attributes.tags")
            .build();

    @Override
    public String id() {
        return "weave-calls";
    }

    @Override
    public String title() {
        return "W&B Weave calls";
    }

    @Override
    public String url() {
        return "https://docs.wandb.ai/weave/guides/tracking/tracing";
    }

    @Override
    public Set<Field> provides() {
        Set<Field> told = new HashSet<>(Parts.told(TABLE));
        told.add(Field.PROVIDER);
        return Set.copyOf(told);
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    @Override
    public Nesting nesting() {
        return Nesting.of("calls");
    }

    @Override
    public boolean claims(Head head) {
        return head.has("op_name", "trace_id", "started_at")
                || (head.anywhere("calls.op_name") && head.anywhere("calls.started_at"));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        String op = row.text(Field.OPERATION).map(WeaveCallsFormat::op).orElse("");
        Optional<String> library =
                Optional.of(op.substring(0, Math.max(0, op.indexOf('.')))).filter(LIBRARIES::containsKey);
        boolean used = row.text(Field.INPUT_TOKENS).isPresent()
                || row.text(Field.OUTPUT_TOKENS).isPresent();
        boolean failed = library.isPresent() && row.text(Field.ERROR).isPresent();
        if (used || failed) {
            sink.part(part(row, op, library.flatMap(name -> LIBRARIES.getOrDefault(name, Optional.empty()))));
        } else {
            Parts.around(row, sink, id(), Ignored.WRAPPER);
        }
    }

    /// The name in `weave:///entity/project/op/<name>:<hash>`, or in a plain `<name>`.
    private static String op(String reference) {
        String named = reference.substring(reference.lastIndexOf('/') + 1);
        int hash = named.indexOf(':');
        return hash < 0 ? named : named.substring(0, hash);
    }

    private Part part(Row<Field> raw, String op, Optional<String> provider) throws BadValueException {
        TrackedRow row = new TrackedRow(raw);
        Operation operation = Operations.of(Optional.of(op));
        if (operation == Operation.OTHER) {
            operation = Operation.UNKNOWN;
        } else {
            row.note(Field.OPERATION);
        }
        provider.ifPresent(known -> row.note(Field.PROVIDER));
        return Parts.call(
                raw,
                row,
                id(),
                CallDraft.of(row)
                        .provider(provider)
                        .operation(operation)
                        .tokens(tokens(row))
                        .request());
    }

    /// Anthropic tells the input without what the cache read and wrote, unlike LiteLLM, which uses its names beside
    /// OpenAI's; Gemini the output without the thoughts.
    private static Optional<Tokens> tokens(TrackedRow row) throws BadValueException {
        long input = row.count(Field.INPUT_TOKENS).orElse(0);
        long output = row.count(Field.OUTPUT_TOKENS).orElse(0);
        boolean anthropic = row.path(Field.INPUT_TOKENS).equals(USAGE + "input_tokens")
                && !row.path(Field.CACHE_READ_TOKENS).contains("details");
        boolean gemini = row.path(Field.OUTPUT_TOKENS).endsWith(CANDIDATES);
        return TokenCounts.read(row)
                .map(read -> new Tokens(
                        anthropic ? input + read.cacheRead() + read.cacheWrite() : read.input(),
                        read.cacheRead(),
                        read.cacheWrite5m(),
                        read.cacheWrite1h(),
                        gemini ? output + read.reasoning() : read.output(),
                        read.reasoning()));
    }
}
