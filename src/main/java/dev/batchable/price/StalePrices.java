package dev.batchable.price;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Calls that are later than the day on which the prices of their provider were last seen.
///
/// @param seen that day
/// @param newest day of the last such call
/// @param spend of the days after `seen`, in the report's currency
public record StalePrices(String provider, LocalDate seen, LocalDate newest, BigDecimal spend) {
    StalePrices plus(StalePrices more) {
        return new StalePrices(
                provider, seen, newest.isAfter(more.newest) ? newest : more.newest, spend.add(more.spend));
    }
}
