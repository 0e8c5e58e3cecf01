package dev.batchable.report;

import static dev.batchable.report.ReportFixtures.decimal;
import static dev.batchable.report.ReportFixtures.estimate;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Appendix.Crowding;
import dev.batchable.report.Appendix.ForeignSpend;
import dev.batchable.report.Appendix.Headroom;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.MadeGood;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.PriceRow;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Reaction;
import dev.batchable.report.Appendix.Rule;
import dev.batchable.report.Appendix.Scope;
import dev.batchable.report.WorkloadUsage.Peaks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Owners, prices, quotas and incidents of the company.
final class CompanyAppendix {
    private static final Estimate CX = estimate("116.424", "117.612", "118.80");

    private CompanyAppendix() {}

    static Appendix appendix() {
        return new Appendix(
                List.of(
                        owner(Optional.of("cx"), 2, List.of("1296", "1296", "0", "237.6", "0", "0"), CX, Estimate.ZERO),
                        owner(
                                Optional.of("billing-team"),
                                2,
                                List.of("1510", "1010", "20", "980", "0", "0"),
                                estimate("470.40", "480.20", "490.00"),
                                estimate("10", "6", "1")),
                        owner(
                                Optional.empty(),
                                5,
                                List.of("840.004", "840.004", "0", "80", "640", "0"),
                                Estimate.ZERO,
                                Estimate.ZERO),
                        owner(
                                Optional.of("legal"),
                                1,
                                List.of("250", "250", "0", "0", "0", "250"),
                                Estimate.ZERO,
                                Estimate.ZERO)),
                List.of(new PriceRow(
                        "openai/gpt-4.1/standard/base/input/2025-04-14",
                        new Appendix.Subject("openai", "gpt-4.1", Tier.STANDARD, TokenKind.INPUT, "base"),
                        decimal("2.00"),
                        "USD",
                        new Appendix.Validity(Optional.of(LocalDate.parse("2025-04-14")), Optional.empty()),
                        new Appendix.Origin("https://openai.com/api/pricing", Optional.empty(), "vendor"),
                        Optional.empty())),
                List.of(new QuotaDomain(
                        new Scope("openai", Optional.of("prod"), Optional.of("eu"), "gpt-4.1"),
                        67_900,
                        14,
                        Peaks.UNKNOWN,
                        new Headroom(
                                new Peaks(OptionalLong.of(90), OptionalLong.of(25_000)),
                                OptionalLong.of(60),
                                OptionalLong.of(40_000)),
                        List.of(
                                new Member(
                                        "invoice-extract",
                                        42_000,
                                        false,
                                        14,
                                        Optional.of(new Crowding(
                                                decimal("0.61"), decimal("0.5"), decimal("12.5"), decimal("7")))),
                                new Member("support-chat", 25_900, true, 0, Optional.empty())))),
                List.of(new Incident(
                        "openai/gpt-4.1",
                        "errors",
                        Instant.parse("2026-10-12T14:00:00Z"),
                        Instant.parse("2026-10-12T14:25:00Z"),
                        420,
                        210,
                        Optional.of(decimal("2.5")),
                        List.of(new Reaction(
                                "invoice-extract",
                                400,
                                200,
                                new MadeGood(150, 3, 40, 2),
                                "retry",
                                true,
                                Optional.of(decimal("3.2")))))),
                List.of(
                        new Rule("session-pauses.human-share", decimal("0.5"), "share", "labelled public traces"),
                        new Rule(
                                "session-pauses.automated-weight",
                                decimal("1.0"),
                                "log-odds",
                                "labelled public traces"),
                        new Rule(
                                "session-pauses.human-weight", decimal("-2.35"), "log-odds", "labelled public traces")),
                List.of(new ForeignSpend("support-chat", new Amount("JPY", decimal("1200")), 3)));
    }

    private static OwnerTotal owner(
            Optional<String> name, long workloads, List<String> spend, Estimate monthly, Estimate deferralCost) {
        List<BigDecimal> amounts = spend.stream().map(BigDecimal::new).toList();
        return new OwnerTotal(
                name,
                workloads,
                OptionalLong.of(1_000 * workloads),
                new OwnerTotal.Spend(
                        amounts.get(0), amounts.get(1), amounts.get(2), amounts.get(3), amounts.get(4), amounts.get(5)),
                monthly,
                monthly,
                Optional.of(AfterMove.Net.of(monthly, deferralCost)));
    }
}
