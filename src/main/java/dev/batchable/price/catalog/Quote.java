package dev.batchable.price.catalog;

import java.math.BigDecimal;

/// What the book says of one price: the row in force, or why there is none. Unknown is never zero.
public sealed interface Quote {
    /// A price.
    ///
    /// @param perMillion price per 1,000,000 tokens in the row's currency; equal to that of `row`
    record Priced(BigDecimal perMillion, PriceRow row) implements Quote {}

    /// No price.
    ///
    /// @param reason one line that names the model as it was asked for
    record Unpriced(Reason kind, String reason) implements Quote {}

    /// Why there is no price.
    enum Reason {
        /// The book knows no such model, or cannot tell whose it is.
        UNKNOWN_MODEL,
        /// The tier is not known, or capacity was bought beforehand: no price per token exists.
        UNKNOWN_TIER,
        /// The provider is documented not to offer the tier for this model.
        NO_TIER,
        /// The model is known, but no price of this tier, kind, band and day is documented.
        NO_PRICE
    }
}
