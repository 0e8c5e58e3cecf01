package dev.batchable.price;

import dev.batchable.price.TargetMatch.Matched;
import dev.batchable.price.TargetMatch.Unmatched;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.Quote;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.BatchHistory.OfModel;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Finds the target prices of calls under one rating key on one day.
///
/// @param dominantWrite as in [CachePricing]
/// @param billed what a bill really charged on the target
record TargetPricing(
        PriceBook book, RateCards cards, BilledRates billed, Tier target, Optional<TokenKind> dominantWrite) {

    TierRule rule(RatingKey key) {
        return book.rule(key.model(), target);
    }

    /// The model by the name that the log gives.
    OfModel named(RatingKey key) {
        return new OfModel(
                ModelKey.of(book, key.model()).provider(), key.model().model().orElse(""));
    }

    TargetMatch match(RatedKey rated, LocalDate day) {
        RatingKey key = rated.charge().key();
        RateCard current = rated.charge().card();
        Tokens tokens = rated.usage().tokens();
        Optional<Unmatched> closed = closed(key);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (!rated.isItemized()) {
            String reason = current.gap(tokens)
                    .map(Quote.Unpriced::reason)
                    .orElse("no token counts with a price to compare for " + name(key));
            return new Unmatched(Reason.NO_PRICE, reason);
        }
        return matched(rated, day);
    }

    private Optional<Unmatched> closed(RatingKey key) {
        TierRule rule = rule(key);
        if (rule instanceof TierRule.NotOffered notOffered) {
            return Optional.of(new Unmatched(Reason.NO_TIER, notOffered.reason()));
        }
        Operation operation = key.operation();
        if (rule instanceof TierRule.Offered offered
                && operation != Operation.UNKNOWN
                && !offered.operations().contains(operation)) {
            String reason = "no " + target.id() + " tier for " + operation.id() + " calls of " + name(key);
            return Optional.of(new Unmatched(Reason.NO_TIER, reason));
        }
        return Optional.empty();
    }

    private TargetMatch matched(RatedKey rated, LocalDate day) {
        RatingKey key = rated.charge().key();
        RateCard current = rated.charge().card();
        Tokens tokens = rated.usage().tokens();
        RateCard documented = cards.documented(key, target, day);
        RateCard card = documented.with(billedQuotes(rated, documented));
        CachePricing cache = new CachePricing(
                card, cards.documented(key, Tier.STANDARD, day), current, dominantWrite, retention(rule(key)));
        Map<TokenKind, Range> rates = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            if (kind.of(tokens) > 0) {
                Optional<Range> rate = rate(kind, card, cache);
                if (rate.isEmpty()) {
                    return unpriced(key, kind, card);
                }
                rates.put(kind, rate.get());
            }
        }
        return new Matched(rates, discount(current, card));
    }

    /// Rates of the bill, for prices that have not changed between the window and the day asked for.
    private Map<TokenKind, Quote> billedQuotes(RatedKey rated, RateCard documented) {
        RatingKey key = rated.charge().key();
        RateCard inForce = cards.documented(key, target, rated.charge().dayInForce());
        BigDecimal catalog = rated.charge().card().amount(rated.usage().tokens());
        BigDecimal unit = rated.amount().divide(catalog, MathContext.DECIMAL128);
        Map<TokenKind, Quote> quotes = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            if (unit.signum() > 0 && price(inForce, kind).equals(price(documented, kind))) {
                billed.quote(key.model(), target, kind, unit).ifPresent(quote -> quotes.put(kind, quote));
            }
        }
        return quotes;
    }

    private static Optional<BigDecimal> price(RateCard card, TokenKind kind) {
        return card.rate(kind).map(Quote.Priced::perMillion);
    }

    /// What is assumed where the bill knows a price of the target.
    Optional<String> billAssumption(RatingKey key) {
        return billed.quote(key.model(), target, TokenKind.INPUT, BigDecimal.ONE)
                .map(quote -> "the " + target.id() + " price of " + name(key) + " is the one on the bill");
    }

    private static Optional<Range> rate(TokenKind kind, RateCard card, CachePricing cache) {
        return switch (kind) {
            case INPUT, OUTPUT ->
                card.rate(kind).map(rate -> new Range(rate.perMillion(), rate.perMillion(), rate.perMillion()));
            case CACHE_READ, CACHE_WRITE_5M, CACHE_WRITE_1H -> cache.rate(kind);
        };
    }

    private Unmatched unpriced(RatingKey key, TokenKind kind, RateCard card) {
        TokenKind missing = kind == TokenKind.OUTPUT ? kind : TokenKind.INPUT;
        boolean noTier =
                card.quote(missing) instanceof Quote.Unpriced unpriced && unpriced.kind() == Quote.Reason.NO_TIER;
        return new Unmatched(
                noTier ? Reason.NO_TIER : Reason.NO_PRICE, "no " + target.id() + " price known for " + name(key));
    }

    /// Hits kept in expectation: all on a tier that answers the call itself, else what is documented at least.
    private Optional<BigDecimal> retention(TierRule rule) {
        if (target == Tier.FLEX) {
            return Optional.empty();
        }
        Optional<TierRule.HitRange> documented =
                rule instanceof TierRule.Offered offered ? offered.cache().retention() : Optional.empty();
        return Optional.of(documented.map(TierRule.HitRange::low).orElse(BigDecimal.ZERO));
    }

    /// What is assumed of cached tokens.
    String cacheAssumption(RatingKey key) {
        String provider =
                book.resolve(key.model()).map(found -> found.provider() + ": ").orElse("");
        return retention(rule(key))
                .map(share -> provider + "low: every cache hit is lost on " + target.id() + "; expected: "
                        + share.movePointRight(2).stripTrailingZeros().toPlainString()
                        + (share.signum() == 0
                                ? " % survive, since no retention is documented"
                                : " % survive, the documented minimum")
                        + "; high: all survive, at the standard price where no " + target.id() + " price is documented")
                .orElse(provider + "calls stay synchronous on " + target.id() + " and keep their cache hits");
    }

    private static BigDecimal discount(RateCard current, RateCard card) {
        Optional<BigDecimal> before = current.rate(TokenKind.INPUT).map(Quote.Priced::perMillion);
        Optional<BigDecimal> after = card.rate(TokenKind.INPUT).map(Quote.Priced::perMillion);
        if (before.isEmpty() || after.isEmpty() || before.get().signum() == 0) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.ONE.subtract(after.get().divide(before.get(), MathContext.DECIMAL64));
    }

    private static String name(RatingKey key) {
        return key.model().provider().orElse("?") + "/" + key.model().model().orElse("?");
    }
}
