package dev.batchable.join;

import dev.batchable.record.Request;
import dev.batchable.record.StableHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Drops every copy of a call but the best ([CopyRank]), exactly, in bounded memory.
///
/// Problem: exports overlap, and a call counted twice is money counted twice; yet a set of all request ids
/// grows with the input, and which copy is the best is known only when all were seen. Method: copies of one call
/// share its start, so ids are looked for only in the slice of two minutes in which a call began and in the one
/// that lies nearer: stamps of one call may differ by up to a minute. Each slice is a table of 64-bit hashes and
/// ranks; above a limit, the slices untouched for longest go to a temporary file and come back when touched. The
/// first copy met is kept; where a better one comes later ([#outranked]), the inputs are read once more after
/// [#settle], and now the best is kept. Inputs are read with the richest first, so that this is rare. Consequence:
/// for input in order of time the slices still in memory are a window that moves along; an overlapping export
/// reads each slice back once; shuffled input costs some reads and writes a call. The answer is the same whatever
/// the limit and the order.
///
/// Two different calls of one slice are taken for copies with a probability of 1e-9 in a slice of 200,000 calls
/// ([StableHash]). Calls without an id have no copies.
public final class Copies implements Closeable {
    /// 32 MiB: about 700,000 calls.
    private static final int MAX_RESIDENT_LONGS = 1 << 22;
    /// What a slice takes beside its table, in longs.
    private static final int SLICE_OVERHEAD = 16;
    private static final long SLICE_SECONDS = 120;
    /// The rank of a call that has been kept after [#settle]; below every real one.
    private static final long TAKEN = -1;

    private final int limit;
    private final LinkedHashMap<Long, SeenCalls> resident = new LinkedHashMap<>(64, 0.75f, true);
    private long residentLongs;
    private long currentSlice = Long.MIN_VALUE;
    private SeenCalls current = new SeenCalls();
    private boolean settled;
    private long outranked;

    private final Map<Long, Region> spilled = new HashMap<>();
    /// Places of the file given up by slices that outgrew them, by size.
    private final Map<Integer, Deque<Long>> free = new HashMap<>();
    private @Nullable SpillFile file;

    public Copies() {
        this(MAX_RESIDENT_LONGS);
    }

    Copies(int limit) {
        this.limit = limit;
    }

    private record Region(long offset, int longs) {}

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
        if (file != null) {
            file.close();
        }
    }

    private boolean isKept(Request request, long hash) throws IOException {
        long second = request.timing().start().getEpochSecond();
        long slice = Math.floorDiv(second, SLICE_SECONDS);
        boolean late = Math.floorMod(second, SLICE_SECONDS) * 2 >= SLICE_SECONDS;
        long rank = CopyRank.of(request);
        for (long where : new long[] {slice, late ? slice + 1 : slice - 1}) {
            if (isKnown(where)) {
                SeenCalls calls = slice(where);
                int place = calls.find(hash);
                if (place >= 0) {
                    return isBest(calls, place, rank);
                }
            }
        }
        add(slice, hash, rank);
        return true;
    }

    private boolean isBest(SeenCalls calls, int place, long rank) {
        if (settled) {
            boolean best = calls.rank(place) == rank;
            if (best) {
                calls.setRank(place, TAKEN);
            }
            return best;
        }
        if (rank > calls.rank(place)) {
            calls.setRank(place, rank);
            outranked++;
        }
        return false;
    }

    private void add(long slice, long hash, long rank) throws IOException {
        SeenCalls calls = slice(slice);
        int before = calls.longs();
        calls.add(hash, rank);
        if (calls.longs() != before) {
            residentLongs += calls.longs() - before;
            shrink();
        }
    }

    private boolean isKnown(long slice) {
        return slice == currentSlice || resident.containsKey(slice) || spilled.containsKey(slice);
    }

    private SeenCalls slice(long slice) throws IOException {
        if (slice == currentSlice) {
            return current;
        }
        SeenCalls calls = resident.get(slice);
        if (calls == null) {
            Region region = spilled.get(slice);
            calls = region == null ? new SeenCalls() : load(region);
            resident.put(slice, calls);
            residentLongs += calls.longs() + SLICE_OVERHEAD;
        }
        current = calls;
        currentSlice = slice;
        shrink();
        return calls;
    }

    /// Spills the slices untouched for longest; the one in use stays.
    private void shrink() throws IOException {
        while (residentLongs > limit && resident.size() > 1) {
            Map.Entry<Long, SeenCalls> eldest = resident.entrySet().iterator().next();
            if (eldest.getKey() == currentSlice) {
                resident.get(currentSlice);
                continue;
            }
            resident.remove(eldest.getKey());
            residentLongs -= eldest.getValue().longs() + SLICE_OVERHEAD;
            if (eldest.getValue().changed()) {
                store(eldest.getKey(), eldest.getValue());
            }
        }
    }

    private SeenCalls load(Region region) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(region.longs * Long.BYTES);
        file().read(region.offset, bytes);
        return SeenCalls.restore(bytes.flip());
    }

    private void store(long slice, SeenCalls calls) throws IOException {
        Region old = spilled.get(slice);
        Region region = old != null && old.longs == calls.longs() ? old : reserve(calls.longs());
        if (old != null && !old.equals(region)) {
            free.computeIfAbsent(old.longs, unseen -> new ArrayDeque<>()).add(old.offset);
        }
        file().write(region.offset, calls.stored());
        spilled.put(slice, region);
    }

    private Region reserve(int longs) throws IOException {
        Long offset = free.getOrDefault(longs, new ArrayDeque<>()).poll();
        return new Region(offset == null ? file().allocate((long) longs * Long.BYTES) : offset, longs);
    }

    private SpillFile file() throws IOException {
        if (file == null) {
            file = SpillFile.create();
        }
        return file;
    }
}
