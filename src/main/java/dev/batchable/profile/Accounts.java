package dev.batchable.profile;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Under which accounts at the provider calls were made, as far as the source tells.
///
/// @param calls per account; of more than 32 accounts some are left out
/// @param told calls whose account is told, those of accounts left out included
public record Accounts(SortedMap<String, Long> calls, long told) {
    public static final Accounts UNTOLD = new Accounts(new TreeMap<>(), 0);

    /// The account with most calls, the first by name of several; empty where none is told, or where accounts
    /// left out may have more.
    public Optional<String> main() {
        long kept = calls.values().stream().mapToLong(Long::longValue).sum();
        return calls.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .filter(main -> main.getValue() >= told - kept)
                .map(Map.Entry::getKey);
    }
}
