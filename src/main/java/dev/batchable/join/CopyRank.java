package dev.batchable.join;

import dev.batchable.record.Caller;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Request;
import dev.batchable.record.StableHash;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which of several copies of a call is the best: the one that tells most fields, and of those the one with the
/// largest hash of all it says. Depends on the copy alone, so that the order of the inputs does not matter; copies
/// of equal rank say the same.
final class CopyRank {
    private static final int CONTENT_BITS = 56;

    private CopyRank() {}

    /// Never negative.
    static long of(Request request) {
        return ((long) request.present().size() << CONTENT_BITS) | (content(request) >>> (Long.SIZE - CONTENT_BITS));
    }

    private static long content(Request request) {
        long hash = timing(request.timing());
        hash = StableHash.combine(hash, identity(request.identity()));
        hash = StableHash.combine(hash, call(request.call()));
        hash = StableHash.combine(hash, request.tokens().map(CopyRank::tokens).orElse(0L));
        hash = StableHash.combine(hash, request.cost().map(CopyRank::cost).orElse(0L));
        hash = StableHash.combine(hash, request.completion().outcome().name().hashCode());
        hash = StableHash.combine(hash, request.completion().streaming().name().hashCode());
        hash = StableHash.combine(hash, request.completion().retries().orElse(-1));
        return StableHash.combine(hash, caller(request.caller()));
    }

    private static long timing(Timing timing) {
        Instant start = timing.start();
        long hash = StableHash.combine(start.getEpochSecond(), start.getNano());
        hash = StableHash.combine(hash, number(timing.latencyMillis()));
        return StableHash.combine(hash, number(timing.firstTokenMillis()));
    }

    private static long identity(Identity identity) {
        long hash = StableHash.combine(text(identity.session()), text(identity.user()));
        return StableHash.combine(hash, text(identity.repeatKey()));
    }

    private static long call(ModelCall call) {
        long hash = StableHash.combine(text(call.provider()), text(call.model()));
        hash = StableHash.combine(hash, call.operation().name().hashCode());
        hash = StableHash.combine(hash, call.tier().name().hashCode());
        hash = StableHash.combine(hash, text(call.region()));
        return StableHash.combine(hash, call.count());
    }

    private static long tokens(Tokens tokens) {
        long hash = StableHash.combine(tokens.input(), tokens.output());
        hash = StableHash.combine(hash, tokens.cacheRead());
        hash = StableHash.combine(hash, tokens.cacheWrite5m());
        hash = StableHash.combine(hash, tokens.cacheWrite1h());
        return StableHash.combine(hash, tokens.reasoning());
    }

    private static long cost(Money cost) {
        return StableHash.combine(cost.currency().hashCode(), cost.amount().hashCode());
    }

    private static long caller(Caller caller) {
        long hash = StableHash.combine(text(caller.workload()), text(caller.keyAlias()));
        hash = StableHash.combine(hash, text(caller.keyId()));
        hash = StableHash.combine(hash, text(caller.service()));
        hash = StableHash.combine(hash, text(caller.project()));
        hash = StableHash.combine(hash, text(caller.team()));
        hash = StableHash.combine(hash, text(caller.userAgent()));
        return StableHash.combine(hash, caller.tags().hashCode());
    }

    /// [String#hashCode], as that of decimals and lists, is specified and kept by the string, of which most come again.
    private static long text(Optional<String> text) {
        return text.isEmpty() ? 1 : text.get().hashCode() * 31L + 7;
    }

    private static long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : -1;
    }
}
