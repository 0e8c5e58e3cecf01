package dev.batchable.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One charge of a bill. `billed` is what the invoice charges (FOCUS BilledCost) and the only figure that
/// reconciles; `list` and `effective` are never filled in one from another.
///
/// @param start charge period, inclusive
/// @param end charge period, exclusive
/// @param correction whether it corrects a period invoiced before (FOCUS ChargeClass)
public record BillingLine(
        Instant start,
        Instant end,
        ChargeCategory category,
        boolean correction,
        Meter meter,
        Money billed,
        Optional<BigDecimal> list,
        Optional<BigDecimal> effective) {}
