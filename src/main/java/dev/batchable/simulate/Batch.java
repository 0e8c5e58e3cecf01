package dev.batchable.simulate;

/// Calls that are submitted together.
///
/// @param number within its lane, from 0 on
/// @param formedAt when the submission rule hands them over, in seconds since 1970-01-01T00:00Z
record Batch(Lane lane, long number, long formedAt, Parcels calls) {
    long requests() {
        return calls.requests();
    }

    long inputTokens() {
        return lane.terms().limits().inputTokens(calls.tokens());
    }

    /// When the calls of one parcel must run on realtime, so that they are done by their deadline.
    long giveUpAt(int parcel) {
        return lane.deadline().giveUpAt(calls.second(parcel), calls.requests(parcel));
    }

    /// When the last of them must, so that nothing is left to wait for.
    long giveUpAt() {
        return giveUpAt(calls.size() - 1);
    }
}
