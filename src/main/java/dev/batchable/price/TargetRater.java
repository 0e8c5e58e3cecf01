package dev.batchable.price;

import dev.batchable.price.TargetMatch.Matched;
import dev.batchable.price.TargetMatch.Unmatched;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Map;

/// Rates one workload on one target tier: every realtime key is charged what it actually cost × (target price ÷
/// price of its own tier), so that discounts and a gateway's margin stand on both sides.
final class TargetRater {
    private final TargetPricing pricing;
    private final Repricing repricing;
    private final TargetSum sum;

    TargetRater(TargetPricing pricing, Repricing repricing, Completions completions) {
        this.pricing = pricing;
        this.repricing = repricing;
        this.sum = new TargetSum(pricing.target(), completions);
    }

    TargetSum rate(ChargedWorkload workload) {
        workload.realtime().forEach(this::add);
        return sum;
    }

    private void add(RatedKey key) {
        KeyCharge charge = key.charge();
        TargetMatch match = pricing.match(key, charge.dayInForce());
        if (match instanceof Matched matched) {
            addMatched(key, matched);
        } else if (match instanceof Unmatched unmatched) {
            sum.addUnmatched(key, unmatched);
        }
    }

    private void addMatched(RatedKey key, Matched matched) {
        Tokens tokens = key.movableTokens();
        sum.addTerms(
                pricing.rule(key.charge().key()), pricing.provider(key.charge().key()));
        sum.addMovable(key.movable(), repricing.amount(key, key.movable(), tokens), matched.discount());
        sum.addCost(cost(key, key.movable(), tokens, matched), costAsOf(key, tokens, matched));
        if (tokens.cacheRead() + tokens.cacheWrite() > 0) {
            sum.assume(pricing.cacheAssumption(key.charge().key()));
        }
        pricing.billAssumption(key.charge().key()).ifPresent(sum::assume);
        for (TokenKind kind : LineSheet.kinds(key)) {
            Range amount = cost(key, key.amount(), key.usage().tokens(), kind, matched.rates());
            sum.addLine(LineSheet.lineKey(key, kind), amount);
        }
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
    private Range costAsOf(RatedKey key, Tokens tokens, Matched inForce) {
        TargetMatch match = pricing.match(key, repricing.asOf());
        return cost(key, key.movable(), tokens, match instanceof Matched matched ? matched : inForce);
    }
}
