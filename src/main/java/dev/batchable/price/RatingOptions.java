package dev.batchable.price;

import dev.batchable.policy.ExchangeRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the user decides about rating.
///
/// @param currency of the report; where empty, the one with most request spend
/// @param exchange the only conversions there are
/// @param asOf day whose prices the monthly projection uses
public record RatingOptions(Optional<String> currency, List<ExchangeRate> exchange, CostMode cost, LocalDate asOf) {
    public RatingOptions {
        exchange = List.copyOf(exchange);
    }
}
