package dev.batchable.simulate;

import java.util.OptionalLong;

/// What became of a batch, and with it of each parcel of its calls.
///
/// Calls fall back one after the other as they come due, while the others wait on: so many a minute as came in a
/// minute, which realtime has carried before. What comes with the batch afterwards is not used, but charged.
///
/// @param submittedAt empty where the provider never got it
/// @param endedAt when it was done, expired or given up as a whole; may lie behind the end of the log
record Fate(Batch batch, OptionalLong submittedAt, long endedAt, Outcome outcome) {
    enum Outcome {
        COMPLETED,
        /// Went to realtime in time while the batch was with the provider.
        CANCELLED,
        /// The provider's window ended first.
        EXPIRED,
        /// Went to realtime before it could be submitted.
        UNSENT
    }

    static Fate unsent(Batch batch, long at) {
        return new Fate(batch, OptionalLong.empty(), at, Outcome.UNSENT);
    }

    /// When a parcel's calls left the queue: with the batch, or to realtime.
    long endedAt(int parcel) {
        return Math.min(endedAt, batch.giveUpAt(parcel));
    }

    Outcome outcome(int parcel) {
        long due = batch.giveUpAt(parcel);
        if (submittedAt.isEmpty() || due <= submittedAt.getAsLong()) {
            return Outcome.UNSENT;
        }
        return due < endedAt ? Outcome.CANCELLED : outcome;
    }

    /// Whether the batch was done after these calls had been given up: they are paid twice.
    boolean paidTwice(int parcel) {
        return outcome == Outcome.COMPLETED && outcome(parcel) == Outcome.CANCELLED;
    }

    /// How long the re-run takes, in seconds; of an expired batch all that is left is run again at once.
    long rerun(int parcel) {
        return switch (outcome(parcel)) {
            case COMPLETED -> 0;
            case EXPIRED -> batch.lane().deadline().rerun(batch.requests());
            case CANCELLED, UNSENT ->
                batch.lane().deadline().rerun(batch.calls().requests(parcel));
        };
    }

    long resultsAt(int parcel) {
        return endedAt(parcel) + rerun(parcel);
    }
}
