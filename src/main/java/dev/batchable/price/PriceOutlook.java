package dev.batchable.price;

import java.util.List;

/// How far the prices of an audit hold: what is known to change soon, and what was spent after they were last seen.
///
/// @param changes by model and day
/// @param stale by provider
public record PriceOutlook(List<PriceChange> changes, List<StalePrices> stale) {
    /// Nothing is known to change, and no call is later than its price was seen.
    public static final PriceOutlook STEADY = new PriceOutlook(List.of(), List.of());

    public PriceOutlook {
        changes = List.copyOf(changes);
        stale = List.copyOf(stale);
    }
}
