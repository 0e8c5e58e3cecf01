package dev.batchable.price.catalog;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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

        /// The days that both hold; empty where there are none.
        Optional<Validity> and(Validity other) {
            if (!overlaps(other)) {
                return Optional.empty();
            }
            Optional<LocalDate> start =
                    Stream.concat(from.stream(), other.from.stream()).max(Comparator.naturalOrder());
            Optional<LocalDate> end =
                    Stream.concat(until.stream(), other.until.stream()).min(Comparator.naturalOrder());
            return Optional.of(new Validity(start, end));
        }

        /// Whether it holds on every day that the other does.
        boolean covers(Validity other) {
            return and(other).filter(other::equals).isPresent();
        }

        boolean overlaps(Validity other) {
            return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
        }

        private boolean startsBeforeEndOf(Validity other) {
            return from.isEmpty() || other.until.isEmpty() || from.get().isBefore(other.until.get());
        }
    }

    /// The row on the days that it shares with others; empty where there are none.
    Optional<PriceRow> within(Validity days) {
        return validity.and(days).map(both -> new PriceRow(id, subject, perMillion, currency, both, source, note));
    }

    PriceRow withId(String other) {
        return new PriceRow(other, subject, perMillion, currency, validity, source, note);
    }
}
