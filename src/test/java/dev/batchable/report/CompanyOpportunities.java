package dev.batchable.report;

import static dev.batchable.report.ReportFixtures.decimal;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
import dev.batchable.report.Opportunity.Money;
import dev.batchable.report.Opportunity.Side;
import java.util.List;
import java.util.Optional;

/// What stands beside the company's savings: 100,000,000 prompt tokens at 2.00 that could be read at 0.50, and 20.00
/// of identical calls whose cost is as logged.
final class CompanyOpportunities {
    private CompanyOpportunities() {}

    static List<Opportunity> all() {
        return List.of(promptCache(), resultCache());
    }

    private static Opportunity promptCache() {
        Bounds bounds = new Bounds(decimal("0"), Optional.of(decimal("75.00")), decimal("150.00"));
        return new Opportunity(
                Kind.PROMPT_CACHE,
                "invoice-extract on openai/gpt-4.1",
                List.of("invoice-extract"),
                "95 % of the prompts have 2,400 tokens or more.",
                new Money(bounds, bounds),
                Optional.of(decimal("0.992")),
                List.of(
                        line(Side.NOW, TokenKind.INPUT, "2.00", "200.00"),
                        line(Side.INSTEAD, TokenKind.CACHE_READ, "0.50", "50.00")),
                List.of("logs hold no prompts"),
                List.of("savings"));
    }

    private static Line line(Side side, TokenKind kind, String price, String amount) {
        return new Line(
                side,
                "openai",
                "gpt-4.1",
                Tier.STANDARD,
                Optional.of(kind),
                100_000_000,
                Optional.of(decimal(price)),
                Optional.of("openai/gpt-4.1/standard/base/" + kind.id() + "/2025-04-14"),
                decimal(amount));
    }

    private static Opportunity resultCache() {
        return new Opportunity(
                Kind.RESULT_CACHE,
                "identical calls",
                List.of("backfill-2026", "invoice-extract"),
                "900 calls asked the same again.",
                new Money(Bounds.atMost(decimal("20.00")), Bounds.ZERO),
                Optional.empty(),
                List.of(new Line(
                        Side.NOW,
                        "openai",
                        "gpt-4.1",
                        Tier.STANDARD,
                        Optional.empty(),
                        900,
                        Optional.empty(),
                        Optional.empty(),
                        decimal("20.00"))),
                List.of(),
                List.of("wasteSpend", "prompt-cache"));
    }
}
