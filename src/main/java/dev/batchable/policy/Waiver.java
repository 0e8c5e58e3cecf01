package dev.batchable.policy;

import dev.batchable.record.Money;
import java.time.LocalDate;
import java.util.Optional;

/// Why spend that could move may stay where it is for now. The spend stays visible; only the gate excuses it,
/// and only until it expires.
///
/// @param ceilingPerMonth monthly spend on realtime up to which the waiver holds
public record Waiver(
        int line, Glob workload, String owner, String reason, LocalDate expires, Optional<Money> ceilingPerMonth) {}
