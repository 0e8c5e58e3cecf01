package dev.batchable.join;

import dev.batchable.record.Request;
import dev.batchable.record.StableHash;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Drops every copy of a call but the best ([CopyRank]), exactly, in bounded memory.
///
/// Problem: exports overlap, and a call counted twice is money counted twice; yet a set of all request ids
/// grows with the input, and which copy is the best is known only when all were seen. Method: copies of one call
/// share its start, so ids are looked for only in the slice of two minutes in which a call began and in the one
/// beside it that lies nearer ([Slices]): stamps of one call may differ by up to a minute. A slice keeps 64-bit
/// hashes and the rank of the best copy of each. The first copy met is kept; where a better one comes later
/// ([#outranked]), the inputs are read once more after [#settle], and now the best is kept. Inputs are read with the
/// richest first, so that this is rare. Consequence: an overlapping export reads each slice back once; shuffled
/// input costs some reads and writes a call. The answer is the same whatever the limit and the order.
///
/// Two different calls of one slice are taken for copies with a probability of 1e-9 in a slice of 200,000 calls
/// ([StableHash]). Calls without an id have no copies.
public final class Copies implements Closeable {
    /// The rank of a call that has been kept after [#settle]; below every real one.
    private static final long TAKEN = -1;

    private final Slices slices;
    private boolean settled;
    private long outranked;

    public Copies() {
        this(Slices.MAX_RESIDENT_LONGS);
    }

    Copies(int limit) {
        slices = new Slices(limit);
    }

    /// The requests of a batch that are to be kept, in their order. Batches come one at a time, those of the
    /// richest file first, and after [#settle] all of them once more.
    public List<Request> retain(List<Request> batch) throws IOException {
        List<Request> kept = new ArrayList<>(batch.size());
        for (Request request : batch) {
            Optional<String> id = request.identity().requestId();
            if (id.isEmpty() || id.get().isEmpty() || isKept(request, StableHash.of(id.get()))) {
                kept.add(request);
            }
        }
        return kept;
    }

    /// How often a copy was better than the one kept before it.
    public long outranked() {
        return outranked;
    }

    /// To be called when all batches were seen, before they come once more.
    public void settle() {
        settled = true;
        outranked = 0;
    }

    @Override
    public void close() throws IOException {
        slices.close();
    }

    private boolean isKept(Request request, long hash) throws IOException {
        Instant start = request.timing().start();
        long rank = CopyRank.of(request);
        for (long slice : new long[] {Slices.of(start), Slices.nextTo(start)}) {
            if (slices.holds(slice)) {
                Seen seen = slices.at(slice);
                int place = seen.find(hash);
                if (place >= 0) {
                    return isBest(seen, place, rank);
                }
            }
        }
        slices.add(Slices.of(start), hash, rank);
        return true;
    }

    private boolean isBest(Seen seen, int place, long rank) {
        if (settled) {
            boolean best = seen.value(place) == rank;
            if (best) {
                seen.setValue(place, TAKEN);
            }
            return best;
        }
        if (rank > seen.value(place)) {
            seen.setValue(place, rank);
            outranked++;
        }
        return false;
    }
}
