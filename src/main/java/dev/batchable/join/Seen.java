package dev.batchable.join;

import java.nio.ByteBuffer;

/// What began in one slice of time, each as a hash and a value: an open-addressed table of longs, two a place, which
/// is stored as it is.
final class Seen {
    /// Stands for the hash 0, which marks a free place.
    private static final long ZERO = 0x9e3779b97f4a7c15L;
    private static final int MIN_LONGS = 16;

    private long[] table;
    private int size;
    private boolean changed;

    Seen() {
        table = new long[MIN_LONGS];
    }

    private Seen(long[] table, int size) {
        this.table = table;
        this.size = size;
    }

    /// Where the hash stands; -1 where it is not there.
    int find(long hash) {
        int place = place(table, stored(hash));
        return table[place] == 0 ? -1 : place;
    }

    void add(long hash, long value) {
        int place = place(table, stored(hash));
        table[place] = stored(hash);
        table[place + 1] = value;
        changed = true;
        if (++size * 3L > table.length) {
            grow();
        }
    }

    long value(int place) {
        return table[place + 1];
    }

    void setValue(int place, long value) {
        table[place + 1] = value;
        changed = true;
    }

    /// Memory it takes, in longs; a power of two.
    int longs() {
        return table.length;
    }

    /// Whether it differs from what was last read or written.
    boolean changed() {
        return changed;
    }

    ByteBuffer stored() {
        ByteBuffer bytes = ByteBuffer.allocate(table.length * Long.BYTES);
        bytes.asLongBuffer().put(table);
        changed = false;
        return bytes;
    }

    static Seen restore(ByteBuffer bytes) {
        long[] table = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(table);
        int size = 0;
        for (int place = 0; place < table.length; place += 2) {
            size += table[place] == 0 ? 0 : 1;
        }
        return new Seen(table, size);
    }

    private void grow() {
        long[] wider = new long[table.length * 2];
        for (int from = 0; from < table.length; from += 2) {
            if (table[from] != 0) {
                int place = place(wider, table[from]);
                wider[place] = table[from];
                wider[place + 1] = table[from + 1];
            }
        }
        table = wider;
    }

    private static long stored(long hash) {
        return hash == 0 ? ZERO : hash;
    }

    private static int place(long[] table, long stored) {
        int mask = table.length - 2;
        int place = (int) (stored << 1) & mask;
        while (table[place] != 0 && table[place] != stored) {
            place = (place + 2) & mask;
        }
        return place;
    }
}
