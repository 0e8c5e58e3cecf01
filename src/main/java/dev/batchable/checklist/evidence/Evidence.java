package dev.batchable.checklist.evidence;

/// One thing looked at.
///
/// @param signal stable name of the signal, such as `session-pauses`
/// @param found what the logs or the policy hold, in words with figures
/// @param expected what would have pointed the other way, or was needed to decide
/// @param samples how many calls, sessions or runs it rests on
/// @param period the days it was seen over, such as `2026-10-01/2026-10-31`
public record Evidence(String signal, String found, String expected, long samples, String period, Lean lean) {}
