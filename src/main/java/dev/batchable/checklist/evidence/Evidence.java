package dev.batchable.checklist.evidence;

import java.util.Optional;

/// One thing looked at.
///
/// @param signal stable name of the signal, such as `session-pauses`
/// @param found what the logs or the policy hold, in words with figures
/// @param expected what would have pointed the other way, or was needed to decide
/// @param samples how many calls, sessions or runs it rests on
/// @param period the days it was seen over, such as `2026-10-01/2026-10-31`
/// @param error how far the figure found may be off, in words; empty where it is an exact count
/// @param weight what it adds to the log-odds of an answer; empty where it adds nothing
public record Evidence(
        String signal,
        String found,
        String expected,
        long samples,
        String period,
        Lean lean,
        Optional<String> error,
        Optional<Weight> weight) {
    public Evidence(String signal, String found, String expected, long samples, String period, Lean lean) {
        this(signal, found, expected, samples, period, lean, Optional.empty(), Optional.empty());
    }

    /// What a piece of evidence adds to the log-odds that nobody waits.
    ///
    /// @param family the signals with which it is counted together, up to a cap
    /// @param rule the id of the rule that holds the figure and its source
    /// @param logOdds natural log-odds, positive where nobody waits
    public record Weight(String family, String rule, double logOdds) {}

    public Evidence within(String measuringError) {
        return new Evidence(signal, found, expected, samples, period, lean, Optional.of(measuringError), weight);
    }

    Evidence weighed(Weight weighing) {
        return new Evidence(signal, found, expected, samples, period, lean, error, Optional.of(weighing));
    }
}
