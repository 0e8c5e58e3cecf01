package dev.batchable.checklist.evidence;

import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.Series;
import dev.batchable.profile.Strain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What several workloads asked of one model together, minute by minute.
///
/// @param refused calls refused for load or quota, only minutes that have one
record Load(Series series, SortedMap<Long, Long> refused) {
    static Load of(List<ModelActivity> members) {
        SortedMap<Long, Long> refused = new TreeMap<>();
        members.forEach(member -> refusals(member.strain(), refused));
        return new Load(sum(members.stream().map(ModelActivity::series).toList()), refused);
    }

    /// Added up in arrays: months of minutes of many workloads come together here.
    private static Series sum(List<Series> parts) {
        long[] minutes = parts.stream()
                .flatMapToLong(part -> IntStream.range(0, part.size()).mapToLong(part::minute))
                .sorted()
                .distinct()
                .toArray();
        long[][] sums = new long[minutes.length][3];
        for (Series part : parts) {
            for (int i = 0; i < part.size(); i++) {
                long[] sum = sums[Arrays.binarySearch(minutes, part.minute(i))];
                sum[0] += part.requests(i);
                sum[1] += part.tokens(i);
                sum[2] += part.troubled(i);
            }
        }
        return Series.of(IntStream.range(0, minutes.length)
                .mapToObj(i -> new Series.Slot(minutes[i], sums[i][0], sums[i][1], sums[i][2]))
                .toList());
    }

    /// Adds up calls refused for load or quota, by the minute.
    static void refusals(Strain strain, Map<Long, Long> byMinute) {
        for (int i = 0; i < strain.size(); i++) {
            if (strain.rateLimited(i) > 0) {
                byMinute.merge(strain.minute(i), strain.rateLimited(i), Long::sum);
            }
        }
    }

    /// A spell with all calls of its time, where it was found in some of them.
    Spell counted(Spell spell) {
        long requests = 0;
        long failed = 0;
        for (int i = series.from(spell.start()); i < series.from(spell.end()); i++) {
            requests += series.requests(i);
            failed += series.troubled(i);
        }
        return new Spell(spell.kind(), spell.start(), spell.end(), requests, failed, spell.slowdown());
    }

    /// Whether most failures of a spell are refusals, at a load beyond all that was carried without one.
    boolean refusesBeyond(Spell spell) {
        long refusals = 0;
        long minutes = 0;
        long load = 0;
        long carried = 0;
        for (int i = 0; i < series.size(); i++) {
            boolean within = series.minute(i) >= spell.start() && series.minute(i) < spell.end();
            long refusedThen = refused.getOrDefault(series.minute(i), 0L);
            if (within && refusedThen > 0) {
                refusals += refusedThen;
                minutes++;
                load += series.requests(i);
            } else if (!within && refusedThen == 0) {
                carried = Math.max(carried, series.requests(i));
            }
        }
        return refusals * 2 >= spell.failed() && load > carried * minutes;
    }
}
