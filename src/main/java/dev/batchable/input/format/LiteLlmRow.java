package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Outcome;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of LiteLLM's spend log on its way to a request.
final class LiteLlmRow {
    /// What stands in `cache_key` while caching is off; no key, so no evidence of a repeat.
    private static final String CACHING_OFF = "Cache OFF";
    /// A region name of AWS or Google inside the base address of the API.
    private static final Pattern REGION = Pattern.compile(
            "(?<![a-z0-9])(?:us|eu|ap|ca|sa|me|af|il|mx|europe|asia|northamerica|southamerica|australia|africa)"
                    + "(?:-gov)?-[a-z]+-?[0-9]{1,2}(?![a-z0-9])");

    private final Row<Field> row;
    private final LiteLlmCallType type;
    private final Set<Field> present = EnumSet.noneOf(Field.class);

    LiteLlmRow(Row<Field> row, LiteLlmCallType type, Set<Field> bound) {
        this.row = row;
        this.type = type;
        bound.stream().filter(field -> row.path(field).isPresent()).forEach(present::add);
    }

    /// Whether the row tells tokens or money: a batch's own row, and not one that merely created or listed it.
    static boolean isCharged(Row<Field> row) throws BadValueException {
        return row.count(Field.INPUT_TOKENS).orElse(0) > 0
                || row.count(Field.OUTPUT_TOKENS).orElse(0) > 0
                || row.decimal(Field.COST).filter(spend -> spend.signum() > 0).isPresent();
    }

    Request request() throws BadValueException {
        Timing timing = timing();
        Optional<Tokens> tokens = tokens();
        Optional<Money> cost = cost(tokens);
        Caller caller = caller();
        return new Request(
                identity(),
                timing,
                call(),
                tokens,
                cost,
                new Completion(outcome(), streaming(timing), retries()),
                caller,
                Collections.unmodifiableSet(present));
    }

    private Identity identity() {
        return new Identity(
                row.text(Field.REQUEST_ID),
                row.text(Field.SESSION),
                kept(Field.USER, LiteLlmCaller.own(row, Field.USER)),
                kept(Field.REPEAT_KEY, row.text(Field.REPEAT_KEY).filter(key -> !key.equals(CACHING_OFF))));
    }

    private Caller caller() {
        Caller caller = LiteLlmCaller.of(row);
        kept(Field.KEY_ALIAS, caller.keyAlias());
        kept(Field.KEY_ID, caller.keyId());
        kept(Field.TEAM, caller.team());
        kept(Field.PROJECT, caller.project());
        caller.workload().ifPresent(name -> present.add(Field.WORKLOAD));
        return caller;
    }

    private ModelCall call() throws BadValueException {
        return new ModelCall(
                row.text(Field.PROVIDER).flatMap(Providers::canonical),
                row.text(Field.MODEL),
                type.operation(),
                type.isBatch() ? Tier.BATCH : tier(),
                kept(Field.REGION, row.text(Field.REGION).flatMap(LiteLlmRow::region)),
                type.isBatch() ? calls() : 1);
    }

    private long calls() throws BadValueException {
        long counted = row.count(Field.REQUEST_COUNT).orElse(0)
                + row.count(Field.FAILED_COUNT).orElse(0);
        return Math.max(1, counted);
    }

    private static Optional<String> region(String address) {
        Matcher matcher = REGION.matcher(address);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private Tier tier() {
        String name = lower(Field.SERVICE_TIER);
        return switch (name) {
            case "", "auto", "default", "standard" -> Tier.STANDARD;
            case "flex" -> Tier.FLEX;
            case "batch" -> Tier.BATCH;
            case "priority" -> Tier.PRIORITY;
            case "scale" -> Tier.PROVISIONED;
            default -> Tier.UNKNOWN;
        };
    }

    /// A batch's row is written when its results are fetched: how long that took says nothing.
    private Timing timing() throws BadValueException {
        Instant start = row.instant(Field.START)
                .orElseThrow(() -> new BadValueException("startTime", "", "the time at which the call began"));
        if (type.isBatch()) {
            present.removeAll(EnumSet.of(Field.END, Field.LATENCY, Field.FIRST_TOKEN));
            return new Timing(start, OptionalLong.empty(), OptionalLong.empty());
        }
        Optional<Instant> end = row.instant(Field.END).filter(instant -> !instant.isBefore(start));
        // Of a call that was not streamed LiteLLM writes the end time here, which measures no first token.
        Optional<Instant> firstToken = kept(
                Field.FIRST_TOKEN,
                row.instant(Field.FIRST_TOKEN)
                        .filter(instant -> !instant.isBefore(start) && end.stream().allMatch(instant::isBefore)));
        OptionalLong latency = end.isPresent() ? millis(start, end) : row.count(Field.LATENCY);
        return new Timing(start, latency, millis(start, firstToken));
    }

    private static OptionalLong millis(Instant start, Optional<Instant> instant) {
        return instant.stream()
                .mapToLong(later -> Duration.between(start, later).toMillis())
                .findFirst();
    }

    private Streaming streaming(Timing timing) throws BadValueException {
        Optional<Boolean> flag = row.flag(Field.STREAM);
        if (flag.isPresent()) {
            return flag.get() ? Streaming.STREAMED : Streaming.UNSTREAMED;
        } else if (type.isBatch()) {
            return Streaming.UNSTREAMED;
        }
        return timing.firstTokenShowsStreaming() ? Streaming.STREAMED : Streaming.UNKNOWN;
    }

    /// `prompt_tokens` includes what went to and came from the prompt cache. One version of 2025 left the writes
    /// out, which shows where the parts exceed the whole.
    private Optional<Tokens> tokens() throws BadValueException {
        OptionalLong prompt = row.count(Field.INPUT_TOKENS);
        OptionalLong completion = row.count(Field.OUTPUT_TOKENS);
        if (prompt.isEmpty() && completion.isEmpty()) {
            return Optional.empty();
        }
        long read = row.count(Field.CACHE_READ_TOKENS).orElse(0);
        long hour = row.count(Field.CACHE_WRITE_1H_TOKENS).orElse(0);
        long written = Math.max(hour, row.count(Field.CACHE_WRITE_TOKENS).orElse(0));
        long input = prompt.orElse(0);
        return Optional.of(new Tokens(
                read + written > input ? input + read + written : input,
                read,
                written - hour,
                hour,
                completion.orElse(0),
                row.count(Field.REASONING_TOKENS).orElse(0)));
    }

    /// A cost of exactly zero for a call that used tokens is a missing price, not a free call.
    private Optional<Money> cost(Optional<Tokens> tokens) throws BadValueException {
        boolean used = tokens.filter(counts -> counts.total() > 0).isPresent();
        Optional<BigDecimal> spend = row.decimal(Field.COST);
        if (spend.filter(amount -> amount.signum() < 0).isPresent()) {
            throw new BadValueException("spend", spend.get().toString(), "an amount of at least 0");
        }
        return kept(Field.COST, spend.filter(amount -> amount.signum() > 0 || !used))
                .map(amount -> new Money(amount, Money.USD));
    }

    private Outcome outcome() {
        return switch (lower(Field.STATUS)) {
            case "success" -> Outcome.OK;
            case "failure" -> failure();
            default -> present.contains(Field.HTTP_STATUS) || present.contains(Field.ERROR)
                    ? failure()
                    : Outcome.UNKNOWN;
        };
    }

    private Outcome failure() {
        String error = lower(Field.ERROR);
        String code = lower(Field.HTTP_STATUS);
        if (code.equals("429") || code.equals("529") || error.contains("ratelimit")) {
            return Outcome.RATE_LIMITED;
        } else if (code.equals("408") || code.equals("504") || error.contains("timeout")) {
            return Outcome.TIMEOUT;
        }
        return code.equals("499") || error.contains("cancel") ? Outcome.CANCELLED : Outcome.FAILED;
    }

    private OptionalInt retries() throws BadValueException {
        OptionalLong attempts = row.count(Field.RETRIES);
        return attempts.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, attempts.getAsLong()))
                : OptionalInt.empty();
    }

    private String lower(Field field) {
        return row.text(field).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /// A field whose value turned out to tell nothing was not present.
    private <T> Optional<T> kept(Field field, Optional<T> value) {
        if (value.isEmpty()) {
            present.remove(field);
        }
        return value;
    }
}
