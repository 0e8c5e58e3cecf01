package dev.batchable.join;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tables of what began when, one for each slice of two minutes. Above a limit, the slices untouched for longest
/// go to a temporary file and come back when touched, so that for input in order of time the slices in memory are
/// a window that moves along.
final class Slices implements Closeable {
    /// 32 MiB: about 700,000 calls.
    static final int MAX_RESIDENT_LONGS = 1 << 22;
    private static final long SLICE_SECONDS = 120;
    /// What a slice takes beside its table, in longs.
    private static final int OVERHEAD = 16;

    private final int limit;
    private final LinkedHashMap<Long, Seen> resident = new LinkedHashMap<>(64, 0.75f, true);
    private long residentLongs;
    private long currentSlice = Long.MIN_VALUE;
    private Seen current = new Seen();

    private final Map<Long, Region> spilled = new HashMap<>();
    /// Places of the file given up by slices that outgrew them, by size.
    private final Map<Integer, Deque<Long>> free = new HashMap<>();
    private @Nullable SpillFile file;

    /// @param limit longs kept in memory; one slice always is
    Slices(int limit) {
        this.limit = limit;
    }

    private record Region(long offset, int longs) {}

    /// The slice in which an instant lies.
    static long of(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SLICE_SECONDS);
    }

    /// The slice beside it that lies nearer to the instant.
    static long nextTo(Instant instant) {
        boolean late = Math.floorMod(instant.getEpochSecond(), SLICE_SECONDS) * 2 >= SLICE_SECONDS;
        return of(instant) + (late ? 1 : -1);
    }

    void add(long slice, long hash, long value) throws IOException {
        Seen seen = at(slice);
        int before = seen.longs();
        seen.add(hash, value);
        if (seen.longs() != before) {
            residentLongs += seen.longs() - before;
            shrink();
        }
    }

    /// Whether anything began in the slice so far.
    boolean holds(long slice) {
        return slice == currentSlice || resident.containsKey(slice) || spilled.containsKey(slice);
    }

    /// What began in the slice.
    Seen at(long slice) throws IOException {
        if (slice == currentSlice) {
            return current;
        }
        Seen calls = resident.get(slice);
        if (calls == null) {
            Region region = spilled.get(slice);
            calls = region == null ? new Seen() : load(region);
            resident.put(slice, calls);
            residentLongs += calls.longs() + OVERHEAD;
        }
        current = calls;
        currentSlice = slice;
        shrink();
        return calls;
    }

    /// Spills the slices untouched for longest; the one in use stays.
    private void shrink() throws IOException {
        while (residentLongs > limit && resident.size() > 1) {
            Map.Entry<Long, Seen> eldest = resident.entrySet().iterator().next();
            if (eldest.getKey() == currentSlice) {
                resident.get(currentSlice);
                continue;
            }
            resident.remove(eldest.getKey());
            residentLongs -= eldest.getValue().longs() + OVERHEAD;
            if (eldest.getValue().changed()) {
                store(eldest.getKey(), eldest.getValue());
            }
        }
    }

    private Seen load(Region region) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(region.longs * Long.BYTES);
        file().read(region.offset, bytes);
        return Seen.restore(bytes.flip());
    }

    private void store(long slice, Seen calls) throws IOException {
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

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
