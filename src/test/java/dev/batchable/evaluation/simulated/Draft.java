package dev.batchable.evaluation.simulated;

import dev.batchable.evaluation.workload.Call;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// A call in the making.
final class Draft {
    /// Assumed: the order of magnitude of large hosted models.
    private static final double FIRST_TOKEN_MILLIS = 500;
    private static final double MILLIS_PER_TOKEN = 12;

    private final Style style;
    private final long start;
    private final long input;
    private final long output;
    private final long firstToken;
    private long latency;
    private Outcome outcome = Outcome.OK;
    private int retries;
    private Optional<String> session = Optional.empty();
    private Optional<String> user = Optional.empty();
    private String model = "model-a";

    Draft(Style style, long start, Dice dice) {
        this.style = style;
        this.start = start;
        input = Math.max(1, (long) dice.around(style.input(), style.spread()));
        output = style.output() == 0 ? 0 : Math.max(1, (long) dice.around(style.output(), style.spread()));
        firstToken = (long) dice.around(FIRST_TOKEN_MILLIS, 0.5);
        latency = firstToken + (long) (output * dice.around(MILLIS_PER_TOKEN, 0.3));
    }

    private Draft(Draft other, long start) {
        style = other.style;
        this.start = start;
        input = other.input;
        output = other.output;
        firstToken = other.firstToken;
        latency = other.latency;
        session = other.session;
        user = other.user;
    }

    /// The same call at another time.
    Draft again(long time) {
        return new Draft(this, time);
    }

    Draft session(String id) {
        session = Optional.of(id);
        return this;
    }

    Draft user(String id) {
        user = Optional.of(id);
        return this;
    }

    /// Ended otherwise, after so long.
    Draft ended(Outcome how, long afterMillis) {
        outcome = how;
        latency = afterMillis;
        return this;
    }

    Draft cancelled() {
        return ended(Outcome.CANCELLED, latency / 2);
    }

    Draft retry(int attemptsBefore) {
        retries = attemptsBefore;
        return this;
    }

    Draft model(String name) {
        model = name;
        return this;
    }

    long start() {
        return start;
    }

    long end() {
        return start + latency;
    }

    Call under(String key) {
        return new Call(
                new Request(
                        new Identity(Optional.empty(), session, user, Optional.empty()),
                        new Timing(Instant.ofEpochMilli(start), OptionalLong.of(latency), seenFirstToken()),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of(model),
                                style.operation(),
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(tokens()),
                        Optional.empty(),
                        new Completion(outcome, style.streaming(), OptionalInt.of(retries)),
                        caller(key),
                        present()),
                style.label());
    }

    private OptionalLong seenFirstToken() {
        boolean seen = style.streaming() == Streaming.STREAMED && !outcome.isFailure() && firstToken < latency;
        return seen ? OptionalLong.of(firstToken) : OptionalLong.empty();
    }

    private Tokens tokens() {
        return outcome.isFailure() ? Tokens.NONE : new Tokens(input, 0, 0, 0, output, 0);
    }

    private Caller caller(String key) {
        return new Caller(
                Optional.empty(),
                Optional.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                style.agent(),
                List.of());
    }

    private Set<Field> present() {
        Set<Field> present = EnumSet.of(
                Field.START,
                Field.LATENCY,
                Field.PROVIDER,
                Field.MODEL,
                Field.OPERATION,
                Field.INPUT_TOKENS,
                Field.OUTPUT_TOKENS,
                Field.STATUS,
                Field.STREAM,
                Field.RETRIES,
                Field.KEY_ALIAS);
        session.ifPresent(id -> present.add(Field.SESSION));
        user.ifPresent(id -> present.add(Field.USER));
        style.agent().ifPresent(agent -> present.add(Field.USER_AGENT));
        return present;
    }
}
