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
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.util.Optional;
import java.util.Set;

/// Reads output of Bedrock's batch inference jobs (`*.jsonl.out`) into whose lines the job's time and model were
/// written, since they tell neither; how, is said where they are refused without. A model's own answer stands at
/// `modelOutput`, so tokens are found by the names that each family of models gives them.
final class BedrockBatchOutputFormat implements LogFormat {
    private static final String USAGE = "modelOutput.usage.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "timestamp")
            .field(Field.MODEL, "modelId", "modelOutput.model")
            .field(Field.REQUEST_ID, "modelOutput.id")
            .field(
                    Field.INPUT_TOKENS,
                    USAGE + "input_tokens",
                    USAGE + "inputTokens",
                    USAGE + "prompt_tokens",
                    "modelOutput.prompt_token_count",
                    "modelOutput.inputTextTokenCount")
            .field(
                    Field.OUTPUT_TOKENS,
                    USAGE + "output_tokens",
                    USAGE + "outputTokens",
                    USAGE + "completion_tokens",
                    "modelOutput.generation_token_count",
                    "modelOutput.results.[0].tokenCount")
            .field(Field.CACHE_READ_TOKENS, USAGE + "cache_read_input_tokens", USAGE + "cacheReadInputTokenCount")
            .field(Field.CACHE_WRITE_TOKENS, USAGE + "cache_creation_input_tokens", USAGE + "cacheWriteInputTokenCount")
            .field(Field.HTTP_STATUS, "error.errorCode")
            .field(Field.ERROR, "error.errorMessage")
            .field(Field.STATUS, "modelOutput.stop_reason", "modelOutput.stopReason")
            .build();

    private static final Set<Field> TOLD_BY_THE_FORMAT = Set.of(Field.PROVIDER, Field.SERVICE_TIER, Field.STREAM);

    @Override
    public String id() {
        return "bedrock-batch-output";
    }

    @Override
    public String title() {
        return "Amazon Bedrock batch inference output, with time and model in each line";
    }

    @Override
    public String url() {
        return "https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html";
    }

    @Override
    public Set<Field> provides() {
        return Provided.by(TABLE, TOLD_BY_THE_FORMAT.toArray(Field[]::new));
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        return isOutput(head) && head.has("timestamp");
    }

    /// Whether it is such output, with or without times.
    static boolean isOutput(Head head) {
        return head.has("recordId", "modelInput");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> raw, RecordSink sink) throws BadValueException {
        TrackedRow row = new TrackedRow(raw);
        TOLD_BY_THE_FORMAT.forEach(row::note);
        Optional<Tokens> tokens = TokenCounts.readAddingCache(row);
        boolean answered = tokens.filter(counts -> counts.output() > 0).isPresent();
        Optional<BedrockModelId> model = row.text(Field.MODEL).map(BedrockModelId::of);
        Operation operation = model.map(id -> id.invoked(answered)).orElse(Operation.UNKNOWN);
        sink.request(CallDraft.of(row)
                .provider(Optional.of(Providers.BEDROCK))
                .model(model.flatMap(BedrockModelId::model))
                .operation(operation)
                .tier(Tier.BATCH)
                .streaming(Streaming.UNSTREAMED)
                .tokens(tokens)
                .request());
    }
}
