package dev.batchable.price;

/// Where the cost of a call comes from.
public enum CostMode {
    /// The logged cost where there is one, else tokens × catalog price.
    AUTO,
    /// Only what the logs say; a call without a logged cost is unpriced.
    LOGGED,
    /// Only tokens × catalog price.
    PRICED
}
