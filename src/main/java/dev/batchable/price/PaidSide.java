package dev.batchable.price;

import dev.batchable.price.catalog.PriceRow;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// Puts the realtime side of a saving at the rate paid.
///
/// Spend stays what the logs tell, but many gateways log list prices. Where the bill shows the rate of a kind of token,
/// the calls are taken at catalog price × (paid ÷ list price); other kinds stay as logged. The target's price is then
/// `paid × (target catalog price ÷ current catalog price)`, so a discount stands on both sides, unless the bill shows
/// the target's rate too.
final class PaidSide {
    private static final int SHOWN_DIGITS = 4;

    private final BilledRates billed;

    PaidSide(BilledRates billed) {
        this.billed = billed;
    }

    /// The calls at the rate paid; unchanged where the bill shows none.
    RatedKey of(RatedKey key) {
        if (!key.isItemized() || key.amount().signum() == 0) {
            return key;
        }
        BigDecimal paid = BigDecimal.ZERO;
        boolean shown = false;
        for (TokenKind kind : LineSheet.kinds(key)) {
            Optional<BigDecimal> share = share(key, kind);
            shown |= share.isPresent();
            paid = paid.add(share.orElseGet(() -> logged(key)).multiply(catalog(key, kind)));
        }
        return shown && paid.compareTo(key.amount()) != 0
                ? key.at(paid.divide(key.amount(), MathContext.DECIMAL128))
                : key;
    }

    private static BigDecimal catalog(RatedKey key, TokenKind kind) {
        return key.charge().card().amount(kind, key.usage().tokens());
    }

    /// Logged ÷ catalog amount.
    private static BigDecimal logged(RatedKey key) {
        Tokens tokens = key.usage().tokens();
        return key.amount().divide(key.charge().card().amount(tokens), MathContext.DECIMAL128);
    }

    /// Paid ÷ catalog price, exchange included.
    private Optional<BigDecimal> share(RatedKey key, TokenKind kind) {
        RatingKey rating = key.charge().key();
        PriceRow own = key.charge().card().rate(kind).orElseThrow().row();
        return billed.exchange(own.currency())
                .flatMap(rate ->
                        billed.paidShare(rating.model(), rating.tier(), own).map(rate::multiply));
    }

    /// What is assumed of calls that the bill charges otherwise than their logs.
    Optional<String> assumption(RatedKey logged) {
        RatedKey paid = of(logged);
        if (paid.amount().compareTo(logged.amount()) == 0) {
            return Optional.empty();
        }
        RatingKey key = logged.charge().key();
        BigDecimal share = paid.amount()
                .divide(logged.amount(), MathContext.DECIMAL128)
                .setScale(SHOWN_DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return Optional.of("the bill charges " + key.model().provider().orElse("?") + "/"
                + key.model().model().orElse("?") + " " + key.tier().id() + " at " + share.toPlainString()
                + " × what the logs reckon: savings are at the rate paid, on the target too where the bill shows no"
                + " rate of it; spend stays as logged");
    }
}
