package dev.batchable.price;

import dev.batchable.policy.ExchangeRate;
import java.util.List;

/// Every workload rated in one currency, and what stands beside.
///
/// @param workloads in the order of the profile
/// @param apart spend that could not be converted
/// @param exchange the rates that were used
/// @param tierSavings only of workloads with priority calls that have both prices
/// @param outlook how far the prices hold
public record RatedProfile(
        String currency,
        List<RatedWorkload> workloads,
        List<ForeignSpend> apart,
        List<ExchangeRate> exchange,
        List<PriceDisagreement> disagreements,
        List<TierSaving> tierSavings,
        PriceOutlook outlook) {
    public RatedProfile {
        workloads = List.copyOf(workloads);
        apart = List.copyOf(apart);
        exchange = List.copyOf(exchange);
        disagreements = List.copyOf(disagreements);
        tierSavings = List.copyOf(tierSavings);
    }

    /// Rated at prices of which no change is known.
    public RatedProfile(
            String currency,
            List<RatedWorkload> workloads,
            List<ForeignSpend> apart,
            List<ExchangeRate> exchange,
            List<PriceDisagreement> disagreements,
            List<TierSaving> tierSavings) {
        this(currency, workloads, apart, exchange, disagreements, tierSavings, PriceOutlook.STEADY);
    }
}
