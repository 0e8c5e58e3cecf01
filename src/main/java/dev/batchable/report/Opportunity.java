package dev.batchable.report;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something about the spend that is no move to a cheaper tier, with its money. In no total and never added to
/// the savings, which may be the same dollars: see `overlapsWith`. Defined in `docs/opportunities.md`.
///
/// @param subject what it is about: a workload and model, a provider's models, or all workloads
/// @param workloads by the money of each, largest first
/// @param text one or two sentences
/// @param share 0–1; of what depends on the kind
/// @param lines each amount as quantity × unit price; those of [Side#NOW] less those of [Side#INSTEAD] are
///     `money.window.high`
/// @param overlapsWith names of other figures that may hold the same dollars
public record Opportunity(
        Kind kind,
        String subject,
        List<String> workloads,
        String text,
        Money money,
        Optional<BigDecimal> share,
        List<Line> lines,
        List<String> assumptions,
        List<String> overlapsWith) {
    public Opportunity {
        workloads = List.copyOf(workloads);
        share = Decimals.canonical(share);
        lines = List.copyOf(lines);
        assumptions = List.copyOf(assumptions);
        overlapsWith = List.copyOf(overlapsWith);
    }

    /// The same with other names of figures that may hold the same dollars.
    public Opportunity overlapping(List<String> figures) {
        return new Opportunity(kind, subject, workloads, text, money, share, lines, assumptions, figures);
    }

    /// What was noticed. The money is what could be saved at most, but for [#DEFAULT_TIER], where it is spend.
    public enum Kind {
        /// Long prompts that hardly ever come from the provider's prompt cache.
        PROMPT_CACHE,
        /// Identical calls within a day.
        RESULT_CACHE,
        /// A provider's dearest models at work in nearly everything.
        TOP_MODEL,
        /// Realtime calls without any sign that somebody chose realtime.
        DEFAULT_TIER;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether the money is spend, none of which need be saved.
        public boolean isSpend() {
            return this == DEFAULT_TIER;
        }
    }

    /// What it is about in money.
    ///
    /// @param window over the days read
    /// @param monthly per month, of what recurs
    public record Money(Bounds window, Bounds monthly) {
        public static final Money NOTHING = new Money(Bounds.ZERO, Bounds.ZERO);

        public Money plus(Money other) {
            return new Money(window.plus(other.window), monthly.plus(other.monthly));
        }
    }

    /// Money between bounds.
    ///
    /// @param expected empty where nothing in the logs tells what lies between them
    public record Bounds(BigDecimal low, Optional<BigDecimal> expected, BigDecimal high) {
        public static final Bounds ZERO = exactly(BigDecimal.ZERO);

        public Bounds {
            low = Decimals.canonical(low);
            expected = Decimals.canonical(expected);
            high = Decimals.canonical(high);
        }

        public static Bounds exactly(BigDecimal amount) {
            return new Bounds(amount, Optional.of(amount), amount);
        }

        /// Nothing is certain, and no more than this.
        public static Bounds atMost(BigDecimal amount) {
            return new Bounds(BigDecimal.ZERO, Optional.empty(), amount);
        }

        public Bounds plus(Bounds other) {
            return new Bounds(
                    low.add(other.low), expected.flatMap(mine -> other.expected.map(mine::add)), high.add(other.high));
        }
    }

    /// What is paid, or what would be paid instead.
    public enum Side {
        NOW,
        INSTEAD
    }

    /// One quantity at one price.
    ///
    /// @param tokenKind empty where a logged cost could not be told apart by kind
    /// @param quantity tokens; calls where `tokenKind` is empty
    /// @param unitPrice per million tokens; the row's price times what is really paid of it; empty where
    ///     `tokenKind` is
    /// @param priceRow id in [Appendix#priceRows()]; empty where the cost is as logged
    public record Line(
            Side side,
            String provider,
            String model,
            Tier tier,
            Optional<TokenKind> tokenKind,
            long quantity,
            Optional<BigDecimal> unitPrice,
            Optional<String> priceRow,
            BigDecimal amount) {
        public Line {
            unitPrice = Decimals.canonical(unitPrice);
            amount = Decimals.canonical(amount);
        }

        /// The amount as it counts in the money: what would be paid instead is subtracted.
        public BigDecimal counted() {
            return side == Side.NOW ? amount : amount.negate();
        }
    }
}
