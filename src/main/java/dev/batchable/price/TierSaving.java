package dev.batchable.price;

import java.math.BigDecimal;

/// What a workload's priority calls would have cost less on standard, waste left out. Outside any verdict; void
/// for what is moved anyway.
///
/// @param window over the days read
/// @param monthly per month at the prices of the as-of day; zero for what does not recur
public record TierSaving(String workload, BigDecimal window, BigDecimal monthly) {}
