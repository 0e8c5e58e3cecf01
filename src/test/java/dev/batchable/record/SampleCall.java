package dev.batchable.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Builds requests for tests: an answered chat call of `gpt-4.1` at noon on Monday 2026-11-02, of nobody, unless
/// said otherwise.
public final class SampleCall {
    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Instant start = NOON;
    private OptionalLong latency = OptionalLong.empty();
    private OptionalLong firstToken = OptionalLong.empty();
    private String provider = "openai";
    private Optional<String> model = Optional.of("gpt-4.1");
    private Operation operation = Operation.CHAT;
    private Outcome outcome = Outcome.OK;
    private Streaming streaming = Streaming.UNSTREAMED;
    private OptionalInt retries = OptionalInt.empty();
    private Optional<Tokens> tokens = Optional.of(new Tokens(100, 0, 0, 0, 10, 0));
    private Optional<Money> cost = Optional.empty();
    private long count = 1;
    private Tier tier = Tier.STANDARD;
    private Optional<String> account = Optional.empty();
    private Identity identity = Identity.NONE;
    private Caller caller = Caller.NONE;
    private Set<Field> present = EnumSet.of(Field.START, Field.MODEL, Field.INPUT_TOKENS, Field.OUTPUT_TOKENS);

    public static SampleCall call() {
        return new SampleCall();
    }

    public Request build() {
        return new Request(
                identity,
                new Timing(start, latency, firstToken),
                new ModelCall(Optional.of(provider), model, operation, tier, Optional.empty(), account, count),
                tokens,
                cost,
                new Completion(outcome, streaming, retries),
                caller,
                present);
    }

    public SampleCall at(String instant) {
        return at(Instant.parse(instant));
    }

    public SampleCall at(Instant instant) {
        start = instant;
        return this;
    }

    public SampleCall taking(long latencyMillis) {
        latency = OptionalLong.of(latencyMillis);
        return this;
    }

    public SampleCall firstTokenAfter(long millis) {
        firstToken = OptionalLong.of(millis);
        return this;
    }

    public SampleCall provider(String name) {
        provider = name;
        return this;
    }

    public SampleCall model(String name) {
        model = Optional.of(name);
        return this;
    }

    public SampleCall withoutModel() {
        model = Optional.empty();
        return this;
    }

    public SampleCall operation(Operation value) {
        operation = value;
        return this;
    }

    public SampleCall outcome(Outcome value) {
        outcome = value;
        return this;
    }

    public SampleCall streaming(Streaming value) {
        streaming = value;
        return this;
    }

    public SampleCall retries(int value) {
        retries = OptionalInt.of(value);
        return this;
    }

    public SampleCall tokens(long input, long output) {
        tokens = Optional.of(new Tokens(input, 0, 0, 0, output, 0));
        return this;
    }

    /// A prompt of which a part was read from the cache.
    public SampleCall cached(long input, long read, long output) {
        tokens = Optional.of(new Tokens(input, read, 0, 0, output, 0));
        return this;
    }

    public SampleCall withoutTokens() {
        tokens = Optional.empty();
        return this;
    }

    public SampleCall cost(String dollars) {
        cost = Optional.of(new Money(new BigDecimal(dollars), Money.USD));
        return this;
    }

    public SampleCall count(long calls) {
        count = calls;
        return this;
    }

    public SampleCall tier(Tier value) {
        tier = value;
        return this;
    }

    public SampleCall account(String name) {
        account = Optional.of(name);
        return this;
    }

    public SampleCall id(String requestId) {
        identity = new Identity(Optional.of(requestId), identity.session(), identity.user(), identity.repeatKey());
        return this;
    }

    public SampleCall session(String session) {
        identity = new Identity(identity.requestId(), Optional.of(session), identity.user(), identity.repeatKey());
        return this;
    }

    public SampleCall user(String user) {
        identity = new Identity(identity.requestId(), identity.session(), Optional.of(user), identity.repeatKey());
        return this;
    }

    public SampleCall repeatKey(String key) {
        identity = new Identity(identity.requestId(), identity.session(), identity.user(), Optional.of(key));
        return this;
    }

    public SampleCall present(Set<Field> fields) {
        present = fields;
        return this;
    }

    public SampleCall workload(String tag) {
        return caller(new Caller(
                Optional.of(tag),
                caller.keyAlias(),
                caller.keyId(),
                caller.service(),
                caller.project(),
                caller.team(),
                caller.userAgent(),
                caller.tags()));
    }

    public SampleCall key(String alias) {
        return caller(new Caller(
                caller.workload(),
                Optional.of(alias),
                caller.keyId(),
                caller.service(),
                caller.project(),
                caller.team(),
                caller.userAgent(),
                caller.tags()));
    }

    public SampleCall keyId(String id) {
        return caller(new Caller(
                caller.workload(),
                caller.keyAlias(),
                Optional.of(id),
                caller.service(),
                caller.project(),
                caller.team(),
                caller.userAgent(),
                caller.tags()));
    }

    public SampleCall service(String service) {
        return caller(new Caller(
                caller.workload(),
                caller.keyAlias(),
                caller.keyId(),
                Optional.of(service),
                caller.project(),
                caller.team(),
                caller.userAgent(),
                caller.tags()));
    }

    public SampleCall project(String project, String team) {
        return caller(new Caller(
                caller.workload(),
                caller.keyAlias(),
                caller.keyId(),
                caller.service(),
                Optional.of(project),
                Optional.of(team),
                caller.userAgent(),
                caller.tags()));
    }

    public SampleCall userAgent(String userAgent) {
        return caller(new Caller(
                caller.workload(),
                caller.keyAlias(),
                caller.keyId(),
                caller.service(),
                caller.project(),
                caller.team(),
                Optional.of(userAgent),
                caller.tags()));
    }

    public SampleCall tags(String... tags) {
        return caller(new Caller(
                caller.workload(),
                caller.keyAlias(),
                caller.keyId(),
                caller.service(),
                caller.project(),
                caller.team(),
                caller.userAgent(),
                List.of(tags)));
    }

    public SampleCall caller(Caller value) {
        caller = value;
        return this;
    }
}
