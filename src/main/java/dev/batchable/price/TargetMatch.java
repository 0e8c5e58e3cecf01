package dev.batchable.price;

import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Map;

/// Whether calls under one rating key have a price on a target tier.
sealed interface TargetMatch {
    /// A pair of prices.
    ///
    /// @param rates price per million tokens of every kind used; low is the pessimistic end
    /// @param discount the target's discount on plain input against the tier the calls ran on, 0–1; negative
    ///     where it is dearer
    record Matched(Map<TokenKind, Range> rates, BigDecimal discount) implements TargetMatch {}

    record Unmatched(TargetRating.Reason kind, String reason) implements TargetMatch {}
}
