package dev.batchable.price;

import java.math.BigDecimal;

/// Logged costs that differ from tokens × catalog price by more than 1 % of the workload's logged cost, over
/// the calls that have both; in the report's currency. Usual causes: a negotiated discount, a gateway's margin,
/// a stale price in the gateway.
public record PriceDisagreement(String workload, BigDecimal logged, BigDecimal priced) {}
