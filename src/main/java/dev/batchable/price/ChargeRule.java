package dev.batchable.price;

import dev.batchable.price.KeyCharge.Basis;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.record.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// Decides how the calls of each rating key are charged.
///
/// A logged cost goes before a price, unless the user says otherwise. Without one, tokens are priced by the
/// rows in force on the first day of the key's epoch, so that calls close to midnight in another zone get the
/// price of their own instant. A failed call that logged no tokens was refused and is not charged; a failed
/// call that logged only its input has no output. Any other call that lacks a count is unpriced as a whole,
/// because half a price would pass for a cost.
final class ChargeRule {
    private final CostMode mode;
    private final RateCards cards;

    ChargeRule(CostMode mode, RateCards cards) {
        this.mode = mode;
        this.cards = cards;
    }

    List<KeyCharge> charges(UsageTable usage) {
        return usage.rows().entrySet().stream()
                .filter(row -> !row.getValue().isEmpty())
                .map(row -> charge(row.getKey(), row.getValue()))
                .toList();
    }

    private KeyCharge charge(RatingKey key, SortedMap<LocalDate, Usage> days) {
        RateCard card = cards.charged(key, days);
        return new KeyCharge(key, days, basis(key, days, card), card);
    }

    private Basis basis(RatingKey key, SortedMap<LocalDate, Usage> days, RateCard card) {
        if (mode != CostMode.PRICED && key.known().costCurrency().isPresent()) {
            return Basis.LOGGED;
        }
        if (key.tier() == Tier.PROVISIONED) {
            return Basis.PROVISIONED;
        }
        if (key.outcome().isFailure() && key.known().tokens() == TokenKnowledge.NONE) {
            return Basis.REFUSED;
        }
        return mode != CostMode.LOGGED && priceable(key, days, card) ? Basis.PRICED : Basis.UNPRICED;
    }

    private static boolean priceable(RatingKey key, SortedMap<LocalDate, Usage> days, RateCard card) {
        boolean counted = key.known().tokens() == TokenKnowledge.COMPLETE
                || (key.known().tokens() == TokenKnowledge.PARTIAL
                        && key.outcome().isFailure());
        return counted
                && days.values().stream().allMatch(usage -> card.covers(usage.tokens()))
                && card.currency().isPresent();
    }
}
