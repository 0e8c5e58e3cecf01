package dev.batchable.policy;

import java.math.BigDecimal;

/// How much of the work can be completed after the answer that is waited for.
///
/// @param share 0 (none) to 1 (whole)
public record PartialAsync(BigDecimal share) {}
