package dev.batchable.price.catalog;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// One price: what a million tokens of one kind cost on one tier of one model while it was in force.
///
/// @param id unique within a book and stable between versions, such as
///     `anthropic/claude-haiku-4-5/batch/base/input/2025-10-15`
/// @param perMillion price per 1,000,000 tokens, routing surcharge included; never negative
/// @param currency ISO 4217, upper case
/// @param note why the row is unlike its neighbours, where it is
public record PriceRow(
        String id,
        Subject subject,
        BigDecimal perMillion,
        String currency,
        Validity validity,
        Source source,
        Optional<String> note) {
    /// What a price is for.
    ///
    /// @param provider canonical name
    /// @param model the name the book uses
    /// @param band as the book's [PriceBook#band] names it
    public record Subject(String provider, String model, Tier tier, TokenKind kind, String band) {}

    /// The days on which a price is in force.
    ///
    /// @param from first day, in UTC; empty where the price held before anybody noted its start
    /// @param until the day after the last; empty while it holds
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {
        public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

        public Validity {
            if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
                throw new IllegalArgumentException(
                        "price from " + from.get() + " until " + until.get() + " holds no day");
            }
        }

        public boolean contains(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && until.map(end -> day.isBefore(end)).orElse(true);
        }

        boolean overlaps(Validity other) {
            return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
        }

        private boolean startsBeforeEndOf(Validity other) {
            return from.isEmpty() || other.until.isEmpty() || from.get().isBefore(other.until.get());
        }
    }

    PriceRow withId(String other) {
        return new PriceRow(other, subject, perMillion, currency, validity, source, note);
    }
}
