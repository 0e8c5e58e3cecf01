package dev.batchable.checklist.evidence;

import dev.batchable.profile.InFlight;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Time that calls were under way in each of some minutes in a row, beside how much it would vary if they came
/// independently of each other.
///
/// Deviations ÷ squares is about 1 for independent calls, however long they take (Campbell's theorem; see
/// [InFlight]), more where their rate changes, and 0 for workers who never rest.
public final class UnderWay {
    /// Busy milliseconds of a minute ÷ this are calls under way.
    public static final double MINUTE_MILLIS = 60_000;

    private final long[] busy;
    private final long[] square;

    private UnderWay(long[] busy, long[] square) {
        this.busy = busy;
        this.square = square;
    }

    /// Minutes in which no call was under way count as zero.
    ///
    /// @param from first minute since 1970-01-01T00:00Z
    /// @param to after the last; not after `from` gives no minutes
    public static UnderWay between(InFlight inFlight, long from, long to) {
        int minutes = (int) Math.max(0, to - from);
        long[] busy = new long[minutes];
        long[] square = new long[minutes];
        for (int i = inFlight.from(from); i < inFlight.size() && inFlight.minute(i) < to; i++) {
            busy[(int) (inFlight.minute(i) - from)] = inFlight.busyMillis(i);
            square[(int) (inFlight.minute(i) - from)] = inFlight.squares(i);
        }
        return new UnderWay(busy, square);
    }

    /// Some of these minutes, by index.
    UnderWay part(int from, int to) {
        return new UnderWay(Arrays.copyOfRange(busy, from, to), Arrays.copyOfRange(square, from, to));
    }

    public int minutes() {
        return busy.length;
    }

    /// Milliseconds, minute by minute.
    public LongStream busy() {
        return Arrays.stream(busy);
    }

    /// Indices of the minutes with at least so many milliseconds, ascending.
    IntStream reaching(double millis) {
        return IntStream.range(0, busy.length).filter(minute -> busy[minute] >= millis);
    }

    /// Milliseconds in the median minute, the upper one of two.
    long median() {
        return busy().sorted().toArray()[busy.length / 2];
    }

    /// Milliseconds a minute; 0 without minutes.
    public double mean() {
        return busy().average().orElse(0);
    }

    /// Squared milliseconds around the mean, of all minutes.
    public double deviations() {
        double mean = mean();
        return busy().mapToDouble(millis -> (millis - mean) * (millis - mean)).sum();
    }

    /// What [#deviations] is expected to be of independent calls at a constant rate.
    public double squares() {
        return Arrays.stream(square).asDoubleStream().sum();
    }
}
