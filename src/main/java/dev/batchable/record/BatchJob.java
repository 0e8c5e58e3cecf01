package dev.batchable.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One job of a batch API, whichever list of jobs it came from. It tells how long results took, and no call.
///
/// @param provider in the canonical spelling of [Providers]
/// @param id as the provider spells it, or the time of submission where it tells none; two rows of one id are
///     one job
/// @param lasted from submission to the last result; present where [End#DONE]
/// @param model as the list names it, without what stands before the last slash; most lists name none
public record BatchJob(
        String provider, String id, Instant submitted, End end, Optional<Duration> lasted, Optional<String> model) {
    /// A job of which the model is not told.
    public BatchJob(String provider, String id, Instant submitted, End end, Optional<Duration> lasted) {
        this(provider, id, submitted, end, lasted, Optional.empty());
    }

    /// How a job ended.
    public enum End {
        /// All results were there.
        DONE,
        /// Some of its requests were not run in time.
        EXPIRED,
        /// It gave no results, such as after a mistake in its input.
        FAILED,
        /// Its owner ended it, which tells nothing of how long it would have taken.
        CANCELLED
    }

    /// @throws IllegalArgumentException where a job that is done tells no time, or another does
    public BatchJob {
        if ((end == End.DONE) != lasted.isPresent()) {
            throw new IllegalArgumentException("only a job that is done lasted some time, and each of them did");
        }
    }
}
