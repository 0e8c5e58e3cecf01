package dev.batchable.join;

import dev.batchable.record.BillingLine;
import dev.batchable.record.StableHash;
import java.io.Closeable;
import java.io.IOException;

/// Tells charges that a bill read before holds as well, in bounded memory ([Slices]).
///
/// Bills have no ids to rely on, and two equal lines of one bill may both be real. A line counts as a copy where it
/// is the n-th of its wording and period in its file, and a file before it held at least n of them.
public final class ChargeCopies implements Closeable {
    private static final int COUNT_BITS = 20;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final Slices slices = new Slices(Slices.MAX_RESIDENT_LONGS);

    /// @param input index of the file; all lines of one file come before those of the next
    /// @param wording hash of the line as it stands
    public boolean isCopy(int input, BillingLine line, long wording) throws IOException {
        long hash = StableHash.combine(
                StableHash.combine(wording, line.start().getEpochSecond()),
                line.end().getEpochSecond());
        long slice = Slices.of(line.start());
        Seen seen = slices.at(slice);
        int place = seen.find(hash);
        if (place < 0) {
            slices.add(slice, hash, packed(input, 1, 0));
            return false;
        }
        long value = seen.value(place);
        boolean sameFile = value >>> (2 * COUNT_BITS) == input;
        long here = sameFile ? (value >>> COUNT_BITS) & COUNT_MASK : 0;
        long before = sameFile ? value & COUNT_MASK : Math.max(value & COUNT_MASK, (value >>> COUNT_BITS) & COUNT_MASK);
        seen.setValue(place, packed(input, Math.min(here + 1, COUNT_MASK), before));
        return here < before;
    }

    private static long packed(int input, long here, long before) {
        return ((long) input << (2 * COUNT_BITS)) | (here << COUNT_BITS) | before;
    }

    @Override
    public void close() throws IOException {
        slices.close();
    }
}
