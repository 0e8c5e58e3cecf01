package dev.batchable.price;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/// Finds workloads whose logged costs and catalog prices tell different stories.
///
/// @param factors what a unit of a currency is worth in the report's; empty where it cannot be told
record Disagreements(Function<String, Optional<BigDecimal>> factors) {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    Optional<PriceDisagreement> of(ChargedWorkload workload) {
        BigDecimal logged = BigDecimal.ZERO;
        BigDecimal priced = BigDecimal.ZERO;
        for (RatedKey key : workload.keys()) {
            Optional<BigDecimal> paid = logged(key);
            Optional<BigDecimal> factor = key.charge().card().currency().flatMap(factors);
            if (paid.isPresent() && factor.isPresent() && key.isItemized()) {
                logged = logged.add(paid.get());
                priced = priced.add(
                        key.charge().card().amount(key.usage().tokens()).multiply(factor.get()));
            }
        }
        BigDecimal allowed = logged.abs().multiply(TOLERANCE);
        return logged.subtract(priced).abs().compareTo(allowed) > 0
                ? Optional.of(new PriceDisagreement(workload.name(), logged, priced))
                : Optional.empty();
    }

    private Optional<BigDecimal> logged(RatedKey key) {
        return key.charge()
                .key()
                .known()
                .costCurrency()
                .flatMap(factors)
                .map(factor -> key.usage().loggedCost().multiply(factor));
    }
}
