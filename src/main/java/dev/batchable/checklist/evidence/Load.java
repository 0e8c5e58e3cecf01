package dev.batchable.checklist.evidence;

import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.Series;
import dev.batchable.profile.Strain;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What several workloads asked of one model together, minute by minute.
///
/// @param refused calls refused for load or quota, only minutes that have one
record Load(Series series, SortedMap<Long, Long> refused) {
    static Load of(List<ModelActivity> members) {
        TreeMap<Long, Series.Slot> slots = new TreeMap<>();
        SortedMap<Long, Long> refused = new TreeMap<>();
        for (ModelActivity member : members) {
            Series series = member.series();
            for (int i = 0; i < series.size(); i++) {
                Series.Slot slot =
                        new Series.Slot(series.minute(i), series.requests(i), series.tokens(i), series.troubled(i));
                slots.merge(slot.minute(), slot, Load::plus);
            }
            refusals(member.strain(), refused);
        }
        return new Load(Series.of(List.copyOf(slots.values())), refused);
    }

    /// Adds up calls refused for load or quota, by the minute.
    static void refusals(Strain strain, Map<Long, Long> byMinute) {
        for (int i = 0; i < strain.size(); i++) {
            if (strain.rateLimited(i) > 0) {
                byMinute.merge(strain.minute(i), strain.rateLimited(i), Long::sum);
            }
        }
    }

    private static Series.Slot plus(Series.Slot one, Series.Slot other) {
        return new Series.Slot(
                one.minute(),
                one.requests() + other.requests(),
                one.tokens() + other.tokens(),
                one.troubled() + other.troubled());
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
