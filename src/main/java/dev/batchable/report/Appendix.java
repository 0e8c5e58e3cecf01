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
    /// @param headroom what recommended moves free
    public record QuotaDomain(
            Scope scope,
            long requests,
            long rateLimited,
            WorkloadUsage.Peaks peaks,
            Headroom headroom,
            List<Member> members) {
        public QuotaDomain {
            members = List.copyOf(members);
        }
    }

    /// What recommended moves free in a domain; empty where it is unknown.
    ///
    /// @param peaksAfter the busiest minute once they have moved, which may be another one
    /// @param freedRequestsPerMinute calls they take away from the busiest minute
    /// @param freedTokensPerMinute tokens they take away from it
    public record Headroom(
            WorkloadUsage.Peaks peaksAfter, OptionalLong freedRequestsPerMinute, OptionalLong freedTokensPerMinute) {
        public static final Headroom UNKNOWN =
                new Headroom(WorkloadUsage.Peaks.UNKNOWN, OptionalLong.empty(), OptionalLong.empty());
    }

    /// What a rate limit is counted over.
    ///
    /// @param account empty where logs do not tell; all keys are then taken for one account's
    public record Scope(String provider, Optional<String> account, Optional<String> region, String model) {}

    /// One workload's part in a quota domain.
    ///
    /// @param usersWait whether a user is known to wait on it
    /// @param rateLimited its own calls that were refused
    /// @param crowding its part in what others met; empty where minutes are unknown
    public record Member(
            String workload, long requests, boolean usersWait, long rateLimited, Optional<Crowding> crowding) {}

    /// What a workload takes up of a rate limit. Refusals are shared out by the tokens of the minute and the one
    /// before, an upper bound.
    ///
    /// @param shareAtPeak its share of the busiest minute's tokens, 0–1; of its calls where no tokens are told
    /// @param shareWhenRefused its share of the minutes in which calls were refused, 0–1
    /// @param caused refused calls of other workloads that fall to it
    /// @param harmed those of them on which users wait
    public record Crowding(BigDecimal shareAtPeak, BigDecimal shareWhenRefused, BigDecimal caused, BigDecimal harmed) {
        public Crowding {
            shareAtPeak = Decimals.canonical(shareAtPeak);
            shareWhenRefused = Decimals.canonical(shareWhenRefused);
            caused = Decimals.canonical(caused);
            harmed = Decimals.canonical(harmed);
        }
    }

    /// A spell of errors or of latency over a quota domain.
    ///
    /// @param domain provider, region where told, and model, such as `bedrock/eu-west-1/nova-pro`
    /// @param kind `errors` or `latency`
    /// @param troubled calls that failed
    /// @param slowdown how many times longer than usual calls took; empty for errors
    public record Incident(
            String domain,
            String kind,
            Instant from,
            Instant to,
            long requests,
            long troubled,
            Optional<BigDecimal> slowdown,
            List<Reaction> reactions) {
        public Incident {
            slowdown = Decimals.canonical(slowdown);
            reactions = List.copyOf(reactions);
        }
    }

    /// What a workload did during an incident, in calls and money.
    ///
    /// @param troubled calls that failed
    /// @param behaviour `retry`, `queue`, `fallback` or `fail`; `unclear` or `unaffected`
    /// @param seenByUsers whether calls failed that a user is known to wait on
    /// @param spend its tokens in those minutes at its mean spend per token, an estimate
    public record Reaction(
            String workload,
            long requests,
            long troubled,
            MadeGood madeGood,
            String behaviour,
            boolean seenByUsers,
            Optional<BigDecimal> spend) {
        public Reaction {
            spend = Decimals.canonical(spend);
        }
    }

    /// What became of calls that failed or were not made, against the usual number of calls.
    ///
    /// @param retried attempted more often than is usual, and calls beyond the usual number
    /// @param heldBack usual then and not made
    /// @param caughtUp beyond the usual number afterwards
    /// @param switched beyond the usual number at other models
    public record MadeGood(long retried, long heldBack, long caughtUp, long switched) {}

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
