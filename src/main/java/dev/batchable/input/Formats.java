package dev.batchable.input;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// All formats a reading may choose from.
///
/// @param logs request logs, the most specific first, the generic one not among them
/// @param bills billing formats, the most specific first
/// @param refusals exports that are recognised only to say which other one to use
/// @param generic the log format of last resort, given a user's map of fields to paths (empty: only well-known
///     names); throws [IllegalArgumentException] for a field it does not know
public record Formats(
        List<LogFormat> logs,
        List<BillingFormat> bills,
        List<Refusal> refusals,
        Function<Map<String, String>, LogFormat> generic) {
    public Formats {
        logs = List.copyOf(logs);
        bills = List.copyOf(bills);
        refusals = List.copyOf(refusals);
    }
}
