package dev.batchable.profile;

import dev.batchable.profile.sketch.MinuteCounts;
import java.util.Arrays;
import java.util.List;

/// How long calls were under way, minute by minute, ascending; only minutes in which one was. Compact arrays
/// behind, so read it by index.
///
/// `busyMillis ÷ 60,000` is the mean number of calls in flight during a minute. The sum of squares says how much
/// that number would vary if calls came independently of each other: for a Poisson process whose calls overlap a
/// minute by `x` milliseconds each, the variance of the sum of `x` is the expected sum of `x²` (Campbell's
/// theorem), however long calls take. Calls without a latency are not in it, and of calls longer than
/// [#MAX_MILLIS] only the beginning is.
public final class InFlight {
    /// An hour: nobody keeps a synchronous call open for longer, and one wrong stamp must not fill the series.
    public static final long MAX_MILLIS = 3_600_000;

    public static final InFlight NONE = of(List.of());

    private final long[] minutes;
    private final long[] busyMillis;
    private final long[] squares;

    private InFlight(int size) {
        minutes = new long[size];
        busyMillis = new long[size];
        squares = new long[size];
    }

    /// One minute since 1970-01-01T00:00Z: the time calls spent in it, in milliseconds, and the sum of its squares.
    public record Slot(long minute, long busyMillis, long squares) {}

    public static InFlight of(List<Slot> slots) {
        InFlight inFlight = new InFlight(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            inFlight.set(i, slot.minute(), slot.busyMillis(), slot.squares());
        }
        return inFlight;
    }

    static InFlight of(MinuteCounts counts) {
        InFlight inFlight = new InFlight(counts.size());
        for (int i = 0; i < inFlight.minutes.length; i++) {
            inFlight.set(i, counts.minute(i), counts.requests(i), counts.tokens(i));
        }
        return inFlight;
    }

    public int size() {
        return minutes.length;
    }

    /// Index of the first minute with calls that is not before this one; the size where there is none.
    public int from(long minute) {
        int found = Arrays.binarySearch(minutes, minute);
        return found < 0 ? -found - 1 : found;
    }

    public long minute(int index) {
        return minutes[index];
    }

    public long busyMillis(int index) {
        return busyMillis[index];
    }

    public long squares(int index) {
        return squares[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InFlight that
                && Arrays.equals(minutes, that.minutes)
                && Arrays.equals(busyMillis, that.busyMillis)
                && Arrays.equals(squares, that.squares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minutes) * 31 + Arrays.hashCode(busyMillis);
    }

    private void set(int index, long minute, long busy, long square) {
        minutes[index] = minute;
        busyMillis[index] = busy;
        squares[index] = square;
    }
}
