package dev.batchable.price;

import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.profile.Usage;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;

/// The calls under one rating key in the report's currency.
///
/// @param factor what a unit of the charge's currency is worth in the report's
/// @param usage all calls
/// @param wasted the part of `usage` that failed or repeated work already done
/// @param paid what was paid ÷ what the charge says; 1 where nothing says otherwise
record RatedKey(KeyCharge charge, BigDecimal factor, Usage usage, Usage wasted, BigDecimal paid) {
    RatedKey(KeyCharge charge, BigDecimal factor, Usage usage, Usage wasted) {
        this(charge, factor, usage, wasted, BigDecimal.ONE);
    }

    /// The same calls at another rate than the charge says.
    RatedKey at(BigDecimal share) {
        return new RatedKey(charge, factor, usage, wasted, share);
    }

    BigDecimal amount(Usage part) {
        BigDecimal charged = charge.amount(part).multiply(factor);
        return paid.compareTo(BigDecimal.ONE) == 0 ? charged : Amounts.rounded(charged.multiply(paid));
    }

    BigDecimal amount() {
        return amount(usage);
    }

    BigDecimal waste() {
        return amount(wasted);
    }

    boolean isRealtime() {
        return charge.key().tier().isRealtime();
    }

    /// Realtime spend without its waste.
    BigDecimal movable() {
        return isRealtime() ? amount().subtract(waste()) : BigDecimal.ZERO;
    }

    Tokens movableTokens() {
        Tokens all = usage.tokens();
        Tokens waste = wasted.tokens();
        return new Tokens(
                all.input() - waste.input(),
                all.cacheRead() - waste.cacheRead(),
                all.cacheWrite5m() - waste.cacheWrite5m(),
                all.cacheWrite1h() - waste.cacheWrite1h(),
                all.output() - waste.output(),
                all.reasoning() - waste.reasoning());
    }

    /// Whether the cost can be told apart by kind of token, and compared with a price.
    boolean isItemized() {
        boolean counted =
                charge.key().known().tokens() == TokenKnowledge.COMPLETE || charge.basis() == KeyCharge.Basis.PRICED;
        return counted && charge.card().covers(usage.tokens()) && hasPrice(usage.tokens()) && isMovablePriced();
    }

    /// A cost without tokens to compare it by would look like a saving of all of it.
    private boolean isMovablePriced() {
        return movable().signum() == 0 || hasPrice(movableTokens());
    }

    private boolean hasPrice(Tokens tokens) {
        return charge.card().amount(tokens).signum() > 0;
    }
}
