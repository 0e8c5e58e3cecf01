package dev.batchable.profile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Sums by rating key and day of the report's zone; the exact basis of every amount.
public record UsageTable(SortedMap<RatingKey, SortedMap<LocalDate, Usage>> rows) {
    public static final UsageTable EMPTY = new UsageTable(new TreeMap<>());

    public UsageTable {
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> copy = new TreeMap<>();
        rows.forEach((key, days) -> copy.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(days))));
        rows = Collections.unmodifiableSortedMap(copy);
    }

    /// Sum over all days of the keys that are wanted.
    public Usage total(Predicate<RatingKey> wanted) {
        Usage sum = Usage.NONE;
        for (var row : rows.entrySet()) {
            if (wanted.test(row.getKey())) {
                for (Usage usage : row.getValue().values()) {
                    sum = sum.plus(usage);
                }
            }
        }
        return sum;
    }

    public Usage total() {
        return total(key -> true);
    }
}
