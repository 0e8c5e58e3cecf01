package dev.batchable.price;

import dev.batchable.price.TargetMatch.Matched;
import dev.batchable.price.TargetMatch.Unmatched;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Map;

/// Rates one workload on one target tier: every realtime key is charged what it actually cost, times the target's
/// price over that of its own tier, so that discounts and a gateway's margin stand on both sides.
final class TargetRater {
    private final TargetPricing pricing;
    private final Repricing repricing;
    private final PaidSide paid;
    private final SunkShares sunk;
    private final TargetSum sum;

    TargetRater(TargetPricing pricing, Repricing repricing, SunkShares sunk, Completions completions) {
        this.pricing = pricing;
        this.repricing = repricing;
        this.paid = new PaidSide(pricing.billed());
        this.sunk = sunk;
        this.sum = new TargetSum(pricing.target(), completions);
    }

    TargetSum rate(ChargedWorkload workload) {
        workload.realtime().forEach(this::add);
        return sum;
    }

    private void add(RatedKey logged) {
        KeyCharge charge = logged.charge();
        RatedKey key = paid.of(logged);
        TargetMatch match = pricing.match(key, charge.dayInForce());
        BigDecimal open = open(charge.key());
        if (open.signum() == 0) {
            sum.addUnmatched(key, new Unmatched(TargetRating.Reason.SUNK, sunkReason(charge.key())));
        } else if (match instanceof Matched matched) {
            paid.assumption(logged).ifPresent(sum::assume);
            addMatched(key, matched, open);
        } else if (match instanceof Unmatched unmatched) {
            sum.addUnmatched(key, unmatched);
        }
    }

    /// The share of the calls that the bill charges by the token.
    private BigDecimal open(RatingKey key) {
        return BigDecimal.ONE.subtract(sunk.of(key.model(), key.tier()));
    }

    private String sunkReason(RatingKey key) {
        return sunk.reason(key.model(), key.tier());
    }

    private void addMatched(RatedKey key, Matched matched, BigDecimal open) {
        Tokens tokens = key.movableTokens();
        sum.addTerms(
                pricing.rule(key.charge().key()), pricing.named(key.charge().key()));
        BigDecimal movable = share(key.movable(), open);
        sum.addMovable(movable, repricing.amount(key, movable, tokens), matched.discount());
        sum.addCost(cost(key, movable, tokens, matched), costAsOf(key, movable, matched));
        if (open.compareTo(BigDecimal.ONE) < 0) {
            sum.assume(sunkReason(key.charge().key()));
        }
        if (tokens.cacheRead() + tokens.cacheWrite() > 0) {
            sum.assume(pricing.cacheAssumption(key.charge().key()));
        }
        pricing.billAssumption(key.charge().key()).ifPresent(sum::assume);
        for (TokenKind kind : LineSheet.kinds(key)) {
            Range amount = cost(key, key.amount(), key.usage().tokens(), kind, matched.rates());
            sum.addLine(LineSheet.lineKey(key, kind), amount);
        }
    }

    private static BigDecimal share(BigDecimal movable, BigDecimal open) {
        return open.compareTo(BigDecimal.ONE) == 0 ? movable : Amounts.rounded(movable.multiply(open));
    }

    private static Range cost(RatedKey key, BigDecimal paid, Tokens tokens, Matched matched) {
        Range cost = Range.ZERO;
        for (TokenKind kind : TokenKind.values()) {
            if (kind.of(tokens) > 0) {
                cost = cost.plus(cost(key, paid, tokens, kind, matched.rates()));
            }
        }
        return cost;
    }

    private static Range cost(
            RatedKey key, BigDecimal paid, Tokens tokens, TokenKind kind, Map<TokenKind, Range> rates) {
        BigDecimal catalog = key.charge().card().amount(tokens);
        Range rate = rates.getOrDefault(kind, Range.ZERO);
        return new Range(
                Amounts.share(paid, Amounts.ofTokens(kind.of(tokens), rate.low()), catalog),
                Amounts.share(paid, Amounts.ofTokens(kind.of(tokens), rate.expected()), catalog),
                Amounts.share(paid, Amounts.ofTokens(kind.of(tokens), rate.high()), catalog));
    }

    /// At the target prices of the as-of day, still against what was paid at the price then in force; the
    /// target price of the window where there is none on that day.
    private Range costAsOf(RatedKey key, BigDecimal movable, Matched inForce) {
        TargetMatch match = pricing.match(key, repricing.asOf());
        return cost(key, movable, key.movableTokens(), match instanceof Matched matched ? matched : inForce);
    }
}
