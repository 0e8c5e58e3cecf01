package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A row on its way to a usage bucket. A dimension by which the export was not grouped is simply absent.
final class BucketDraft {
    private static final Duration DAY = Duration.ofDays(1);

    private final TrackedRow row;
    private final String provider;
    private Operation operation = Operation.UNKNOWN;
    private Optional<Duration> width = Optional.empty();
    private Optional<Tokens> tokens = Optional.empty();

    private BucketDraft(TrackedRow row, String provider) {
        this.row = row;
        this.provider = provider;
    }

    static BucketDraft of(TrackedRow row, String provider) {
        return new BucketDraft(row, provider);
    }

    BucketDraft operation(Operation known) {
        operation = known;
        return this;
    }

    /// For exports that name a day and no end; unset, the width is that from start to end.
    BucketDraft daily() {
        width = Optional.of(DAY);
        return this;
    }

    BucketDraft tokens(Optional<Tokens> known) {
        tokens = known;
        return this;
    }

    /// Hands over the bucket, or ignores it where it counts nothing.
    ///
    /// @throws BadValueException where it has no start or no width, or a value cannot be used
    void into(RecordSink sink) throws BadValueException {
        Instant start = Timings.start(row);
        Duration wide = width.isPresent() ? width.orElseThrow() : untilEnd(start);
        OptionalLong requests = row.count(Field.REQUEST_COUNT);
        Optional<BigDecimal> told = Costs.told(row);
        if (requests.orElse(0) == 0
                && tokens.filter(used -> used.total() > 0).isEmpty()
                && told.filter(amount -> amount.signum() != 0).isEmpty()) {
            sink.ignored(Ignored.EMPTY);
            return;
        }
        Optional<Money> cost = Costs.of(row, told, tokens);
        row.note(Field.BUCKET_SECONDS);
        sink.bucket(new UsageBucket(start, wide, call(), requests, tokens, cost, Callers.of(row), row.present()));
    }

    private Duration untilEnd(Instant start) throws BadValueException {
        Optional<Instant> end = row.instant(Field.END);
        if (end.filter(start::isBefore).isEmpty()) {
            throw row.bad(Field.END, "the end of the interval, after its start");
        }
        return Duration.between(start, end.orElseThrow());
    }

    private ModelCall call() {
        return new ModelCall(
                Optional.of(provider),
                row.text(Field.MODEL),
                operation,
                Tiers.ofBucket(row),
                row.text(Field.REGION, BucketDraft::isPlace),
                row.text(Field.ACCOUNT),
                1);
    }

    /// Anthropic writes `not_available` for models that run wherever there is room.
    private static boolean isPlace(String region) {
        return !region.equals("not_available");
    }
}
