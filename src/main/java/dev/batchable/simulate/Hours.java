package dev.batchable.simulate;

import java.util.ArrayList;
import java.util.List;

/// The queue of one workload by the hour.
final class Hours {
    private static final long HOUR = 3600;

    private final long first;
    private final long[][] rows;

    private Hours(Span span) {
        first = Math.floorDiv(span.start(), HOUR);
        rows = new long[(int) (-Math.floorDiv(-span.end(), HOUR) - first)][6];
    }

    /// Hours in which nothing comes, ends or waits are left out.
    static List<Simulation.QueueHour> of(String workload, List<Fate> fates, Span span) {
        Hours hours = new Hours(span);
        fates.forEach(hours::add);
        List<Simulation.QueueHour> all = new ArrayList<>();
        for (int i = 0; i < hours.rows.length; i++) {
            long[] row = hours.rows[i];
            if (row[0] + row[1] + row[2] + row[3] > 0) {
                all.add(new Simulation.QueueHour(
                        hours.first + i, workload, row[0], row[1], row[2], row[3], row[4], row[5]));
            }
        }
        return all;
    }

    private void add(Fate fate) {
        Parcels calls = fate.batch().calls();
        for (int i = 0; i < calls.size(); i++) {
            int came = place(calls.second(i));
            int left = place(fate.endedAt(i));
            rows[came][0] += calls.requests(i);
            for (int hour = came; hour < Math.min(rows.length, left); hour++) {
                wait(rows[hour], calls, i, (first + hour + 1) * HOUR);
            }
            if (left < rows.length) {
                rows[left][fate.outcome(i) == Fate.Outcome.COMPLETED ? 1 : 2] += calls.requests(i);
            }
        }
    }

    private static void wait(long[] row, Parcels calls, int index, long end) {
        row[3] += calls.requests(index);
        row[4] += calls.tokens(index);
        row[5] = Math.max(row[5], end - calls.second(index));
    }

    private int place(long second) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floorDiv(second, HOUR) - first);
    }
}
