package dev.batchable.price;

import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Quote;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Usage;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The calls under one rating key and what was paid for them, in the report's currency.
public final class PaidKey {
    private final RatedKey rated;

    PaidKey(RatedKey rated) {
        this.rated = rated;
    }

    /// One quantity at one price.
    ///
    /// @param kind empty where a logged cost could not be told apart by kind; `quantity` then counts calls
    /// @param unitPrice per million tokens
    /// @param row that rated the quantity, or told the logged cost apart
    public record Part(
            Optional<TokenKind> kind,
            long quantity,
            Optional<BigDecimal> unitPrice,
            Optional<PriceRow> row,
            BigDecimal amount) {}

    public RatingKey key() {
        return rated.charge().key();
    }

    public Usage usage() {
        return rated.usage();
    }

    /// The calls that repeat work already done; failed ones are none.
    public Usage repeats() {
        return key().outcome().isFailure() ? Usage.NONE : rated.wasted();
    }

    /// What was paid for all calls of the key.
    public BigDecimal amount() {
        return rated.amount();
    }

    /// The documented price of a kind in force for these calls.
    public Optional<PriceRow> row(TokenKind kind) {
        return rated.charge().card().rate(kind).map(Quote.Priced::row);
    }

    /// Paid money ÷ catalog price: a discount, a gateway's margin and the exchange rate in one. Empty where the
    /// cost cannot be compared with a price.
    public Optional<BigDecimal> factor() {
        if (!rated.isItemized()) {
            return Optional.empty();
        }
        BigDecimal listed = rated.charge().card().amount(usage().tokens());
        return Optional.of(
                rated.charge().basis() == KeyCharge.Basis.PRICED
                        ? rated.factor()
                        : amount().divide(listed, Amounts.FACTOR));
    }

    /// What was paid for part of the calls, by kind of token; the amounts sum exactly to it.
    public List<Part> parts(Usage part) {
        BigDecimal paid = rated.charge().amount(part).multiply(rated.factor());
        List<TokenKind> kinds = List.of(TokenKind.values()).stream()
                .filter(kind -> kind.of(part.tokens()) > 0)
                .toList();
        if (kinds.isEmpty()
                || !rated.isItemized()
                || rated.charge().card().amount(part.tokens()).signum() <= 0) {
            return paid.signum() == 0
                    ? List.of()
                    : List.of(new Part(Optional.empty(), part.requests(), Optional.empty(), Optional.empty(), paid));
        }
        List<BigDecimal> listed = kinds.stream()
                .map(kind -> rated.charge().card().amount(kind, part.tokens()))
                .toList();
        List<BigDecimal> amounts = rated.charge().basis() == KeyCharge.Basis.PRICED
                ? listed.stream().map(rated.factor()::multiply).toList()
                : Apportionment.split(paid, listed);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            parts.add(part(kinds.get(i), kinds.get(i).of(part.tokens()), amounts.get(i)));
        }
        return parts;
    }

    private Part part(TokenKind kind, long quantity, BigDecimal amount) {
        return new Part(
                Optional.of(kind), quantity, Optional.of(Amounts.perMillion(amount, quantity)), row(kind), amount);
    }
}
