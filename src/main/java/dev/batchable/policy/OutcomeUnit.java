package dev.batchable.policy;

/// What one successful outcome of a workload is: a whole trace, or a number of calls.
public sealed interface OutcomeUnit {
    record PerTrace() implements OutcomeUnit {}

    /// A fixed number of calls.
    ///
    /// @param calls calls that make one outcome, at least 1
    record Calls(long calls) implements OutcomeUnit {}
}
