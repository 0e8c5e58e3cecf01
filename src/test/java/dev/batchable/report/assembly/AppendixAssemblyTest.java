package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Verdict;
import dev.batchable.price.ForeignSpend;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Source;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Amount;
import dev.batchable.report.Appendix;
import dev.batchable.report.AuditReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppendixAssemblyTest {
    @Test
    void keepsTheUsedPriceRowsAndTheirCounterpartsOnTheTarget() {
        AuditReport report = Facts.of(new JudgedFixture("w")
                        .line(Tier.STANDARD, "z-standard")
                        .verdict(Verdict.MOVE)
                        .moves(Tier.BATCH, "1", "1", "1", "1"))
                .price(row("z-standard", Tier.STANDARD, TokenKind.INPUT))
                .price(row("a-batch", Tier.BATCH, TokenKind.INPUT))
                .price(row("flex", Tier.FLEX, TokenKind.INPUT))
                .price(row("output", Tier.BATCH, TokenKind.OUTPUT))
                .assemble();

        assertThat(report.appendix().priceRows())
                .extracting(Appendix.PriceRow::id)
                .containsExactly("a-batch", "z-standard");
        assertThat(report.appendix().priceRows().get(0).origin().confidence()).isEqualTo("vendor");
    }

    @Test
    void keepsTheCounterpartsUnderTheSameRegionalSurchargeOnly() {
        AuditReport report = Facts.of(new JudgedFixture("w")
                        .line(Tier.STANDARD, "m/input/always@eu")
                        .verdict(Verdict.MOVE)
                        .moves(Tier.BATCH, "1", "1", "1", "1"))
                .price(row("m/input/always", Tier.STANDARD, TokenKind.INPUT))
                .price(row("m/input/always@eu", Tier.STANDARD, TokenKind.INPUT))
                .price(row("m/batch/input/always", Tier.BATCH, TokenKind.INPUT))
                .price(row("m/batch/input/always@eu", Tier.BATCH, TokenKind.INPUT))
                .assemble();

        assertThat(report.appendix().priceRows())
                .extracting(Appendix.PriceRow::id)
                .containsExactly("m/batch/input/always@eu", "m/input/always@eu");
    }

    private static PriceRow row(String id, Tier tier, TokenKind kind) {
        return new PriceRow(
                id,
                new PriceRow.Subject("openai", "gpt-4.1", tier, kind, "base"),
                decimal("2.00"),
                "USD",
                PriceRow.Validity.ALWAYS,
                new Source("https://example.org", Optional.empty(), Source.Confidence.VENDOR),
                Optional.empty());
    }

    @Test
    void listsForeignSpendAndRules() {
        Appendix appendix = Facts.of()
                .apart(new ForeignSpend("w", new Money(decimal("1.50"), "GBP"), 2))
                .assemble()
                .appendix();

        assertThat(appendix.foreignSpend())
                .containsExactly(new Appendix.ForeignSpend("w", new Amount("GBP", decimal("1.5")), 2));
        assertThat(appendix.rules())
                .containsExactly(new Appendix.Rule("streaming.share", decimal("0.5"), "share", "assumed"));
    }
}
