package dev.batchable.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds bytes eight at a time, since finding line ends is the one step that cannot be shared among threads.
///
/// A byte of `word ^ pattern` is zero where the wanted byte stands; `(x - 0x01…) & ~x & 0x80…` marks the lowest
/// zero byte exactly (Lamport 1975; Warren, Hacker's Delight, 6-1).
final class ByteScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private ByteScan() {}

    /// Index of the first such byte, or `to` where there is none.
    static int find(byte[] bytes, int from, int to, char wanted) {
        return findEither(bytes, from, to, wanted, wanted);
    }

    /// Index of the first byte that is one of the two, or `to` where there is none.
    static int findEither(byte[] bytes, int from, int to, char one, char other) {
        long first = ONES * one;
        long second = ONES * other;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long a = word ^ first;
            long b = word ^ second;
            long hits = (((a - ONES) & ~a) | ((b - ONES) & ~b)) & HIGH;
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < to && bytes[i] != one && bytes[i] != other) {
            i++;
        }
        return i;
    }

    /// A space, a line end or another control character.
    static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    /// How many such bytes there are. Counts the zero bytes of each word without carries between them.
    static int count(byte[] bytes, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        int count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long x = (long) WORDS.get(bytes, i) ^ pattern;
            long zeros = ~(((x & LOW_BITS) + LOW_BITS) | x | LOW_BITS);
            count += Long.bitCount(zeros);
        }
        for (; i < to; i++) {
            count += bytes[i] == wanted ? 1 : 0;
        }
        return count;
    }
}
