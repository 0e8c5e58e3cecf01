package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Reads runs of LangSmith as its API and SDKs give them: JSON lines, an array, or the page with `runs`. Runs of
/// models and embeddings are parts of their traces, since a run of a model may hold another one that tells the same.
final class LangSmithRunsFormat implements LogFormat {
    private static final String META = "extra.metadata.";
    private static final String SENT = "extra.invocation_params.";
    private static final String ANSWER = "outputs.generations.[0].[0].message.kwargs.";
    private static final String USAGE = "usage_metadata.";
    private static final String IN = USAGE + "input_token_details.";
    private static final String OUT = USAGE + "output_token_details.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.GROUP, "trace_id")
            .field(Field.CALL, "id")
            .field(Field.PARENT, "parent_run_id")
            .field(Field.OPERATION, "run_type")
            .field(Field.START, "start_time")
            .field(Field.END, "end_time")
            .field(Field.FIRST_TOKEN, "first_token_time")
            .field(Field.PROVIDER, META + "ls_provider")
            .field(
                    Field.MODEL,
                    "outputs.model",
                    "outputs.llm_output.model_name",
                    META + "ls_model_name",
                    SENT + "model",
                    SENT + "model_name")
            .field(Field.INPUT_TOKENS, tokens("prompt_tokens", USAGE + "input_tokens"))
            .field(Field.OUTPUT_TOKENS, tokens("completion_tokens", USAGE + "output_tokens"))
            .field(Field.CACHE_READ_TOKENS, tokens("prompt_token_details.cache_read", IN + "cache_read"))
            // Where LangChain tells the writes by their time to live, it leaves them out of cache_creation.
            .field(
                    Field.CACHE_WRITE_TOKENS,
                    tokens("prompt_token_details.ephemeral_5m_input_tokens", IN + "ephemeral_5m_input_tokens"))
            .field(Field.CACHE_WRITE_TOKENS, tokens("prompt_token_details.cache_creation", IN + "cache_creation"))
            .field(
                    Field.CACHE_WRITE_1H_TOKENS,
                    tokens("prompt_token_details.ephemeral_1h_input_tokens", IN + "ephemeral_1h_input_tokens"))
            .field(Field.REASONING_TOKENS, tokens("completion_token_details.reasoning", OUT + "reasoning"))
            .field(Field.COST, "total_cost")
            .field(Field.STATUS, "status")
            .field(Field.ERROR, "error")
            .field(Field.STREAM, SENT + "stream", SENT + "streaming")
            .field(
                    Field.SERVICE_TIER,
                    "outputs.service_tier",
                    "outputs.llm_output.service_tier",
                    ANSWER + "response_metadata.service_tier",
                    SENT + "service_tier")
            .field(Field.REQUEST_ID, "outputs.id", "id")
            .field(Field.SESSION, META + "session_id", META + "thread_id", META + "conversation_id")
            .field(Field.USER, META + "user_id")
            .field(Field.WORKLOAD, META + "workload", META + "feature", META + "use_case", META + "lc_hub_repo")
            // What is called a session here is the tracing project.
            .field(Field.PROJECT, "session_name", "project_name", "session_id", "project_id")
            .field(Field.TAGS, "tags")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static String[] tokens(String own, String usage) {
        return new String[] {own, "outputs." + usage, META + usage, ANSWER + usage};
    }

    @Override
    public String id() {
        return "langsmith-runs";
    }

    @Override
    public String title() {
        return "LangSmith runs";
    }

    @Override
    public String url() {
        return "https://docs.langchain.com/langsmith/run-data-format";
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
    public boolean claims(Head head) {
        return head.has("run_type", "trace_id", "start_time");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        switch (row.text(Field.OPERATION).orElse("")) {
            case "llm" -> sink.part(part(row, Operation.CHAT));
            case "embedding" -> sink.part(part(row, Operation.EMBEDDING));
            case "chain" -> Parts.around(row, sink, id(), Ignored.WRAPPER);
            case "tool" -> sink.ignored(Ignored.TOOL_CALL);
            default -> sink.ignored(Ignored.OTHER_SPAN);
        }
    }

    private Part part(Row<Field> raw, Operation operation) throws BadValueException {
        TrackedRow row = new TrackedRow(raw);
        row.note(Field.OPERATION);
        return Parts.call(raw, id(), facts(raw, row, operation));
    }

    private static Request facts(Row<Field> raw, TrackedRow row, Operation operation) throws BadValueException {
        Optional<Tokens> tokens = tokens(row);
        return CallDraft.of(row)
                .timing(timing(raw, row))
                .operation(operation)
                .tokens(tokens)
                .cost(cost(row, tokens))
                .request();
    }

    /// A run whose tokens nobody counted holds zeros.
    private static Optional<Tokens> tokens(TrackedRow row) throws BadValueException {
        Optional<Tokens> told = TokenCounts.read(row);
        if (told.filter(tokens -> tokens.total() > 0).isPresent()) {
            return told;
        }
        TokenCounts.forget(row);
        return Optional.empty();
    }

    /// A cost of zero is what a run without a price or without tokens holds.
    private static Optional<Money> cost(TrackedRow row, Optional<Tokens> tokens) throws BadValueException {
        Optional<BigDecimal> told = row.decimal(Field.COST).filter(amount -> amount.signum() != 0);
        return Costs.of(row, told, tokens);
    }

    private static Timing timing(Row<Field> raw, TrackedRow row) throws BadValueException {
        Instant start = Timings.start(row);
        Optional<Instant> first = raw.instant(Field.FIRST_TOKEN).filter(instant -> !instant.isBefore(start));
        if (first.isEmpty()) {
            return Timings.of(row, Optional::empty, OptionalLong.empty());
        }
        row.note(Field.FIRST_TOKEN);
        long millis = Timings.millisUntil(row, Field.FIRST_TOKEN, start, first.orElseThrow());
        return Timings.of(row, Optional::empty, OptionalLong.of(millis));
    }
}
