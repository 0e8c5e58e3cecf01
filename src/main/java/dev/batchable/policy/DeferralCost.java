package dev.batchable.policy;

import dev.batchable.record.Money;

/// What an hour of delay costs.
public record DeferralCost(Money perHour) {}
