package dev.batchable.input.format;

import dev.batchable.record.Caller;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import java.util.Optional;

/// What holds for the calls around a line that tells of none: session, caller, and whatever a format adds.
final class ContextDraft {
    private ContextDraft() {}

    static CallDraft of(TrackedRow row, Identity identity, Caller caller) {
        return CallDraft.of(row)
                .provider(Optional.empty())
                .model(Optional.empty())
                .operation(Operation.UNKNOWN)
                .tokens(Optional.empty())
                .cost(Optional.empty())
                .outcome(Outcome.UNKNOWN)
                .identity(identity)
                .caller(caller);
    }
}
