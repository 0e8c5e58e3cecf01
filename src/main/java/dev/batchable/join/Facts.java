package dev.batchable.join;

import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Two requests that tell of one call, put together field by field.
///
/// What only one of them tells is taken from it. Where both do: the earlier start, the larger count and latency (a
/// line written while an answer streams holds what was known then), the failure over the success, and else what
/// the first of them says.
final class Facts {
    /// What a span tells of the calls below it; its model and tier may be those of one of them.
    private static final Set<Field> OF_WRAPPER = EnumSet.of(
            Field.SESSION,
            Field.USER,
            Field.USER_AGENT,
            Field.WORKLOAD,
            Field.KEY_ALIAS,
            Field.KEY_ID,
            Field.SERVICE,
            Field.PROJECT,
            Field.TEAM,
            Field.TAGS);

    /// What may hold for all calls of a session, a trace or a file.
    private static final Set<Field> OF_CONTEXT = union(
            OF_WRAPPER,
            EnumSet.of(
                    Field.PROVIDER,
                    Field.MODEL,
                    Field.OPERATION,
                    Field.SERVICE_TIER,
                    Field.REGION,
                    Field.ACCOUNT,
                    Field.STREAM));

    private Facts() {}

    static Request merge(Request one, Request other) {
        return new Request(
                identity(one.identity(), other.identity()),
                timing(one, other),
                call(one, other),
                tokens(one.tokens(), other.tokens()),
                one.cost().or(other::cost),
                completion(one.completion(), other.completion()),
                caller(one.caller(), other.caller()),
                union(one.present(), other.present()));
    }

    /// The call with what it lacks taken from what holds around it.
    static Request within(Request call, Request context) {
        EnumSet<Field> told = EnumSet.copyOf(OF_CONTEXT);
        told.retainAll(context.present());
        return new Request(
                identity(call.identity(), ofContext(context.identity())),
                call.timing(),
                call(call, context),
                call.tokens(),
                call.cost(),
                streaming(call.completion(), context.completion().streaming()),
                caller(call.caller(), context.caller()),
                union(call.present(), told));
    }

    /// The call with what it lacks taken from the span around it, as far as that is about who called.
    static Request below(Request wrapper, Request call) {
        EnumSet<Field> told = EnumSet.copyOf(OF_WRAPPER);
        told.retainAll(wrapper.present());
        return new Request(
                identity(call.identity(), ofContext(wrapper.identity())),
                call.timing(),
                call.call(),
                call.tokens(),
                call.cost(),
                call.completion(),
                caller(call.caller(), wrapper.caller()),
                union(call.present(), told));
    }

    private static Identity ofContext(Identity context) {
        return new Identity(Optional.empty(), context.session(), context.user(), Optional.empty());
    }

    private static Set<Field> union(Set<Field> one, Set<Field> other) {
        EnumSet<Field> both = EnumSet.noneOf(Field.class);
        both.addAll(one);
        both.addAll(other);
        return both;
    }

    private static Identity identity(Identity one, Identity other) {
        return new Identity(
                one.requestId().or(other::requestId),
                one.session().or(other::session),
                one.user().or(other::user),
                one.repeatKey().or(other::repeatKey));
    }

    private static Timing timing(Request one, Request other) {
        Instant start = one.timing().start();
        if (other.present().contains(Field.START) && other.timing().start().isBefore(start)) {
            start = other.timing().start();
        }
        return new Timing(
                start,
                larger(one.timing().latencyMillis(), other.timing().latencyMillis()),
                one.timing().firstTokenMillis().isPresent()
                        ? one.timing().firstTokenMillis()
                        : other.timing().firstTokenMillis());
    }

    private static OptionalLong larger(OptionalLong one, OptionalLong other) {
        boolean second = one.isEmpty() || (other.isPresent() && other.getAsLong() > one.getAsLong());
        return second ? other : one;
    }

    private static ModelCall call(Request one, Request other) {
        ModelCall mine = one.call();
        ModelCall further = other.call();
        boolean tierOfOther =
                !one.present().contains(Field.SERVICE_TIER) && other.present().contains(Field.SERVICE_TIER);
        return new ModelCall(
                mine.provider().or(further::provider),
                mine.model().or(further::model),
                mine.operation() == Operation.UNKNOWN ? further.operation() : mine.operation(),
                tierOfOther ? further.tier() : mine.tier(),
                mine.region().or(further::region),
                mine.account().or(further::account),
                Math.max(mine.count(), further.count()));
    }

    private static Optional<Tokens> tokens(Optional<Tokens> one, Optional<Tokens> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        Tokens a = one.orElseThrow();
        Tokens b = other.orElseThrow();
        return Optional.of(new Tokens(
                Math.max(a.input(), b.input()),
                Math.max(a.cacheRead(), b.cacheRead()),
                Math.max(a.cacheWrite5m(), b.cacheWrite5m()),
                Math.max(a.cacheWrite1h(), b.cacheWrite1h()),
                Math.max(a.output(), b.output()),
                Math.max(a.reasoning(), b.reasoning())));
    }

    private static Completion completion(Completion one, Completion other) {
        boolean secondEnd = one.outcome() == Outcome.UNKNOWN
                || (other.outcome().isFailure() && !one.outcome().isFailure());
        Completion ended = new Completion(
                secondEnd ? other.outcome() : one.outcome(),
                one.streaming(),
                one.retries().isPresent() ? one.retries() : other.retries());
        return streaming(ended, other.streaming());
    }

    private static Completion streaming(Completion call, Streaming other) {
        Streaming known = call.streaming() == Streaming.UNKNOWN ? other : call.streaming();
        return new Completion(call.outcome(), known, call.retries());
    }

    private static Caller caller(Caller one, Caller other) {
        List<String> tags = one.tags().isEmpty() ? other.tags() : one.tags();
        return new Caller(
                one.workload().or(other::workload),
                one.keyAlias().or(other::keyAlias),
                one.keyId().or(other::keyId),
                one.service().or(other::service),
                one.project().or(other::project),
                one.team().or(other::team),
                one.userAgent().or(other::userAgent),
                tags);
    }
}
