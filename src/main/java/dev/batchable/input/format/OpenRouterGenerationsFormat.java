package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Providers;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Reads OpenRouter's export of generations in CSV, whose columns have become more over the years, and what its
/// `GET /api/v1/generation` tells of one, saved one by one or many together.
///
/// OpenRouter sends the bill, unless a call was made with the caller's own key: then the upstream provider charges
/// for it and OpenRouter a fee. The export tells both; the interface only says that it was so, and there the cost
/// is left to the price of that provider. `created_at`, which the id repeats in seconds, is taken for the start.
final class OpenRouterGenerationsFormat implements LogFormat {
    private static final String FREE = "free";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, both("created_at"))
            .field(Field.LATENCY, both("generation_time_ms", "generation_time"))
            .field(Field.FIRST_TOKEN, both("time_to_first_token_ms", "latency"))
            .field(Field.PROVIDER, both("provider_name"))
            .field(Field.MODEL, both("model_permaslug", "model"))
            .field(Field.OPERATION, both("api_type"))
            .field(Field.INPUT_TOKENS, both("native_tokens_prompt", "tokens_prompt"))
            .field(Field.OUTPUT_TOKENS, both("native_tokens_completion", "tokens_completion"))
            .field(Field.REASONING_TOKENS, both("native_tokens_reasoning", "tokens_reasoning"))
            .field(Field.CACHE_READ_TOKENS, both("native_tokens_cached", "tokens_cached"))
            .field(Field.COST, both("cost_total", "total_cost", "usage"))
            .field(Field.BYOK_COST, both("byok_usage_inference"))
            // Whether the caller's own key was used.
            .field(Field.DETAIL, both("is_byok"))
            .field(Field.STATUS, both("finish_reason_normalized", "finish_reason"))
            .field(Field.ERROR, both("cancelled"))
            .field(Field.STREAM, both("streamed"))
            .field(Field.SERVICE_TIER, both("service_tier"))
            .field(Field.REGION, both("data_region"))
            .field(Field.REQUEST_ID, both("generation_id", "id"))
            .field(Field.SESSION, both("session_id"))
            .field(Field.USER, both("user", "external_user"))
            .field(Field.USER_AGENT, both("user_agent"))
            .field(Field.KEY_ALIAS, both("api_key_name"))
            .field(Field.SERVICE, both("app_name", "http_referer", "origin"))
            .field(Field.TAGS, both("variant"))
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    /// The interface wraps its record.
    private static String[] both(String... names) {
        String[] paths = new String[2 * names.length];
        for (int i = 0; i < names.length; i++) {
            paths[i] = names[i];
            paths[names.length + i] = "data." + names[i];
        }
        return paths;
    }

    @Override
    public String id() {
        return "openrouter-generations";
    }

    @Override
    public String title() {
        return "OpenRouter generations (activity export by generation, generation interface)";
    }

    @Override
    public String url() {
        return "https://openrouter.ai/docs/api-reference/get-a-generation";
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
        return head.has("generation_id", "tokens_prompt")
                || head.has("id", "native_tokens_prompt")
                || head.has("data.id", "data.native_tokens_prompt");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        TrackedRow tracked = new TrackedRow(row);
        boolean ownKey = usesOwnKey(tracked);
        Optional<Tokens> tokens = TokenCounts.read(tracked);
        sink.request(CallDraft.of(tracked)
                .timing(timing(tracked))
                .tokens(tokens)
                .provider(provider(tracked, ownKey))
                .operation(tracked.decoded(Field.OPERATION, OpenRouterGenerationsFormat::operation)
                        .orElse(Operation.UNKNOWN))
                .cost(cost(tracked, tokens, ownKey))
                .outcome(outcome(tracked))
                .request());
    }

    /// The interface's `latency` is documented as the whole, but is the first token's in some of its answers; what is
    /// longer is at least not too short.
    private static Timing timing(TrackedRow row) throws BadValueException {
        OptionalLong generation = TimeUnits.millis(row, Field.LATENCY, TimeUnits.IN_MILLIS);
        OptionalLong first = TimeUnits.millis(row, Field.FIRST_TOKEN, TimeUnits.IN_MILLIS);
        if (!row.path(Field.FIRST_TOKEN).endsWith("latency")) {
            return new Timing(Timings.start(row), generation, first);
        }
        row.forget(Field.FIRST_TOKEN);
        row.note(Field.LATENCY);
        long longer = Math.max(generation.orElse(0), first.orElse(0));
        return new Timing(Timings.start(row), OptionalLong.of(longer), OptionalLong.empty());
    }

    private static boolean usesOwnKey(TrackedRow row) throws BadValueException {
        Optional<BigDecimal> upstream = row.decimal(Field.BYOK_COST);
        return upstream.isPresent()
                ? upstream.orElseThrow().signum() > 0
                : row.flag(Field.DETAIL).orElse(false);
    }

    private static Optional<String> provider(TrackedRow row, boolean ownKey) {
        Optional<String> upstream = row.decoded(Field.PROVIDER, OpenRouterGenerationsFormat::upstream);
        row.note(Field.PROVIDER);
        return ownKey ? upstream : Optional.of(Providers.OPENROUTER);
    }

    /// OpenRouter calls Vertex AI simply Google.
    private static Optional<String> upstream(String name) {
        String spelled = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return spelled.equals("google") ? Optional.of(Providers.VERTEX) : Providers.canonical(spelled);
    }

    private static Optional<Operation> operation(String type) {
        return Optional.of(type.equals("completions") ? Operation.CHAT : Operations.of(Optional.of(type)));
    }

    /// Empty where an own key was charged besides and how much is not told.
    private static Optional<Money> cost(TrackedRow row, Optional<Tokens> tokens, boolean ownKey)
            throws BadValueException {
        if (ownKey && !row.has(Field.BYOK_COST)) {
            return Optional.empty();
        }
        Optional<BigDecimal> whole = Costs.told(row);
        boolean free =
                isFree(row) && whole.filter(amount -> amount.signum() == 0).isPresent();
        return free ? whole.map(zero -> new Money(zero, Money.USD)) : Costs.of(row, whole, tokens);
    }

    /// A free variant of a model costs nothing by its name.
    private static boolean isFree(TrackedRow row) {
        List<String> variants = row.list(Field.TAGS);
        return variants.contains(FREE)
                || row.text(Field.MODEL)
                        .filter(model -> model.endsWith(':' + FREE))
                        .isPresent();
    }

    private static Outcome outcome(TrackedRow row) {
        boolean cancelled = row.text(Field.ERROR, "true"::equalsIgnoreCase).isPresent();
        return cancelled ? Outcome.CANCELLED : Outcomes.of(Optional.empty(), row.text(Field.STATUS), Optional.empty());
    }
}
