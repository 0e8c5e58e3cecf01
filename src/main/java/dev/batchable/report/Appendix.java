package dev.batchable.report;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the workloads refer to.
///
/// @param byOwner sums per owner, by realtime spend; the entry without owner stands for all without one
/// @param priceRows the rows that rated anything, by id
/// @param rules what judged, by id
/// @param foreignSpend spend in a currency for which the policy has no rate; in no other figure
public record Appendix(
        List<OwnerTotal> byOwner,
        List<PriceRow> priceRows,
        List<QuotaDomain> quotaDomains,
        List<Incident> incidents,
        List<Rule> rules,
        List<ForeignSpend> foreignSpend) {
    public Appendix {
        byOwner = List.copyOf(byOwner);
        priceRows = List.copyOf(priceRows);
        quotaDomains = List.copyOf(quotaDomains);
        incidents = List.copyOf(incidents);
        rules = List.copyOf(rules);
        foreignSpend = List.copyOf(foreignSpend);
    }

    /// Sums over an owner's workloads; `monthly` over the recommended moves only.
    public record OwnerTotal(
            Optional<String> owner,
            long workloads,
            BigDecimal spend,
            BigDecimal realtimeSpend,
            BigDecimal realtimeWhenBatchableSpend,
            BigDecimal undecidedSpend,
            Estimate monthly) {
        public OwnerTotal {
            spend = Decimals.canonical(spend);
            realtimeSpend = Decimals.canonical(realtimeSpend);
            realtimeWhenBatchableSpend = Decimals.canonical(realtimeWhenBatchableSpend);
            undecidedSpend = Decimals.canonical(undecidedSpend);
        }
    }

    /// A row of the price catalog that rated something.
    ///
    /// @param id what [Arithmetic.Line#priceRow()] names
    /// @param perMillion price per 1,000,000 tokens in `currency`
    /// @param note why the row is unlike its neighbours, where it is
    public record PriceRow(
            String id,
            Subject subject,
            BigDecimal perMillion,
            String currency,
            Validity validity,
            Origin origin,
            Optional<String> note) {
        public PriceRow {
            perMillion = Decimals.canonical(perMillion);
        }
    }

    /// What a price is for.
    public record Subject(String provider, String model, Tier tier, TokenKind tokenKind, String band) {}

    /// Days on which a price holds.
    ///
    /// @param from first day; empty where it held before anybody noted its start
    /// @param to the day after the last; empty while it holds
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {}

    /// Where a price was read and when.
    ///
    /// @param source address of the page, or name of the user's price file
    /// @param observedAt empty where a price file does not tell
    /// @param confidence `vendor`, `secondary` or `user`
    public record Origin(String source, Optional<LocalDate> observedAt, String confidence) {}

    /// Workloads that draw on one rate limit.
    ///
    /// @param rateLimited calls the provider refused for load or quota
    /// @param peaks the domain's busiest minute
    /// @param freedTokensPerMinute what recommended moves take away from that minute; empty where it is unknown
    public record QuotaDomain(
            Scope scope,
            long requests,
            long rateLimited,
            WorkloadUsage.Peaks peaks,
            OptionalLong freedTokensPerMinute,
            List<Member> members) {
        public QuotaDomain {
            members = List.copyOf(members);
        }
    }

    /// What a rate limit is counted over.
    public record Scope(String provider, Optional<String> account, Optional<String> region, String model) {}

    /// One workload's part in a quota domain.
    ///
    /// @param shareAtPeak its share of the busiest minute's tokens, 0–1
    public record Member(String workload, long requests, long rateLimited, Optional<BigDecimal> shareAtPeak) {
        public Member {
            shareAtPeak = Decimals.canonical(shareAtPeak);
        }
    }

    /// A spell of errors or of latency over a quota domain.
    ///
    /// @param domain in words, such as `openai/prod/gpt-4.1`
    /// @param kind `errors` or `latency`
    public record Incident(
            String domain,
            String kind,
            Instant from,
            Instant to,
            long requests,
            long troubled,
            List<Reaction> reactions) {
        public Incident {
            reactions = List.copyOf(reactions);
        }
    }

    /// What a workload did during an incident, in calls and money.
    ///
    /// @param behaviour such as `retry` or `fail`
    public record Reaction(
            String workload, long requests, long troubled, String behaviour, Optional<BigDecimal> spend) {
        public Reaction {
            spend = Decimals.canonical(spend);
        }
    }

    /// Spend that could not be converted, and the calls it was for.
    public record ForeignSpend(String workload, Amount amount, long requests) {}

    /// A threshold or weight that judged.
    ///
    /// @param value in `unit`
    /// @param source where the figure comes from, or that it is assumed and why
    public record Rule(String id, BigDecimal value, String unit, String source) {
        public Rule {
            value = Decimals.canonical(value);
        }
    }
}
