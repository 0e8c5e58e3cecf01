package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
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
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureEaFormatTest implements FormatContract {
    @Override
    public String id() {
        return "azure-ea";
    }

    @Override
    public String sample() {
        return Samples.text("azure-ea/sample.csv");
    }

    @Test
    void readsOneChargeWhole() {
        assertThat(Bills.lines(sample()).get(0))
                .isEqualTo(new BillingLine(
                                Instant.parse("2026-10-05T00:00:00Z"),
                                Instant.parse("2026-10-06T00:00:00Z"),
                                ChargeCategory.USAGE,
                                false,
                                new Meter(
                                        "azure",
                                        "gpt 4o 0806 Inp glbl Tokens",
                                        Optional.of("gpt-4o-0806"),
                                        Optional.of(TokenKind.INPUT),
                                        Tier.STANDARD,
                                        Optional.of(new BigDecimal("8000000")),
                                        true),
                                Money.usd("18"),
                                Optional.of(new BigDecimal("20.0000")),
                                Optional.empty())
                        .discountedBy(List.of("negotiated (EffectivePrice)")));
    }

    @Test
    void sumsBeforeCreditsAndTaxes() {
        List<BillingLine> lines = Bills.lines(sample());
        assertThat(Bills.billed(lines)).isEqualByComparingTo("49.89");
        assertThat(Bills.billed(lines, Tier.BATCH)).isEqualByComparingTo("5");
        assertThat(Bills.billed(lines, Tier.PROVISIONED)).isEqualByComparingTo("24");
    }

    @Test
    void countsNoTokensInHoursOfProvisionedThroughput() {
        Meter meter = Bills.lines(sample()).get(3).meter();
        assertThat(meter.provider()).isEqualTo("azure");
        assertThat(meter.tier()).isEqualTo(Tier.PROVISIONED);
        assertThat(meter.tokens()).isEmpty();
        assertThat(meter.artificialIntelligence()).isTrue();
    }

    @Test
    void leavesOtherServicesUnread() {
        Meter meter = Bills.lines(sample()).get(4).meter();
        assertThat(meter.provider()).isEqualTo("Microsoft");
        assertThat(meter.artificialIntelligence()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, USAGE, false",
        "UnusedReservation, USAGE, false",
        "UnusedSavingsPlan, USAGE, false",
        "Purchase, PURCHASE, false",
        "Tax, TAX, false",
        "Refund, CREDIT, true",
        "RoundingAdjustment, ADJUSTMENT, false",
        "SomethingOfNextYear, ADJUSTMENT, false",
    })
    void keepsTheMoneyOfEveryChargeType(String type, ChargeCategory category, boolean correction) {
        BillingLine line = Bills.only(Bills.row(sample(), 0).replace(",Usage,", "," + type + ","));
        assertThat(line.category()).isEqualTo(category);
        assertThat(line.correction()).isEqualTo(correction);
        assertThat(line.billed()).isEqualTo(Money.usd("18"));
    }

    @Test
    void knowsColumnsInAnyCaseAndUnderOlderNames() {
        String header = sample().lines().findFirst().orElseThrow();
        String older = header.toLowerCase(Locale.ROOT)
                .replace("billingcurrency", "BillingCurrencyCode")
                .replace(",cost,", ",CostInBillingCurrency,");
        ReadOnce read = ReadOnce.text("\ufeff" + sample().replace(header, older).replace("\n", "\r\n"));
        assertThat(read.summary().file().format()).isEqualTo(id());
        assertThat(read.collected().charges()).isEqualTo(Bills.lines(sample()));
    }

    @Test
    void countsSearchesInThousandsForNoTokens() {
        String line = Bills.row(sample(), 0).replace("gpt 4o 0806 Inp glbl Tokens", "gpt search tool calls");
        assertThat(Bills.only(line).meter().artificialIntelligence()).isTrue();
        assertThat(Bills.only(line).meter().tokens()).isEmpty();
    }

    @Test
    void recognisesModelsThatThePublisherSellsThroughTheMarketplace() {
        String line = Bills.row(sample(), 0)
                .replace("gpt 4o 0806 Inp glbl Tokens", "claude-sonnet-4-5 consumption units")
                .replace("Foundry Models,Azure OpenAI", "SaaS,")
                .replace(",Microsoft,Microsoft,AI + Machine Learning,", ",Marketplace,Anthropic,SaaS,");
        Meter meter = Bills.only(line).meter();
        assertThat(meter.provider()).isEqualTo("azure");
        assertThat(meter.model()).hasValue("claude-sonnet-4-5");
        assertThat(meter.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(meter.artificialIntelligence()).isTrue();
    }

    @Test
    void countsIdenticalRowsAsOftenAsTheyStand() {
        String row = Bills.row(sample(), 0);
        String twice = row + row.lines().skip(1).findFirst().orElseThrow() + "\n";
        assertThat(Bills.billed(Bills.lines(twice))).isEqualByComparingTo("36");
    }
}
