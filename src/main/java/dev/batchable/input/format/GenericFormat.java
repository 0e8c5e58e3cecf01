package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.input.UnknownNameException;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A request log of no particular tool, in CSV or JSON, whose columns or keys bear well-known names
/// ([KnownNames]) or names that the user has mapped. The format of last resort.
///
/// A file is claimed where it tells when a call began, or when it ended and how long it took, and, beside
/// that, a model, a token count or a cost. Units of durations come from names ([TimeUnits]); money is US
/// dollars where no currency is told, in a field or in the name of the cost.
final class GenericFormat implements LogFormat {
    private static final Set<Field> TELLING =
            EnumSet.of(Field.MODEL, Field.INPUT_TOKENS, Field.OUTPUT_TOKENS, Field.COST);
    /// Names of first-token fields that hold an instant and not a duration.
    static final Set<String> FIRST_TOKEN_INSTANTS =
            Set.of("completion_start_time", "first_token_at", "first_token_time", "first_token_timestamp");
    private static final Set<Field> PROVIDED = Provided.byNames();
    private static final Set<String> HITS = Set.of("true", "1", "yes", "hit");
    private static final int CURRENCY_LETTERS = 3;

    /// The mapped places, and for each mapped path the name that tells its unit.
    private final List<FieldTable.Binding<Field>> mapped;
    private final Map<String, String> mappedNames;
    /// By path; the paths are those of the tables that [#fields] made.
    private final Map<String, Telling> tellings = new ConcurrentHashMap<>();

    /// What a name tells beside its field, found out once and not for every row.
    ///
    /// @param exponent see [TimeUnits#exponent]
    /// @param currency of a cost
    private record Telling(String name, Optional<Integer> exponent, String currency) {
        Telling(String name) {
            this(name, TimeUnits.exponent(name), currencyIn(name));
        }
    }

    /// @param map name of a field → column or path
    /// @throws UnknownNameException for a name that stands for no field
    GenericFormat(Map<String, String> map) {
        mappedNames = new HashMap<>();
        mapped = map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> {
                    mappedNames.put(entry.getValue(), KnownNames.name(entry.getKey()));
                    return new FieldTable.Binding<>(field(entry.getKey()), entry.getValue());
                })
                .toList();
    }

    private static Field field(String name) {
        return KnownNames.field(name)
                .orElseThrow(
                        () -> new UnknownNameException(
                                "no field is named '" + name
                                        + "'; fields are timestamp, model, input_tokens, output_tokens, cost, key, latency_ms, …, as in --map timestamp=created"));
    }

    @Override
    public String id() {
        return "generic";
    }

    @Override
    public String title() {
        return "Request log in CSV or JSON with well-known names";
    }

    @Override
    public String url() {
        return "https://opentelemetry.io/docs/specs/semconv/gen-ai/";
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
        Set<Field> known = fields(head).fields();
        boolean timed = known.contains(Field.START) || (known.contains(Field.END) && known.contains(Field.LATENCY));
        return timed && TELLING.stream().anyMatch(known::contains);
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        FieldTable.Builder<Field> table = FieldTable.builder();
        mapped.forEach(binding -> table.field(binding.field(), binding.path()));
        for (KnownNames.Match match : KnownNames.matches(head.paths())) {
            if (!mappedNames.containsKey(match.path())) {
                table.field(match.field(), match.path());
            }
        }
        return table.build();
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        TrackedRow tracked = new TrackedRow(row);
        OptionalLong width = tracked.count(Field.BUCKET_SECONDS);
        if (width.isPresent()) {
            sink.bucket(bucket(tracked, width.getAsLong()));
            return;
        }
        Request request = request(tracked);
        if (fromGatewayCache(tracked, request)) {
            sink.cacheServed(request);
        } else if (isAdministration(row, request)) {
            sink.ignored(Ignored.ADMINISTRATION);
        } else {
            sink.request(request);
        }
    }

    private static boolean isAdministration(Row<Field> row, Request request) {
        return request.tokens().isEmpty()
                && request.cost().isEmpty()
                && row.text(Field.OPERATION)
                        .filter(Operations::isAdministration)
                        .isPresent();
    }

    private Request request(TrackedRow row) throws BadValueException {
        return CallDraft.of(row).timing(timing(row)).cost(cost(row)).request();
    }

    private UsageBucket bucket(TrackedRow row, long seconds) throws BadValueException {
        OptionalLong requests = row.count(Field.REQUEST_COUNT);
        Optional<Tokens> tokens = TokenCounts.read(row);
        return new UsageBucket(
                Timings.start(row),
                Duration.ofSeconds(seconds),
                bucketed(row),
                requests,
                tokens,
                cost(row),
                Callers.of(row),
                row.present());
    }

    private static ModelCall bucketed(TrackedRow row) {
        return new ModelCall(
                row.decoded(Field.PROVIDER, Providers::canonical),
                row.text(Field.MODEL),
                Operations.of(row),
                Tiers.ofBucket(row),
                row.text(Field.REGION),
                row.text(Field.ACCOUNT),
                1);
    }

    private Timing timing(TrackedRow row) throws BadValueException {
        Timing whole = Timings.of(row, () -> telling(row, Field.LATENCY).exponent(), OptionalLong.empty());
        return new Timing(whole.start(), whole.latencyMillis(), firstToken(row, whole));
    }

    private OptionalLong firstToken(TrackedRow row, Timing timing) throws BadValueException {
        Telling telling = telling(row, Field.FIRST_TOKEN);
        if (!FIRST_TOKEN_INSTANTS.contains(telling.name())) {
            return TimeUnits.millis(row, Field.FIRST_TOKEN, telling::exponent);
        }
        Optional<Instant> instant = row.instant(Field.FIRST_TOKEN);
        return instant.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Timings.millisUntil(row, Field.FIRST_TOKEN, timing.start(), instant.orElseThrow()));
    }

    private Optional<Money> cost(TrackedRow row) throws BadValueException {
        Optional<BigDecimal> amount = Costs.told(row);
        Optional<String> currency = row.text(Field.CURRENCY);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (amount.orElseThrow().signum() < 0) {
            throw row.bad(Field.COST, "a cost that is not negative");
        }
        if (currency.filter(text -> text.length() != CURRENCY_LETTERS).isPresent()) {
            throw row.bad(Field.CURRENCY, "a currency code of three letters");
        }
        return Optional.of(new Money(
                amount.orElseThrow(),
                currency.orElseGet(() -> telling(row, Field.COST).currency())));
    }

    private static String currencyIn(String costName) {
        return costName.startsWith("cost_") && costName.length() == "cost_".length() + CURRENCY_LETTERS
                ? costName.substring("cost_".length()).toUpperCase(Locale.ROOT)
                : Money.USD;
    }

    /// Some logs call a hit of the provider's prompt cache a cache hit too; that one has cached tokens or a
    /// cost.
    static boolean fromGatewayCache(TrackedRow row, Request request) {
        Optional<String> told = row.text(Field.CACHE_HIT);
        boolean hit = told.isPresent() && HITS.contains(told.get().toLowerCase(Locale.ROOT));
        boolean paid = request.cost().filter(cost -> cost.amount().signum() > 0).isPresent();
        return hit
                && !paid
                && request.tokens().filter(tokens -> tokens.cacheRead() > 0).isEmpty();
    }

    private Telling telling(TrackedRow row, Field field) {
        String path = row.path(field);
        Telling known = tellings.get(path);
        return known != null ? known : tellings.computeIfAbsent(path, unseen -> new Telling(name(unseen)));
    }

    /// The name that tells the unit of a field: the key of a mapping where it tells one, else the path's.
    private String name(String path) {
        String name = KnownNames.name(path);
        String key = mappedNames.get(path);
        if (key == null) {
            return name;
        }
        boolean vague = key.equals("cost")
                || (TimeUnits.exponent(key).isEmpty()
                        && TimeUnits.exponent(name).isPresent());
        return vague ? name : key;
    }
}
