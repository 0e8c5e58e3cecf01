package dev.batchable.record;

/// A 64-bit hash of identifiers that is the same on every machine, thread and run.
///
/// FNV-1a over the UTF-8 bytes, then the finaliser `fmix64` of MurmurHash3, because FNV alone leaves the high
/// bits of short texts poorly mixed and sketches read exactly those. Not cryptographic: it must never be shown,
/// since a guessed identifier could be confirmed by it. Two of n identifiers collide with a probability of
/// about n² / 2^65: 3e-8 for a million.
///
/// References: Fowler, Noll, Vo, *The FNV Non-Cryptographic Hash Algorithm* (RFC 9923); Appleby, *MurmurHash3*.
public final class StableHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StableHash() {}

    public static long of(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                hash = (hash ^ c) * FNV_PRIME;
            } else {
                int point = codePoint(text, i);
                i += Character.charCount(point) - 1;
                hash = multiByte(hash, point);
            }
        }
        return mix(hash);
    }

    /// Of the bytes in the range.
    public static long of(byte[] bytes, int from, int to) {
        long hash = FNV_OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /// Joins two hashes, or a hash and a number, into one; the order matters.
    public static long combine(long hash, long other) {
        return mix(hash * FNV_PRIME + other);
    }

    /// MurmurHash3 `fmix64`: every input bit moves every output bit with a probability near one half.
    public static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /// A lone surrogate has no UTF-8 form; `?` stands for it, as in [String#getBytes()].
    private static int codePoint(String text, int index) {
        int point = text.codePointAt(index);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point;
    }

    private static long multiByte(long hash, int point) {
        if (point < 0x80) {
            return (hash ^ point) * FNV_PRIME;
        }
        if (point < 0x800) {
            return trailing((hash ^ (0xC0 | point >> 6)) * FNV_PRIME, point, 1);
        }
        if (point < 0x10000) {
            return trailing((hash ^ (0xE0 | point >> 12)) * FNV_PRIME, point, 2);
        }
        return trailing((hash ^ (0xF0 | point >> 18)) * FNV_PRIME, point, 3);
    }

    private static long trailing(long hash, int point, int bytes) {
        long result = hash;
        for (int shift = 6 * (bytes - 1); shift >= 0; shift -= 6) {
            result = (result ^ (0x80 | (point >> shift & 0x3F))) * FNV_PRIME;
        }
        return result;
    }
}
