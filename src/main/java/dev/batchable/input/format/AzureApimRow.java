package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Part;
import dev.batchable.record.Providers;
import dev.batchable.record.SourceRef;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// One row of API Management on its way to a part of a call. Rows of the log of models and of the gateway's log tell
/// of one call where their correlation ids are equal; storage and event hubs mix both in one file.
final class AzureApimRow {
    private static final String BODY = "BackendResponseBody.";

    static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, AzureColumns.spellings("TimeGenerated", "Time"))
            .field(Field.LATENCY, AzureColumns.spellings("TotalTime", "DurationMs", "BackendTime"))
            .field(Field.PROVIDER, AzureColumns.spellings("BackendUrl"))
            .field(Field.ACCOUNT, AzureColumns.spellings("BackendUrl"))
            .field(Field.MODEL, AzureColumns.spellings("ModelName", "DeploymentName", BODY + "model"))
            .field(Field.OPERATION, AzureColumns.spellings("OperationId"))
            .field(Field.INPUT_TOKENS, AzureColumns.spellings("PromptTokens", BODY + "usage.prompt_tokens"))
            .field(Field.OUTPUT_TOKENS, AzureColumns.spellings("CompletionTokens", BODY + "usage.completion_tokens"))
            .field(Field.CACHE_READ_TOKENS, AzureColumns.spellings(BODY + "usage.prompt_tokens_details.cached_tokens"))
            .field(
                    Field.REASONING_TOKENS,
                    AzureColumns.spellings(BODY + "usage.completion_tokens_details.reasoning_tokens"))
            .field(Field.HTTP_STATUS, AzureColumns.spellings("ResponseCode", "BackendResponseCode"))
            .field(Field.ERROR, AzureColumns.spellings("LastErrorReason"))
            .field(Field.STREAM, AzureColumns.spellings("IsStreamCompletion"))
            .field(Field.REGION, AzureColumns.spellings("Region", "Location"))
            .field(Field.REQUEST_ID, AzureColumns.spellings("CorrelationId"))
            .field(Field.USER, AzureColumns.spellings("UserId"))
            .field(Field.USER_AGENT, AzureColumns.spellings("RequestHeaders.User-Agent", "RequestHeaders.user-agent"))
            .field(Field.KEY_ALIAS, AzureColumns.spellings("ApimSubscriptionId"))
            .field(Field.PROJECT, AzureColumns.spellings("ProductId"))
            .field(Field.CACHE_HIT, AzureColumns.spellings("Cache"))
            .field(Field.UNIT, AzureColumns.spellings("SequenceNumber"))
            .field(Field.NAME, AzureColumns.spellings("DeploymentName"))
            .build();

    /// Of both logs, since one file may hold both.
    static final Set<Field> PROVIDED = Provided.by(TABLE, Field.KEY_ID);

    /// Subscriptions that were not given a name are named by 24 hexadecimal digits.
    private static final Pattern GENERATED = Pattern.compile("[0-9a-f]{24}");
    /// The subscription that every instance has and all administrators share.
    private static final String MASTER = "master";

    private static final List<Map.Entry<String, String>> HOSTS = List.of(
            Map.entry("openai.azure.com", Providers.AZURE),
            Map.entry("cognitiveservices.azure.com", Providers.AZURE),
            Map.entry("services.ai.azure.com", Providers.AZURE),
            Map.entry("bedrock-runtime.", Providers.BEDROCK),
            Map.entry("api.openai.com", Providers.OPENAI),
            Map.entry("api.anthropic.com", Providers.ANTHROPIC),
            Map.entry("generativelanguage.googleapis.com", Providers.GEMINI),
            Map.entry("aiplatform.googleapis.com", Providers.VERTEX));

    private final Row<Field> raw;
    private final TrackedRow row;

    AzureApimRow(Row<Field> raw) {
        this.raw = raw;
        row = new TrackedRow(raw);
    }

    /// Rows of the log of models carry the tokens once; further ones carry pieces of the messages.
    void read(RecordSink sink) throws BadValueException {
        boolean counted = usesTokens();
        if (raw.text(Field.UNIT).isPresent() || raw.text(Field.STREAM).isPresent()) {
            if (counted || raw.count(Field.UNIT).orElse(0) == 0) {
                sink.part(modelRow());
            } else {
                sink.ignored(Ignored.PART);
            }
        } else if (isCacheHit()) {
            sink.cacheServed(gatewayRow().facts());
        } else {
            sink.part(gatewayRow());
        }
    }

    private boolean usesTokens() throws BadValueException {
        return raw.count(Field.INPUT_TOKENS).orElse(0) > 0
                || raw.count(Field.OUTPUT_TOKENS).orElse(0) > 0;
    }

    private boolean isCacheHit() {
        return raw.text(Field.CACHE_HIT).filter("hit"::equalsIgnoreCase).isPresent()
                && raw.text(Field.OPERATION).flatMap(AzureOperations::of).isPresent();
    }

    /// The log of models tells the calls of any provider; deployments are Azure's.
    private Part modelRow() throws BadValueException {
        Optional<String> provider = raw.text(Field.NAME).isPresent() ? Optional.of(Providers.AZURE) : Optional.empty();
        Optional<Tokens> tokens = tokens();
        CallDraft draft = draft(tokens)
                .timing(new Timing(start(), OptionalLong.empty(), OptionalLong.empty()))
                .provider(row.noted(Field.PROVIDER, provider))
                .operation(row.noted(Field.OPERATION, asked(tokens)).orElse(Operation.UNKNOWN));
        return part(Part.Role.CALL, draft);
    }

    /// By itself a call where bodies are logged, which tell the tokens, and where a call of a model failed: of such
    /// the log of models holds nothing.
    private Part gatewayRow() throws BadValueException {
        Optional<Tokens> tokens = tokens();
        Operation operation = row.decoded(Field.OPERATION, AzureOperations::of).orElse(Operation.UNKNOWN);
        boolean call = tokens.isPresent() || (operation != Operation.UNKNOWN && isFailed());
        CallDraft draft = draft(tokens)
                .timing(new Timing(
                        start(), TimeUnits.millis(row, Field.LATENCY, TimeUnits.IN_MILLIS), OptionalLong.empty()))
                .provider(row.decoded(Field.PROVIDER, AzureApimRow::provider))
                .operation(operation);
        return part(call ? Part.Role.CALL : Part.Role.SUPPLEMENT, draft);
    }

    private boolean isFailed() {
        return Outcomes.of(raw.text(Field.HTTP_STATUS), Optional.empty(), raw.text(Field.ERROR))
                .isFailure();
    }

    private Instant start() throws BadValueException {
        Optional<Instant> start = AzureTimes.of(row, Field.START);
        if (start.isEmpty()) {
            throw row.bad(Field.START, "the time at which it began");
        }
        return start.orElseThrow();
    }

    private CallDraft draft(Optional<Tokens> tokens) {
        return CallDraft.of(row)
                .tokens(tokens)
                .account(row.decoded(Field.ACCOUNT, ProviderAccounts::of))
                .identity(new Identity(
                        row.text(Field.REQUEST_ID), Optional.empty(), row.text(Field.USER), Optional.empty()))
                .caller(caller());
    }

    /// Zeros stand for calls that failed and for answers whose usage the gateway did not see.
    private Optional<Tokens> tokens() throws BadValueException {
        return usesTokens() ? TokenCounts.read(row) : Optional.empty();
    }

    private Optional<Operation> asked(Optional<Tokens> tokens) {
        boolean embedding = raw.text(Field.MODEL)
                .filter(model -> model.toLowerCase(Locale.ROOT).contains("embed"))
                .isPresent();
        boolean answered = tokens.filter(counts -> counts.output() > 0).isPresent();
        return embedding ? Optional.of(Operation.EMBEDDING) : answered ? Optional.of(Operation.CHAT) : Optional.empty();
    }

    private Part part(Part.Role role, CallDraft draft) throws BadValueException {
        String correlation = raw.text(Field.REQUEST_ID).orElseGet(() -> raw.file() + ':' + raw.line());
        return new Part(
                correlation,
                new SourceRef(raw.file(), raw.line()),
                role,
                correlation,
                Optional.empty(),
                "azure-apim",
                draft.request());
    }

    private Caller caller() {
        Optional<String> subscription = raw.text(Field.KEY_ALIAS).filter(id -> !id.equals(MASTER));
        boolean generated =
                subscription.filter(id -> GENERATED.matcher(id).matches()).isPresent();
        subscription.ifPresent(id -> row.note(generated ? Field.KEY_ID : Field.KEY_ALIAS));
        return new Caller(
                Optional.empty(),
                subscription.filter(id -> !generated),
                subscription.filter(id -> generated),
                Optional.empty(),
                row.text(Field.PROJECT),
                Optional.empty(),
                row.text(Field.USER_AGENT),
                List.of());
    }

    private static Optional<String> provider(String address) {
        return HOSTS.stream()
                .filter(host -> address.contains(host.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
