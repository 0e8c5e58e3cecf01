package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of LiteLLM's spend log on its way to a request.
///
/// Values that only look like an answer are read past the [TrackedRow], so that they do not count as present:
/// the end time in the place of a first token, `Cache OFF` for a cache key, and a spend of zero.
final class LiteLlmRow {
    /// What stands in `cache_key` while caching is off; no key, so no evidence of a repeat.
    private static final String CACHING_OFF = "Cache OFF";
    /// A region of AWS or Google in the base address of the API.
    private static final Pattern REGION = Pattern.compile(
            "(?<![a-z0-9])(?:us|eu|ap|ca|sa|me|af|il|mx|europe|asia|northamerica|southamerica|australia|africa)"
                    + "(?:-gov)?-[a-z]{1,20}-?[0-9]{1,2}(?![a-z0-9])");

    private final Row<Field> raw;
    private final TrackedRow row;
    private final LiteLlmCallType type;

    LiteLlmRow(Row<Field> raw, LiteLlmCallType type) {
        this.raw = raw;
        this.row = new TrackedRow(raw);
        this.type = type;
    }

    /// Whether the row tells tokens or money: a batch's own row, and not one that merely created or listed it.
    static boolean isCharged(Row<Field> row) throws BadValueException {
        return row.count(Field.INPUT_TOKENS).orElse(0) > 0
                || row.count(Field.OUTPUT_TOKENS).orElse(0) > 0
                || row.decimal(Field.COST).filter(spend -> spend.signum() > 0).isPresent();
    }

    Request request() throws BadValueException {
        Timing timing = timing();
        Optional<Tokens> tokens = TokenCounts.read(row);
        return new Request(
                identity(), timing, call(), tokens, cost(tokens), completion(timing), Callers.of(row), row.present());
    }

    private Identity identity() {
        return new Identity(
                row.text(Field.REQUEST_ID),
                row.text(Field.SESSION),
                row.text(Field.USER, Callers::isOwn),
                row.text(Field.REPEAT_KEY, key -> !key.equals(CACHING_OFF)));
    }

    private ModelCall call() throws BadValueException {
        Tier tier = Tiers.ofCall(row);
        kept(Field.OPERATION, raw.text(Field.OPERATION));
        return new ModelCall(
                row.decoded(Field.PROVIDER, Providers::canonical),
                row.text(Field.MODEL),
                type.operation(),
                type.isBatch() ? Tier.BATCH : tier,
                kept(Field.REGION, raw.decoded(Field.REGION, LiteLlmRow::region)),
                type.isBatch() ? calls() : 1);
    }

    private static Optional<String> region(String address) {
        Matcher matcher = REGION.matcher(address);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private long calls() throws BadValueException {
        long counted = row.count(Field.REQUEST_COUNT).orElse(0)
                + row.count(Field.FAILED_COUNT).orElse(0);
        return Math.max(1, counted);
    }

    /// A batch's row is written when its results are fetched: how long that took says nothing.
    private Timing timing() throws BadValueException {
        return type.isBatch()
                ? new Timing(Timings.start(row), OptionalLong.empty(), OptionalLong.empty())
                : Timings.of(row, row.path(Field.LATENCY), Timings.firstToken(row));
    }

    private Completion completion(Timing timing) throws BadValueException {
        return new Completion(
                Outcomes.of(row.text(Field.HTTP_STATUS), row.text(Field.STATUS), row.text(Field.ERROR)),
                streaming(timing),
                retries());
    }

    private Streaming streaming(Timing timing) throws BadValueException {
        Optional<Boolean> flag = row.flag(Field.STREAM);
        if (flag.isPresent()) {
            return flag.orElseThrow() ? Streaming.STREAMED : Streaming.UNSTREAMED;
        } else if (type.isBatch()) {
            return Streaming.UNSTREAMED;
        }
        return timing.firstTokenShowsStreaming() ? Streaming.STREAMED : Streaming.UNKNOWN;
    }

    private OptionalInt retries() throws BadValueException {
        OptionalLong attempts = row.count(Field.RETRIES);
        return attempts.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, attempts.getAsLong()))
                : OptionalInt.empty();
    }

    /// A cost of exactly zero for a call that used tokens is a missing price, not a free call.
    private Optional<Money> cost(Optional<Tokens> tokens) throws BadValueException {
        Optional<BigDecimal> spend = raw.decimal(Field.COST);
        if (spend.filter(amount -> amount.signum() < 0).isPresent()) {
            throw row.bad(Field.COST, "an amount of at least 0");
        }
        boolean used = tokens.filter(counts -> counts.total() > 0).isPresent();
        return kept(Field.COST, spend.filter(amount -> amount.signum() > 0 || !used))
                .map(amount -> new Money(amount, Money.USD));
    }

    private <T> Optional<T> kept(Field field, Optional<T> value) {
        if (value.isPresent()) {
            row.note(field);
        }
        return value;
    }
}
