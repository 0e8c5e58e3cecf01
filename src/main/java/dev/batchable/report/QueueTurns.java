package dev.batchable.report;

import java.math.BigDecimal;

/// How a move fares in the target's queue.
///
/// @param parts in which the work is enqueued, each when the one before has left the queue; 1 where it fits at
///     once, or no cap is known
/// @param missShareLow share that misses its deadline in the low scenario, 0–1
/// @param missShareHigh share that misses its deadline in the high scenario too, 0–1; 0 for one part
public record QueueTurns(long parts, BigDecimal missShareLow, BigDecimal missShareHigh) {
    public QueueTurns {
        missShareLow = Decimals.canonical(missShareLow);
        missShareHigh = Decimals.canonical(missShareHigh);
    }
}
