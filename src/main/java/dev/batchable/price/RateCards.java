package dev.batchable.price;

import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.Quote;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.Usage;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/// The price book as rate cards: as documented, and as charged, which fills three gaps of the documentation.
///
/// - Calls on an unknown tier are charged as on standard; they never count as movable.
/// - Cached tokens on batch or flex without a row of their own keep the standard price, not a share of it.
/// - Cache writes of a provider that has no price for them are plain input.
///
/// Keeps every card it made; not for use by several threads.
public final class RateCards {
    private record Place(ModelRef model, Tier tier, String band, LocalDate day) {}

    private final PriceBook book;
    private final Map<Place, RateCard> documented = new HashMap<>();
    private final Map<Place, RateCard> charged = new HashMap<>();

    /// The cards of one book, none of them made yet.
    public RateCards(PriceBook book) {
        this.book = book;
    }

    /// What the calls of a key are charged on their own tier.
    ///
    /// @param days of the key's calls, at least one
    public RateCard charged(RatingKey key, SortedMap<LocalDate, Usage> days) {
        return charged(key, key.tier(), dayInForce(key, days));
    }

    static LocalDate dayInForce(RatingKey key, SortedMap<LocalDate, Usage> days) {
        return key.epoch().orElseGet(() -> days.firstKey());
    }

    RateCard documented(RatingKey key, Tier tier, LocalDate day) {
        Place place = new Place(key.model(), tier, key.band(), day);
        return documented.computeIfAbsent(place, this::read);
    }

    RateCard charged(RatingKey key, Tier tier, LocalDate day) {
        Tier priced = tier == Tier.UNKNOWN ? Tier.STANDARD : tier;
        RateCard card = documented(key, priced, day);
        RateCard standard = documented(key, Tier.STANDARD, day);
        return charged.computeIfAbsent(
                new Place(key.model(), priced, key.band(), day), place -> filled(card, standard, priced));
    }

    private RateCard read(Place place) {
        Map<TokenKind, Quote> quotes = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            quotes.put(kind, book.quote(place.model(), place.tier(), kind, place.band(), place.day()));
        }
        return new RateCard(quotes);
    }

    private static RateCard filled(RateCard card, RateCard standard, Tier tier) {
        Map<TokenKind, Quote> quotes = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            quotes.put(kind, filled(card, standard, tier, kind));
        }
        return new RateCard(quotes);
    }

    private static Quote filled(RateCard card, RateCard standard, Tier tier, TokenKind kind) {
        if (kind == TokenKind.INPUT
                || kind == TokenKind.OUTPUT
                || card.rate(kind).isPresent()) {
            return card.quote(kind);
        }
        if (kind != TokenKind.CACHE_READ && !card.chargesCacheWrites() && !standard.chargesCacheWrites()) {
            return card.quote(TokenKind.INPUT);
        }
        return tier.isDeferred() ? standard.quote(kind) : card.quote(kind);
    }
}
