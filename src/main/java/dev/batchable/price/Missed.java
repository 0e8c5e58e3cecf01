package dev.batchable.price;

import java.math.BigDecimal;

/// The share of the calls that miss the budget and are run again on realtime, and why it is as large as that.
///
/// @param expected 0–1; the low scenario takes twice of it, at most all
/// @param parts in which the work goes to the queue, one after the other; 1 where all fits at once, or no cap is
///     known
/// @param inAnyCase share that misses in the high scenario too, 0–1: parts whose turn comes too late for any result
public record Missed(BigDecimal expected, long parts, BigDecimal inAnyCase) {}
