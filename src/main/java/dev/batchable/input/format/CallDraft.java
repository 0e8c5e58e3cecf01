package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A row on its way to a request. Whatever a format does not set itself is read from the field of that name, so
/// that a flat format is its table of fields and the few things it does differently.
final class CallDraft {
    private final TrackedRow row;
    private Optional<Timing> timing = Optional.empty();
    private Optional<Optional<String>> provider = Optional.empty();
    private Optional<Optional<String>> model = Optional.empty();
    private Optional<Operation> operation = Optional.empty();
    private Optional<Tier> tier = Optional.empty();
    private Optional<Optional<String>> region = Optional.empty();
    private Optional<Optional<String>> account = Optional.empty();
    private OptionalLong count = OptionalLong.empty();
    private Optional<Optional<Tokens>> tokens = Optional.empty();
    private Optional<Optional<Money>> cost = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Streaming> streaming = Optional.empty();
    private Optional<OptionalInt> retries = Optional.empty();
    private Optional<Identity> identity = Optional.empty();
    private Optional<Caller> caller = Optional.empty();

    private CallDraft(TrackedRow row) {
        this.row = row;
    }

    static CallDraft of(TrackedRow row) {
        return new CallDraft(row);
    }

    /// Unset: start, end and latency by [Timings], a first token in the unit of its name.
    CallDraft timing(Timing known) {
        timing = Optional.of(known);
        return this;
    }

    /// In canonical spelling ([Providers]).
    CallDraft provider(Optional<String> known) {
        provider = Optional.of(known);
        return this;
    }

    CallDraft model(Optional<String> known) {
        model = Optional.of(known);
        return this;
    }

    CallDraft operation(Operation known) {
        operation = Optional.of(known);
        return this;
    }

    /// Unset: as told, STANDARD where nothing is.
    CallDraft tier(Tier known) {
        tier = Optional.of(known);
        return this;
    }

    CallDraft region(Optional<String> known) {
        region = Optional.of(known);
        return this;
    }

    CallDraft account(Optional<String> known) {
        account = Optional.of(known);
        return this;
    }

    /// Calls the row stands for.
    CallDraft count(long known) {
        count = OptionalLong.of(known);
        return this;
    }

    CallDraft tokens(Optional<Tokens> known) {
        tokens = Optional.of(known);
        return this;
    }

    CallDraft cost(Optional<Money> known) {
        cost = Optional.of(known);
        return this;
    }

    CallDraft outcome(Outcome known) {
        outcome = Optional.of(known);
        return this;
    }

    /// Unset: the flag, else what the first token shows. Set: the flag is not read.
    CallDraft streaming(Streaming known) {
        streaming = Optional.of(known);
        return this;
    }

    CallDraft retries(OptionalInt known) {
        retries = Optional.of(known);
        return this;
    }

    CallDraft identity(Identity known) {
        identity = Optional.of(known);
        return this;
    }

    CallDraft caller(Caller known) {
        caller = Optional.of(known);
        return this;
    }

    /// @throws BadValueException where there is no start, or a value cannot be used
    Request request() throws BadValueException {
        Timing when = timing.isPresent() ? timing.orElseThrow() : Timings.withFirstToken(row);
        Optional<Tokens> used = tokens.isPresent() ? tokens.orElseThrow() : TokenCounts.read(row);
        return new Request(
                identity.orElseGet(this::told),
                when,
                call(),
                used,
                cost.isPresent() ? cost.orElseThrow() : Costs.of(row, row.decimal(Field.COST), used),
                completion(when),
                caller.orElseGet(() -> Callers.of(row)),
                row.present());
    }

    private Identity told() {
        return new Identity(
                row.text(Field.REQUEST_ID), row.text(Field.SESSION), row.text(Field.USER), row.text(Field.REPEAT_KEY));
    }

    private ModelCall call() throws BadValueException {
        return new ModelCall(
                provider.orElseGet(() -> row.decoded(Field.PROVIDER, Providers::canonical)),
                model.orElseGet(() -> row.text(Field.MODEL)),
                operation.orElseGet(() -> Operations.of(row)),
                tier.orElseGet(() -> Tiers.ofCall(row)),
                region.orElseGet(() -> row.text(Field.REGION)),
                account.orElseGet(() -> row.text(Field.ACCOUNT)),
                count.isPresent()
                        ? count.getAsLong()
                        : row.count(Field.REQUEST_COUNT).orElse(1));
    }

    private Completion completion(Timing when) throws BadValueException {
        return new Completion(
                outcome.orElseGet(
                        () -> Outcomes.of(row.text(Field.HTTP_STATUS), row.text(Field.STATUS), row.text(Field.ERROR))),
                streaming.isPresent() ? streaming.orElseThrow() : told(when, row.flag(Field.STREAM)),
                retries.isPresent() ? retries.orElseThrow() : told(row.count(Field.RETRIES)));
    }

    private static Streaming told(Timing when, Optional<Boolean> flag) {
        Streaming shown = when.firstTokenShowsStreaming() ? Streaming.STREAMED : Streaming.UNKNOWN;
        return flag.map(stream -> stream ? Streaming.STREAMED : Streaming.UNSTREAMED)
                .orElse(shown);
    }

    private static OptionalInt told(OptionalLong count) {
        return count.isPresent()
                ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, count.getAsLong()))
                : OptionalInt.empty();
    }
}
