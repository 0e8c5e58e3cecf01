package dev.batchable.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One call, or one batch job, as it reached the company's gateway or proxy.
///
/// @param requests calls it stands for: 1 except for a batch job
record SampleCall(
        SampleCaller caller,
        SampleModel model,
        Times times,
        TokenCount tokens,
        Ending ending,
        Marks marks,
        long requests) {
    /// @param firstTokenMillis present for streamed answers
    record Times(Instant start, long latencyMillis, OptionalLong firstTokenMillis) {
        Instant end() {
            return start.plusMillis(latencyMillis);
        }

        /// The gateway writes the end here where nothing was streamed.
        Instant firstToken() {
            return firstTokenMillis.isPresent() ? start.plusMillis(firstTokenMillis.getAsLong()) : end();
        }
    }

    /// @param retries attempts the gateway made before
    record Ending(int status, String errorClass, int retries) {
        static final Ending OK = new Ending(200, "", 0);

        boolean failed() {
            return status >= 400;
        }
    }

    /// @param session what the caller sent, or what the gateway made up for this call alone
    record Marks(String requestId, String session, Optional<String> user, Optional<String> cacheKey, boolean cacheHit) {
        static Marks unknownCaller(Dice dice) {
            return new Marks("chatcmpl-" + dice.uuid(), dice.uuid(), Optional.empty(), Optional.empty(), false);
        }

        Marks in(String ownSession) {
            return new Marks(requestId, ownSession, user, cacheKey, cacheHit);
        }

        Marks by(String endUser) {
            return new Marks(requestId, session, Optional.of(endUser), cacheKey, cacheHit);
        }

        Marks keyed(String key) {
            return new Marks(requestId, session, user, Optional.of(key), cacheHit);
        }

        /// Answered by the gateway's own cache.
        Marks hit() {
            return new Marks(requestId + "_cache_hit", session, user, cacheKey, true);
        }

        Marks again(Dice dice) {
            return new Marks("chatcmpl-" + dice.uuid(), session, user, cacheKey, cacheHit);
        }
    }

    static SampleCall of(SampleCaller caller, SampleModel model, Times times, TokenCount tokens, Marks marks) {
        return new SampleCall(caller, model, times, tokens, Ending.OK, marks, 1);
    }

    /// Failed calls and the gateway's own answers cost nothing.
    BigDecimal cost() {
        return ending.failed() || marks.cacheHit() ? BigDecimal.ZERO : model.cost(tokens);
    }
}
