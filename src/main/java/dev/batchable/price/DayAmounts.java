package dev.batchable.price;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a workload spent, day by day.
///
/// @param byDay all of it by days of the report's zone
/// @param byBillersDay by days of the biller, as far as the profile tells them ([UsageTable#byBillersDay()])
public record DayAmounts(List<DayAmount> byDay, List<DayAmount> byBillersDay) {
    public static final DayAmounts NONE = new DayAmounts(List.of(), List.of());

    public DayAmounts {
        byDay = List.copyOf(byDay);
        byBillersDay = List.copyOf(byBillersDay);
    }

    static DayAmounts of(ChargedWorkload workload) {
        UsageTable usage = workload.profile().usage();
        return new DayAmounts(of(workload, usage.rows()), of(workload, usage.byBillersDay()));
    }

    private static List<DayAmount> of(
            ChargedWorkload workload, SortedMap<RatingKey, SortedMap<LocalDate, Usage>> rows) {
        return workload.keys().stream()
                .flatMap(key -> of(key, rows.getOrDefault(key.charge().key(), new TreeMap<>())))
                .toList();
    }

    private static Stream<DayAmount> of(RatedKey key, SortedMap<LocalDate, Usage> days) {
        RatingKey rating = key.charge().key();
        return days.entrySet().stream()
                .map(day -> new DayAmount(rating.model(), rating.tier(), day.getKey(), key.amount(day.getValue())));
    }
}
