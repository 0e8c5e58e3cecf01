package dev.batchable.profile.sketch;

import java.util.Arrays;

/// How many different hashes were offered, within about 1.6 % (one standard error) and 4 KiB.
///
/// Problem: distinct users of a workload, with bounded memory, without keeping a single user id, and the same
/// for every split of the input. Method: HyperLogLog with 4,096 registers (p = 12) over 64-bit hashes; a
/// register holds the longest run of leading zeros seen by its hashes. Few values are kept as a small table of
/// touched registers. The count comes from Ertl's improved raw estimator, which needs no empirical bias tables
/// and no switch between ranges. Consequence: merging takes the maximum of each register, so the estimate is a
/// function of the *set* of hashes. Library sketches (Apache DataSketches HLL) answer with an estimator that
/// depends on the order of merges; a report would then differ in a digit from machine to machine.
///
/// References: Flajolet et al., *HyperLogLog* (2007): error 1.04 / √m. Ertl, *New cardinality estimation
/// algorithms for HyperLogLog sketches* (2017), arXiv:1702.01284, algorithm 6.
public final class DistinctCount {
    /// One standard error of an estimate, relative.
    public static final double RELATIVE_ERROR = 1.04 / 64;

    private static final int PRECISION = 12;
    private static final int REGISTERS = 1 << PRECISION;
    /// Bits of a hash behind the register's index, and so one less than the largest rank.
    private static final int RANK_BITS = Long.SIZE - PRECISION;
    /// Bits that hold a rank in an entry of the small table.
    private static final int RANK_FIELD = 6;
    /// Entries of the small table, 2 KiB, above which the dense form is smaller.
    private static final int MAX_SMALL = 512;
    /// 1 / (2 ln 2), the limit of the estimator's bias correction for many registers.
    private static final double ALPHA = 0.721_347_520_444_481_7;

    /// Open-addressed table of `register << 6 | rank`, 0 where free; empty once `dense` is in use.
    private int[] small = new int[8];
    private int smallSize;
    private byte[] dense = new byte[0];

    /// Offers a well mixed hash, as [dev.batchable.record.StableHash] makes them.
    public void offer(long hash) {
        int register = (int) (hash >>> RANK_BITS);
        int rank = Long.numberOfLeadingZeros(hash << PRECISION | 1L << (PRECISION - 1)) + 1;
        raise(register, rank);
    }

    /// Adds what the other saw; the other stays as it is.
    public void merge(DistinctCount other) {
        for (int entry : other.small) {
            if (entry != 0) {
                raise(entry >>> RANK_FIELD, entry & (1 << RANK_FIELD) - 1);
            }
        }
        for (int register = 0; register < other.dense.length; register++) {
            if (other.dense[register] != 0) {
                raise(register, other.dense[register]);
            }
        }
    }

    public long estimate() {
        int[] registersOfRank = registersOfRank();
        double z = REGISTERS * tau(1 - registersOfRank[RANK_BITS + 1] / (double) REGISTERS);
        for (int rank = RANK_BITS; rank >= 1; rank--) {
            z = 0.5 * (z + registersOfRank[rank]);
        }
        z += REGISTERS * sigma(registersOfRank[0] / (double) REGISTERS);
        return Math.round(ALPHA * REGISTERS * REGISTERS / z);
    }

    private void raise(int register, int rank) {
        if (dense.length > 0) {
            dense[register] = (byte) Math.max(dense[register], rank);
            return;
        }
        int slot = slot(small, register);
        if (small[slot] == 0) {
            smallSize++;
        }
        small[slot] = register << RANK_FIELD | Math.max(small[slot] & (1 << RANK_FIELD) - 1, rank);
        if (smallSize * 4 > small.length * 3) {
            grow();
        }
    }

    private void grow() {
        int[] old = small;
        if (old.length == MAX_SMALL) {
            small = new int[0];
            dense = new byte[REGISTERS];
            for (int entry : old) {
                dense[entry >>> RANK_FIELD] |= (byte) (entry & (1 << RANK_FIELD) - 1);
            }
            return;
        }
        small = new int[old.length * 2];
        for (int entry : old) {
            if (entry != 0) {
                small[slot(small, entry >>> RANK_FIELD)] = entry;
            }
        }
    }

    /// Where the register is or would be. Register numbers are bits of a mixed hash, so they spread as they
    /// are.
    private static int slot(int[] table, int register) {
        int slot = register & table.length - 1;
        while (table[slot] != 0 && table[slot] >>> RANK_FIELD != register) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private int[] registersOfRank() {
        int[] counts = new int[RANK_BITS + 2];
        if (dense.length > 0) {
            for (byte rank : dense) {
                counts[rank]++;
            }
            return counts;
        }
        Arrays.stream(small).filter(entry -> entry != 0).forEach(entry -> counts[entry & (1 << RANK_FIELD) - 1]++);
        counts[0] = REGISTERS - smallSize;
        return counts;
    }

    private static double sigma(double share) {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double x = share;
        double sum = x;
        double previous;
        double weight = 1;
        do {
            previous = sum;
            x *= x;
            sum += x * weight;
            weight += weight;
        } while (sum != previous);
        return sum;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double sum = 1 - x;
        double previous;
        double weight = 1;
        do {
            previous = sum;
            x = Math.sqrt(x);
            weight *= 0.5;
            sum -= (1 - x) * (1 - x) * weight;
        } while (sum != previous);
        return sum / 3;
    }
}
