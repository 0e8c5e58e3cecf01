package dev.batchable.price;

import dev.batchable.record.Money;

/// Spend in a currency for which there is no exchange rate: listed apart, in no other figure.
public record ForeignSpend(String workload, Money money, long requests) {}
