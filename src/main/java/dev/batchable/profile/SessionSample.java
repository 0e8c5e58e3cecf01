package dev.batchable.profile;

import dev.batchable.record.StableHash;
import java.util.List;

/// The sessions with the smallest hashes, each with every call it has: a uniform sample of sessions whatever
/// their order or sharding.
///
/// @param sessions sampled sessions, by hash
/// @param complete whether the sample holds all sessions there were
/// @param requestsWithSession calls that carried a session id, sampled or not
public record SessionSample(List<Session> sessions, boolean complete, long requestsWithSession) {
    public static final SessionSample EMPTY = new SessionSample(List.of(), true, 0);

    /// A session keeps its calls up to this many; beyond, only their number, so that one endless session cannot
    /// fill the memory.
    public static final int MAX_CALLS = 10_000;

    public SessionSample {
        sessions = List.copyOf(sessions);
    }

    /// The hash by which a call of a session names its model.
    public static long hash(RatingKey.ModelRef model) {
        return StableHash.of(model.provider().orElse("") + " " + model.model().orElse(""));
    }

    /// One sampled session.
    ///
    /// @param calls by start; empty where there were more than [#MAX_CALLS]
    /// @param count all calls
    public record Session(long hash, List<Call> calls, long count) {
        public Session {
            calls = List.copyOf(calls);
        }
    }

    /// One call of a session.
    ///
    /// @param endMillis equal to the start where the latency is unknown
    /// @param model hash of provider and model, as [SessionSample#hash] gives it
    public record Call(long startMillis, long endMillis, long inputTokens, long model) {}
}
