package dev.batchable.simulate;

import dev.batchable.profile.Series;
import java.math.BigDecimal;

/// Turns a series into parcels of calls that move.
///
/// Calls that failed are left out: their work comes again as a retry, and what is saved is reckoned without them.
/// A minute's calls come in its middle, so that a wait is wrong by half a minute at most. Slots wider than a
/// minute are spread evenly over their minutes, since nothing is known of how they were filled.
final class Arrivals {
    private static final long MINUTE = 60;
    private static final long MIDDLE = 30;

    private Arrivals() {}

    /// @param slotMinutes how many minutes a slot of the series stands for
    /// @param share of the calls that moves, 0–1
    static Parcels of(Series series, int slotMinutes, BigDecimal share) {
        Parcels parcels = new Parcels();
        Part requests = new Part(share);
        Part tokens = new Part(share);
        long carried = 0;
        for (int i = 0; i < series.size(); i++) {
            long calls = Math.max(0, series.requests(i) - series.troubled(i));
            for (int minute = 0; minute < slotMinutes && calls > 0; minute++) {
                carried += tokens.of(slice(series.tokens(i), minute, slotMinutes));
                long moved = requests.of(slice(calls, minute, slotMinutes));
                if (moved > 0) {
                    parcels.add((series.minute(i) + minute) * MINUTE + MIDDLE, moved, carried);
                    carried = 0;
                }
            }
        }
        return parcels;
    }

    /// Of an amount cut into equal parts without a rest.
    static long slice(long amount, int place, int parts) {
        return cut(amount, place + 1L, parts) - cut(amount, place, parts);
    }

    private static long cut(long amount, long place, long parts) {
        return amount / parts * place + amount % parts * place / parts;
    }
}
