package dev.batchable.price;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Optional;

/// One quantity × price line, the trace of every amount.
///
/// @param tokenKind empty where a logged cost could not be told apart by kind
/// @param quantity tokens; calls where `tokenKind` is empty
/// @param unitPrice per million tokens: that of the row, in the report's currency, or what a logged cost comes to;
/// empty where `tokenKind` is empty
/// @param priceRow id of the catalog row that rated or apportioned the line; empty where the cost is as logged
///     and no row fits
/// @param targetAmount the same quantity on the recommended or cheapest rated target
public record RatedLine(
        Place place,
        Optional<TokenKind> tokenKind,
        long quantity,
        Optional<BigDecimal> unitPrice,
        Optional<String> priceRow,
        BigDecimal amount,
        Basis basis,
        Optional<Range> targetAmount) {
    /// Where the amount of a line comes from.
    public enum Basis {
        /// Tokens × the price of [RatedLine#priceRow()].
        PRICED,
        /// A cost that the source logged, told apart by kind of token in proportion to the price rows.
        LOGGED
    }

    /// Where the quantity was used; the model is spelled as the source spells it.
    public record Place(String provider, String model, Tier tier, String band) {}
}
