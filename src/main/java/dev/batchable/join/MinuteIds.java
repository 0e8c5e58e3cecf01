package dev.batchable.join;

import java.nio.ByteBuffer;

/// The hashes of the calls that began in one minute: an open-addressed set of longs, whose table is stored as
/// it is.
final class MinuteIds {
    /// Stands for the hash 0, which marks a free place.
    private static final long ZERO = 0x9e3779b97f4a7c15L;
    private static final int MIN_PLACES = 8;

    private long[] places;
    private int size;
    private boolean changed;

    MinuteIds() {
        places = new long[MIN_PLACES];
    }

    private MinuteIds(long[] places, int size) {
        this.places = places;
        this.size = size;
    }

    /// Whether the hash was not there yet.
    boolean add(long hash) {
        long stored = hash == 0 ? ZERO : hash;
        int place = place(places, stored);
        if (places[place] == stored) {
            return false;
        }
        places[place] = stored;
        changed = true;
        if (++size * 3L > places.length * 2L) {
            grow();
        }
        return true;
    }

    /// Memory it takes, in longs; a power of two.
    int places() {
        return places.length;
    }

    /// Whether it differs from what was last read or written.
    boolean changed() {
        return changed;
    }

    ByteBuffer stored() {
        ByteBuffer bytes = ByteBuffer.allocate(places.length * Long.BYTES);
        bytes.asLongBuffer().put(places);
        changed = false;
        return bytes;
    }

    static MinuteIds restore(ByteBuffer bytes) {
        long[] places = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(places);
        int size = 0;
        for (long hash : places) {
            size += hash == 0 ? 0 : 1;
        }
        return new MinuteIds(places, size);
    }

    private void grow() {
        long[] wider = new long[places.length * 2];
        for (long hash : places) {
            if (hash != 0) {
                wider[place(wider, hash)] = hash;
            }
        }
        places = wider;
    }

    private static int place(long[] table, long hash) {
        int place = (int) hash & table.length - 1;
        while (table[place] != 0 && table[place] != hash) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }
}
