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

/// Drops every copy of a call but the first, exactly, in bounded memory.
///
/// Problem: exports overlap, and a call counted twice is money counted twice; yet a set of all request ids
/// grows with the input. Method: copies of one call share its start, so ids are compared only within the minute
/// in which the calls began (exports cut milliseconds off, never minutes). Each minute is a set of 64-bit
/// hashes; above a limit, the minutes untouched for longest go to a temporary file and come back when touched.
/// Consequence: for input in order of time the minutes still in memory are a window that moves along, and none
/// ever comes back; an overlapping export reads each minute back once; shuffled input costs a read and a write
/// a call, and the answer is the same whatever the limit.
///
/// Two different calls of one minute are taken for copies with a probability of 3e-10 in a minute of 100,000
/// calls ([StableHash]). Calls without an id have no copies.
public final class Copies implements Closeable {
    /// 16 MiB: above a million calls.
    private static final int MAX_RESIDENT_LONGS = 1 << 21;
    /// What a minute takes beside its table, in longs.
    private static final int MINUTE_OVERHEAD = 16;
    private static final long MINUTE_SECONDS = 60;

    private final int limit;
    private final LinkedHashMap<Long, MinuteIds> resident = new LinkedHashMap<>(64, 0.75f, true);
    private long residentLongs;
    private long currentMinute = Long.MIN_VALUE;
    private MinuteIds current = new MinuteIds();

    private final Map<Long, Region> spilled = new HashMap<>();
    /// Places of the file given up by minutes that outgrew them, by size.
    private final Map<Integer, Deque<Long>> free = new HashMap<>();
    private @Nullable SpillFile file;

    public Copies() {
        this(MAX_RESIDENT_LONGS);
    }

    Copies(int limit) {
        this.limit = limit;
    }

    private record Region(long offset, int places) {}

    /// The requests of a batch that are the first copy of their call, in their order. Batches come one at a
    /// time, those of the richest file first.
    public List<Request> retainFirst(List<Request> batch) throws IOException {
        List<Request> first = new ArrayList<>(batch.size());
        for (Request request : batch) {
            Optional<String> id = request.identity().requestId();
            if (id.isEmpty() || id.get().isEmpty() || isFirst(request, id.get())) {
                first.add(request);
            }
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private boolean isFirst(Request request, String id) throws IOException {
        long minute = Math.floorDiv(request.timing().start().getEpochSecond(), MINUTE_SECONDS);
        if (minute != currentMinute) {
            current = minute(minute);
            currentMinute = minute;
        }
        int before = current.places();
        boolean first = current.add(StableHash.of(id));
        if (current.places() != before) {
            residentLongs += current.places() - before;
            shrink();
        }
        return first;
    }

    private MinuteIds minute(long minute) throws IOException {
        MinuteIds known = resident.get(minute);
        if (known != null) {
            return known;
        }
        Region region = spilled.get(minute);
        MinuteIds ids = region == null ? new MinuteIds() : load(region);
        resident.put(minute, ids);
        residentLongs += ids.places() + MINUTE_OVERHEAD;
        shrink();
        return ids;
    }

    /// Spills the minutes untouched for longest; the one in use stays.
    private void shrink() throws IOException {
        while (residentLongs > limit && resident.size() > 1) {
            Map.Entry<Long, MinuteIds> eldest = resident.entrySet().iterator().next();
            resident.remove(eldest.getKey());
            residentLongs -= eldest.getValue().places() + MINUTE_OVERHEAD;
            if (eldest.getValue().changed()) {
                store(eldest.getKey(), eldest.getValue());
            }
        }
    }

    private MinuteIds load(Region region) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(region.places * Long.BYTES);
        file().read(region.offset, bytes);
        return MinuteIds.restore(bytes.flip());
    }

    private void store(long minute, MinuteIds ids) throws IOException {
        Region old = spilled.get(minute);
        Region region = old != null && old.places == ids.places() ? old : reserve(ids.places());
        if (old != null && !old.equals(region)) {
            free.computeIfAbsent(old.places, unseen -> new ArrayDeque<>()).add(old.offset);
        }
        file().write(region.offset, ids.stored());
        spilled.put(minute, region);
    }

    private Region reserve(int places) throws IOException {
        Long offset = free.getOrDefault(places, new ArrayDeque<>()).poll();
        return new Region(offset == null ? file().allocate((long) places * Long.BYTES) : offset, places);
    }

    private SpillFile file() throws IOException {
        if (file == null) {
            file = SpillFile.create();
        }
        return file;
    }
}
