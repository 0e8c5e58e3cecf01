package dev.batchable.report.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Source;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Appendix;
import dev.batchable.report.AuditReport;
import dev.batchable.report.CompanyOpportunities;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpportunityAssemblyTest {
    private static final String ROW = "openai/gpt-4.1/standard/base/input/2025-04-14";

    private final AuditReport without = facts().assemble();
    private final AuditReport with =
            facts().opportunities(CompanyOpportunities.all()).assemble();

    @Test
    void changesNoTotalNoSavingAndNoWorkload() {
        assertThat(with.totals()).isEqualTo(without.totals());
        assertThat(with.savings()).isEqualTo(without.savings());
        assertThat(with.workloads()).isEqualTo(without.workloads());
        assertThat(with.appendix().byOwner()).isEqualTo(without.appendix().byOwner());
        assertThat(with.conclusions().opportunities()).isEqualTo(CompanyOpportunities.all());
        assertThat(with.conclusions().findings())
                .hasSize(without.conclusions().findings().size() + 2);
    }

    @Test
    void listsThePriceRowsOfItsLines() {
        assertThat(without.appendix().priceRows()).isEmpty();
        assertThat(with.appendix().priceRows())
                .extracting(Appendix.PriceRow::id)
                .containsExactly(ROW);
    }

    private static Facts facts() {
        PriceRow.Subject subject = new PriceRow.Subject("openai", "gpt-4.1", Tier.STANDARD, TokenKind.INPUT, "base");
        return Facts.of(new JudgedFixture("invoice-extract"))
                .price(new PriceRow(
                        ROW,
                        subject,
                        new BigDecimal("2.00"),
                        "USD",
                        PriceRow.Validity.ALWAYS,
                        new Source("https://example.org", Optional.empty(), Source.Confidence.VENDOR),
                        Optional.empty()));
    }
}
