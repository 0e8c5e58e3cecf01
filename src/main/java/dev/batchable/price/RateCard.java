package dev.batchable.price;

import dev.batchable.price.catalog.Quote;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What one model charges per kind of token on one tier, in one band, on one day.
public final class RateCard {
    private final Map<TokenKind, Quote> quotes;

    RateCard(Map<TokenKind, Quote> quotes) {
        this.quotes = new EnumMap<>(quotes);
    }

    /// This card, with other quotes where there are any.
    RateCard with(Map<TokenKind, Quote> others) {
        Map<TokenKind, Quote> all = new EnumMap<>(quotes);
        all.putAll(others);
        return new RateCard(all);
    }

    Quote quote(TokenKind kind) {
        return quotes.getOrDefault(kind, new Quote.Unpriced(Quote.Reason.NO_PRICE, "no " + kind.id() + " price"));
    }

    Optional<Quote.Priced> rate(TokenKind kind) {
        return quote(kind) instanceof Quote.Priced priced ? Optional.of(priced) : Optional.empty();
    }

    boolean chargesCacheWrites() {
        return rate(TokenKind.CACHE_WRITE_5M).isPresent()
                || rate(TokenKind.CACHE_WRITE_1H).isPresent();
    }

    /// The first kind among the tokens that has no price.
    Optional<Quote.Unpriced> gap(Tokens tokens) {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.of(tokens) > 0 && quote(kind) instanceof Quote.Unpriced unpriced) {
                return Optional.of(unpriced);
            }
        }
        return Optional.empty();
    }

    /// Whether every kind among the tokens has a price.
    public boolean covers(Tokens tokens) {
        return gap(tokens).isEmpty();
    }

    /// Exact, in [#currency()].
    ///
    /// @throws IllegalStateException where the card does not cover the tokens
    public BigDecimal amount(Tokens tokens) {
        BigDecimal sum = BigDecimal.ZERO;
        for (TokenKind kind : TokenKind.values()) {
            if (kind.of(tokens) > 0) {
                sum = sum.add(amount(kind, tokens));
            }
        }
        return sum;
    }

    BigDecimal amount(TokenKind kind, Tokens tokens) {
        Quote.Priced rate = rate(kind).orElseThrow(() -> new IllegalStateException("no price for " + kind));
        return Amounts.ofTokens(kind.of(tokens), rate.perMillion());
    }

    /// Currency of the rows; empty where there is none.
    public Optional<String> currency() {
        for (TokenKind kind : TokenKind.values()) {
            if (quote(kind) instanceof Quote.Priced priced) {
                return Optional.of(priced.row().currency());
            }
        }
        return Optional.empty();
    }
}
