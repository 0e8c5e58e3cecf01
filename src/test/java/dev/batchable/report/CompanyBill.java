package dev.batchable.report;

import static dev.batchable.report.ReportFixtures.decimal;

import dev.batchable.record.Funding;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.ReconciliationReport.ByModel;
import dev.batchable.report.ReconciliationReport.Charge;
import dev.batchable.report.ReconciliationReport.MatchedBy;
import dev.batchable.report.ReconciliationReport.Residual;
import dev.batchable.report.ReconciliationReport.Uncompared;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the company was billed, beside its logs.
final class CompanyBill {
    private CompanyBill() {}

    static ReconciliationReport bill() {
        return new ReconciliationReport(
                "USD",
                new ReconciliationReport.Balance(decimal("2316"), decimal("2276"), decimal("40"), decimal("20")),
                new TreeMap<>(Map.of(Tier.STANDARD, decimal("2300"), Tier.BATCH, decimal("16"))),
                List.of(new Residual("missing logs", decimal("40"))),
                List.of(
                        row("openai", "gpt-4.1", "980", "1000", "980", MatchedBy.QUANTITY, Optional.of("discount")),
                        row("openai", "o4-mini", "436", "396", "396", MatchedBy.QUANTITY, Optional.of("missing logs")),
                        row("anthropic", "claude-sonnet-4-5", "900", "900", "900", MatchedBy.AMOUNT, Optional.empty())),
                new Uncompared(
                        List.of(charge("tax", "VAT 19 %", "440"), charge("credit", "Start-up credit", "-50")),
                        List.of(charge("usage", "September usage", "12.5")),
                        List.of()),
                detail());
    }

    private static BillDetail detail() {
        return new BillDetail(
                new BillDetail.Tolerance(decimal("0.23"), "0.01 % of what is billed"),
                List.of(
                        rate("gpt-4.1", "245000000", "980", "4", "0.02", "discount on the bill"),
                        new BillDetail.Rate(
                                new BillDetail.Subject("openai", Optional.empty(), Tier.UNKNOWN, TokenKind.OUTPUT),
                                decimal("1000000"),
                                decimal("16"),
                                decimal("16"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "no list price")),
                List.of(new BillDetail.Sunk(
                        "azure",
                        Optional.empty(),
                        Tier.PROVISIONED,
                        Funding.PROVISIONED,
                        Optional.empty(),
                        decimal("16"))),
                List.of(new BillDetail.Day(
                        "openai",
                        Optional.of("o4-mini"),
                        LocalDate.parse("2026-10-05"),
                        1,
                        ZoneId.of("UTC"),
                        new BillDetail.Sides(decimal("436"), decimal("396"), decimal("396")),
                        Optional.of("missing logs"))),
                new BillAllocation(
                        List.of(
                                new BillAllocation.Share(
                                        "invoice-extract", Optional.of("billing-team"), decimal("1376.5")),
                                new BillAllocation.Share("support-chat", Optional.empty(), decimal("899.5"))),
                        List.of(new BillAllocation.Rest("missing logs", decimal("40")))));
    }

    private static BillDetail.Rate rate(
            String model, String quantity, String billed, String effective, String discount, String name) {
        return new BillDetail.Rate(
                new BillDetail.Subject("openai", Optional.of(model), Tier.STANDARD, TokenKind.INPUT),
                decimal(quantity),
                decimal(billed),
                decimal(effective),
                Optional.of(decimal("4.08")),
                Optional.of("openai/" + model + "/standard/input@2026-01-01"),
                Optional.of(decimal(discount)),
                name);
    }

    private static ByModel row(
            String provider,
            String model,
            String billed,
            String logged,
            String explained,
            MatchedBy by,
            Optional<String> reason) {
        return new ByModel(
                provider,
                Optional.of(model),
                decimal(billed),
                decimal(logged),
                decimal(explained),
                decimal(billed).subtract(decimal(logged)),
                by,
                reason);
    }

    private static Charge charge(String category, String description, String amount) {
        return new Charge(
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                "openai",
                category,
                description,
                new Amount("USD", decimal(amount)));
    }
}
