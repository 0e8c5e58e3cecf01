package dev.batchable.evaluation.workload;

import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// The same request with something else in it.
final class Requests {
    private static final Set<Field> TIMES = EnumSet.of(Field.LATENCY, Field.FIRST_TOKEN, Field.END);
    private static final Set<Field> MARKS = EnumSet.of(
            Field.FIRST_TOKEN,
            Field.STREAM,
            Field.SESSION,
            Field.USER,
            Field.USER_AGENT,
            Field.STATUS,
            Field.RETRIES,
            Field.OPERATION);

    private Requests() {}

    static Request at(Request request, Instant start) {
        Timing timing = request.timing();
        return with(request, new Timing(start, timing.latencyMillis(), timing.firstTokenMillis()), request.present());
    }

    static Request untimed(Request request) {
        Timing bare = new Timing(request.timing().start(), OptionalLong.empty(), OptionalLong.empty());
        return with(request, bare, without(request.present(), TIMES));
    }

    private static Request with(Request request, Timing timing, Set<Field> present) {
        return new Request(
                request.identity(),
                timing,
                request.call(),
                request.tokens(),
                request.cost(),
                request.completion(),
                request.caller(),
                present);
    }

    static Request withoutSession(Request request) {
        Identity identity = request.identity();
        return new Request(
                new Identity(identity.requestId(), Optional.empty(), identity.user(), identity.repeatKey()),
                request.timing(),
                request.call(),
                request.tokens(),
                request.cost(),
                request.completion(),
                request.caller(),
                without(request.present(), EnumSet.of(Field.SESSION)));
    }

    /// Without anything about who called how.
    static Request plain(Request request) {
        Timing timing = new Timing(request.timing().start(), request.timing().latencyMillis(), OptionalLong.empty());
        return new Request(
                Identity.NONE,
                timing,
                request.call(),
                request.tokens(),
                request.cost(),
                new Completion(Outcome.UNKNOWN, Streaming.UNKNOWN, OptionalInt.empty()),
                keyed(request.caller().keyAlias(), Optional.empty()),
                without(request.present(), MARKS));
    }

    /// As if another key had been used.
    static Request under(String key, Request request) {
        return new Request(
                request.identity(),
                request.timing(),
                request.call(),
                request.tokens(),
                request.cost(),
                request.completion(),
                keyed(Optional.of(key), request.caller().userAgent()),
                request.present());
    }

    private static Caller keyed(Optional<String> key, Optional<String> agent) {
        Caller none = Caller.NONE;
        return new Caller(
                none.workload(), key, none.keyId(), none.service(), none.project(), none.team(), agent, none.tags());
    }

    private static Set<Field> without(Set<Field> present, Set<Field> gone) {
        Set<Field> left = EnumSet.noneOf(Field.class);
        left.addAll(present);
        left.removeAll(gone);
        return left;
    }
}
