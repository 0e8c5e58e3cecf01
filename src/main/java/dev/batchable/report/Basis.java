package dev.batchable.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What the figures stand on: who reckoned, with which prices, for which days, in which currency.
///
/// @param asOf the day that judged waivers, price changes and the age of the catalog
/// @param exchange the rates that were used; nothing else was converted
public record Basis(
        Tool tool,
        Catalog catalog,
        Optional<PolicyFile> policy,
        LocalDate asOf,
        Period window,
        String currency,
        List<Exchange> exchange) {
    public Basis {
        exchange = List.copyOf(exchange);
    }

    public record Tool(String name, String version) {}

    /// The price catalog.
    ///
    /// @param observedAt the newest day on which any of its prices was read; empty where none tells
    /// @param sha256 of the bytes read, own price files included, in lower-case hexadecimal
    public record Catalog(String version, Optional<LocalDate> observedAt, String sha256) {}

    public record PolicyFile(String path, String sha256) {}

    /// The days the audit is about.
    ///
    /// @param from first day
    /// @param to the day after the last
    /// @param observedDays days wholly covered by the input; means and monthly figures rest on these
    /// @param unobservedDays days of the window left out of means, ascending
    public record Period(
            LocalDate from,
            LocalDate to,
            long days,
            long observedDays,
            ZoneId timeZone,
            List<LocalDate> unobservedDays) {
        public Period {
            unobservedDays = List.copyOf(unobservedDays);
        }
    }

    /// One unit of `from` was taken as `rate` units of `to`.
    public record Exchange(String from, String to, BigDecimal rate, LocalDate date, String source) {
        public Exchange {
            rate = Decimals.canonical(rate);
        }
    }
}
