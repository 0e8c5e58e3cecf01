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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads calls of W&B Weave, JSON lines or CSV. Usage in `summary` is rolled up to the parents, so that only calls
/// count whose own output holds a usage, and failed ones of the libraries that Weave patches. Ops that hand on the
/// answer of such a call hold the same usage: calls are parts of their traces. Costs stand under the name of each model
/// in `summary.weave.costs` and are not read.
final class WeaveCallsFormat implements LogFormat {
    private static final String OUTPUT = "output.";
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

    private static final FieldTable<Field> TABLE = table();
    private static final Set<Field> PROVIDED = Provided.by(TABLE, Field.PROVIDER);

    private static FieldTable<Field> table() {
        FieldTable.Builder<Field> table = FieldTable.<Field>builder()
                .field(Field.GROUP, "trace_id")
                .field(Field.CALL, "id")
                .field(Field.PARENT, "parent_id")
                .field(Field.OPERATION, "op_name")
                .field(Field.START, "started_at")
                .field(Field.END, "ended_at")
                .field(Field.LATENCY, "summary.weave.latency_ms", "summary.latency_ms")
                .field(Field.MODEL, "output.model", "output.model_version", "inputs.model")
                .field(Field.STATUS, "summary.weave.status")
                .field(Field.ERROR, "exception")
                .field(Field.STREAM, "inputs.stream")
                .field(Field.SERVICE_TIER, "output.service_tier", "output.usage.service_tier", "inputs.service_tier")
                .field(Field.REQUEST_ID, "output.id", "id")
                .field(Field.SESSION, "thread_id", "attributes.session_id", "attributes.conversation_id")
                .field(Field.USER, "attributes.user_id")
                .field(Field.WORKLOAD, "attributes.workload", "attributes.feature", "attributes.use_case")
                .field(Field.PROJECT, "project_id")
                .field(Field.TAGS, "attributes.tags");
        ProviderAnswerTokens.bind(table, OUTPUT);
        return table.build();
    }

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
        return PROVIDED;
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
        Optional<Operation> operation =
                Optional.of(Operations.of(Optional.of(op))).filter(known -> known != Operation.OTHER);
        return Parts.call(
                raw,
                id(),
                CallDraft.of(row)
                        .provider(row.noted(Field.PROVIDER, provider))
                        .operation(row.noted(Field.OPERATION, operation).orElse(Operation.UNKNOWN))
                        .tokens(ProviderAnswerTokens.read(row))
                        .request());
    }
}
