package dev.batchable.price;

import java.math.BigDecimal;

/// The share of the calls that miss the budget and are run again on realtime, and why it is as large as that.
///
/// @param share 0–1, by scenario; low is the largest. High are parts whose turn comes too late for any result
/// @param bound 0–1; no more can miss on the target's completion distribution
/// @param parts in which the work goes to the queue, one after the other; 1 where all fits at once, or no cap is
///     known
public record Missed(Range share, BigDecimal bound, long parts) {}
