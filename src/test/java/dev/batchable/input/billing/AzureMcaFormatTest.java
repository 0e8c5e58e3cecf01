package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Samples;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AzureMcaFormatTest implements FormatContract {
    @Override
    public String id() {
        return "azure-mca";
    }

    @Override
    public String sample() {
        return Samples.text("azure-mca/sample.csv");
    }

    @Test
    void readsOneChargeWholeInTheBillingCurrency() {
        assertThat(Bills.lines(sample()).get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-10-05T00:00:00Z"),
                        Instant.parse("2026-10-06T00:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "azure",
                                "GPT 5 outpt DZone 1M Tokens",
                                Optional.of("gpt-5"),
                                Optional.of(TokenKind.OUTPUT),
                                Tier.STANDARD,
                                Optional.of(new BigDecimal("4000000")),
                                true),
                        new Money(new BigDecimal("39.6"), "EUR"),
                        Optional.of(new BigDecimal("39.6")),
                        Optional.empty()));
    }

    @Test
    void addsNoDollarsToTheEuros() {
        List<BillingLine> lines = Bills.lines(sample());
        assertThat(lines).extracting(line -> line.billed().currency()).containsOnly("EUR");
        assertThat(Bills.billed(lines)).isEqualByComparingTo("311.75");
        assertThat(Bills.billed(lines, Tier.BATCH)).isEqualByComparingTo("11.25");
    }

    @Test
    void takesTheListCostOfTheRowBeforeReckoningOne() {
        assertThat(Bills.lines(sample()).get(2).list()).hasValue(new BigDecimal("0.95"));
    }

    @Test
    void reckonsNoListCostWithoutARateBetweenTwoCurrencies() {
        String line = Bills.row(sample(), 0).replace(",0.9,", ",,");
        assertThat(Bills.only(line).list()).isEmpty();
        assertThat(Bills.only(line.replace(",EUR,USD,", ",EUR,EUR,")).list())
                .hasValueSatisfying(list -> assertThat(list).isEqualByComparingTo("44"));
    }
}
