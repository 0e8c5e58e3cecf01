package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What LiteLLM tells of one call, in a row of its spend log or in a logging payload, on its way to a request.
///
/// Values that only look like an answer are read past the [TrackedRow], so that they do not count as present:
/// the end time in the place of a first token, and `Cache OFF` for a cache key.
final class LiteLlmRow {

    /// What stands in `cache_key` while caching is off; no key, so no evidence of a repeat.
    private static final String CACHING_OFF = "Cache OFF";
    /// In the ids of calls that the gateway answered itself, also where `cache_hit` was not exported.
    private static final String CACHE_HIT_MARK = "_cache_hit";
    /// A region of AWS or Google in the base address of the API.
    private static final Pattern REGION = Pattern.compile(
            "(?<![a-z0-9])(?:us|eu|ap|ca|sa|me|af|il|mx|europe|asia|northamerica|southamerica|australia|africa)"
                    + "(?:-gov)?-[a-z]{1,20}-?[0-9]{1,2}(?![a-z0-9])");

    private final TrackedRow row;
    private final LiteLlmCallType type;

    private LiteLlmRow(Row<Field> raw, LiteLlmCallType type) {
        this.row = new TrackedRow(raw);
        this.type = type;
    }

    /// Hands the sink what the row is.
    static void read(Row<Field> row, RecordSink sink) throws BadValueException {
        LiteLlmCallType type = LiteLlmCallType.of(row.text(Field.OPERATION));
        if (type.isTool() || row.text(Field.KIND).isPresent()) {
            sink.ignored(Ignored.TOOL_CALL);
        } else if (type.isFile() || (type.isBatch() && !isCharged(row))) {
            sink.ignored(Ignored.ADMINISTRATION);
        } else if (isCacheHit(row)) {
            sink.cacheServed(new LiteLlmRow(row, type).request());
        } else {
            sink.request(new LiteLlmRow(row, type).request());
        }
    }

    /// Whether the row tells tokens or money: a batch's own row, and not one that merely created or listed it.
    private static boolean isCharged(Row<Field> row) throws BadValueException {
        return row.count(Field.INPUT_TOKENS).orElse(0) > 0
                || row.count(Field.OUTPUT_TOKENS).orElse(0) > 0
                || row.decimal(Field.COST).filter(spend -> spend.signum() > 0).isPresent();
    }

    private static boolean isCacheHit(Row<Field> row) {
        return row.text(Field.CACHE_HIT).filter("true"::equalsIgnoreCase).isPresent()
                || row.text(Field.REQUEST_ID)
                        .filter(id -> id.contains(CACHE_HIT_MARK))
                        .isPresent();
    }

    private Request request() throws BadValueException {
        CallDraft draft = CallDraft.of(row)
                .identity(identity())
                .operation(row.text(Field.OPERATION).isPresent() ? type.operation() : Operation.UNKNOWN)
                .region(row.decoded(Field.REGION, LiteLlmRow::region))
                .account(row.decoded(Field.ACCOUNT, ProviderAccounts::of));
        return type.isBatch() ? batch(draft).request() : draft.timing(timing()).request();
    }

    /// A batch's row is written when its results are fetched: how long that took says nothing.
    private CallDraft batch(CallDraft draft) throws BadValueException {
        long counted = row.count(Field.REQUEST_COUNT).orElse(0)
                + row.count(Field.FAILED_COUNT).orElse(0);
        return draft.timing(new Timing(Timings.start(row), OptionalLong.empty(), OptionalLong.empty()))
                .tier(Tier.BATCH)
                .streaming(Streaming.UNSTREAMED)
                .count(Math.max(1, counted));
    }

    private Identity identity() {
        return new Identity(
                row.text(Field.REQUEST_ID),
                row.text(Field.SESSION),
                row.text(Field.USER, Callers::isOwn),
                row.text(Field.REPEAT_KEY, key -> !key.equals(CACHING_OFF)));
    }

    private static Optional<String> region(String address) {
        Matcher matcher = REGION.matcher(address);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private Timing timing() throws BadValueException {
        return Timings.of(row, row.path(Field.LATENCY), Timings.firstToken(row));
    }
}
