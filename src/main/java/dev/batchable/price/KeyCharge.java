package dev.batchable.price;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/// How the calls under one rating key are charged.
///
/// @param card prices in force for the key, whether or not they are the basis
record KeyCharge(RatingKey key, SortedMap<LocalDate, Usage> days, Basis basis, RateCard card) {
    enum Basis {
        /// As the source logged it.
        LOGGED,
        /// Tokens × price.
        PRICED,
        /// A refused call without tokens: providers do not charge for it.
        REFUSED,
        /// On capacity bought beforehand: no price per call.
        PROVISIONED,
        UNPRICED
    }

    LocalDate dayInForce() {
        return RateCards.dayInForce(key, days);
    }

    Usage usage() {
        return days.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    /// Empty where nothing is charged.
    Optional<String> currency() {
        return switch (basis) {
            case LOGGED -> key.known().costCurrency();
            case PRICED -> card.currency();
            case REFUSED, PROVISIONED, UNPRICED -> Optional.empty();
        };
    }

    /// What usage under this key is charged, exact, in [#currency()].
    BigDecimal amount(Usage usage) {
        return switch (basis) {
            case LOGGED -> usage.loggedCost();
            case PRICED -> card.amount(usage.tokens());
            case REFUSED, PROVISIONED, UNPRICED -> BigDecimal.ZERO;
        };
    }
}
