package dev.batchable.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the workloads refer to.
///
/// @param byOwner sums per owner, by realtime spend; the entry without owner stands for all without one
/// @param priceRows the rows that rated anything, by id
/// @param rules what judged, by id
public record Appendix(
        List<OwnerTotal> byOwner,
        List<PriceRow> priceRows,
        List<QuotaDomain> quotaDomains,
        List<Incident> incidents,
        List<Rule> rules) {
    public Appendix {
        byOwner = List.copyOf(byOwner);
        priceRows = List.copyOf(priceRows);
        quotaDomains = List.copyOf(quotaDomains);
        incidents = List.copyOf(incidents);
        rules = List.copyOf(rules);
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
    /// @param tier tier and, where prices depend on it, band, such as `batch` or `standard >200k`
    /// @param prices token kind (or another unit the row names) → price per million tokens, in `currency`
    public record PriceRow(
            String id,
            String provider,
            String model,
            String tier,
            Validity validity,
            String currency,
            SortedMap<String, BigDecimal> prices,
            Origin origin) {
        public PriceRow {
            SortedMap<String, BigDecimal> copy = new TreeMap<>();
            for (Map.Entry<String, BigDecimal> price : prices.entrySet()) {
                copy.put(price.getKey(), Decimals.canonical(price.getValue()));
            }
            prices = Collections.unmodifiableSortedMap(copy);
        }
    }

    /// Days on which a price holds.
    ///
    /// @param from first day; empty where it always did
    /// @param to the day after the last; empty where it still does
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {}

    /// Where a price was read and when.
    public record Origin(String source, LocalDate observedAt) {}

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

    /// A rule or threshold that judged, with the source of its figures.
    public record Rule(String id, String text, Optional<String> source) {}
}
