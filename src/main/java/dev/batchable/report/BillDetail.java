package dev.batchable.report;

import dev.batchable.record.Funding;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the bill beside the logs is made of, in its currency.
///
/// @param rates what the bill charged per kind of token, by provider, model, tier, kind and price row; of all its days
/// @param sunk use of models that something else than its price per token pays for; part of what is billed
/// @param byDay by provider, model and day; sums to the models
public record BillDetail(
        Tolerance tolerance, List<Rate> rates, List<Sunk> sunk, List<Day> byDay, BillAllocation allocation) {
    public BillDetail {
        rates = List.copyOf(rates);
        sunk = List.copyOf(sunk);
        byDay = List.copyOf(byDay);
    }

    /// What is taken for rounding and not for a difference.
    ///
    /// @param amount over the whole bill
    public record Tolerance(BigDecimal amount, String rule) {
        public Tolerance {
            amount = Decimals.canonical(amount);
        }
    }

    /// What was paid for one kind of token.
    ///
    /// @param model empty where the bill names none
    public record Subject(String provider, Optional<String> model, Tier tier, TokenKind tokenKind) {}

    /// @param effective paid per million tokens
    /// @param list price per million tokens in force on those days; empty where none is known
    /// @param priceRow id of its row
    /// @param discount share of the list price that is not paid, of the bill's own list price where it tells one;
    ///     0 within rounding
    /// @param name such as `list price`, `discount on the bill`, or what the bill calls it, as `EDP discount`
    public record Rate(
            Subject subject,
            BigDecimal quantity,
            BigDecimal billed,
            BigDecimal effective,
            Optional<BigDecimal> list,
            Optional<String> priceRow,
            Optional<BigDecimal> discount,
            String name) {
        public Rate {
            quantity = Decimals.canonical(quantity);
            billed = Decimals.canonical(billed);
            effective = Decimals.canonical(effective);
            list = Decimals.canonical(list);
            discount = Decimals.canonical(discount);
        }
    }

    /// Use of a model that costs the same whether or not it moves.
    ///
    /// @param quantity tokens; empty where the bill counts none
    public record Sunk(
            String provider,
            Optional<String> model,
            Tier tier,
            Funding funding,
            Optional<BigDecimal> quantity,
            BigDecimal billed) {
        public Sunk {
            quantity = Decimals.canonical(quantity);
            billed = Decimals.canonical(billed);
        }
    }

    /// One model on one day.
    ///
    /// @param day as the biller counts days
    /// @param days more than 1 where the bill has charges for longer than a day
    /// @param zone in which the day begins
    /// @param reason what the difference is mostly due to; empty where there is none
    public record Day(
            String provider,
            Optional<String> model,
            LocalDate day,
            long days,
            ZoneId zone,
            Sides sides,
            Optional<String> reason) {}

    /// Both sides of a day.
    public record Sides(BigDecimal billed, BigDecimal logged, BigDecimal explained) {
        public Sides {
            billed = Decimals.canonical(billed);
            logged = Decimals.canonical(logged);
            explained = Decimals.canonical(explained);
        }

        /// Billed − logged.
        public BigDecimal difference() {
            return Decimals.canonical(billed.subtract(logged));
        }
    }
}
