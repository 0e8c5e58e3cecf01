package dev.batchable.profile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Sums by rating key and day of the report's zone; the exact basis of every amount.
///
/// @param byBillersDay the rows once more by days of the zone of the model's biller; only those whose
///     biller has other days than the report, and none of which a bucket lies in two of its days
public record UsageTable(
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> rows,
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> byBillersDay) {
    public static final UsageTable EMPTY = new UsageTable(new TreeMap<>());

    /// A table of billers that have the report's days.
    public UsageTable(SortedMap<RatingKey, SortedMap<LocalDate, Usage>> rows) {
        this(rows, new TreeMap<>());
    }

    public UsageTable {
        rows = copy(rows);
        byBillersDay = copy(byBillersDay);
    }

    private static SortedMap<RatingKey, SortedMap<LocalDate, Usage>> copy(
            SortedMap<RatingKey, SortedMap<LocalDate, Usage>> rows) {
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> copy = new TreeMap<>();
        rows.forEach((key, days) -> copy.put(key, Collections.unmodifiableSortedMap(new TreeMap<>(days))));
        return Collections.unmodifiableSortedMap(copy);
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
