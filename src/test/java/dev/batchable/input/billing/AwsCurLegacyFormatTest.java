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
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCurLegacyFormatTest implements FormatContract {
    @Override
    public String id() {
        return "aws-cur-legacy";
    }

    @Override
    public String sample() {
        return Samples.text("aws-cur-legacy/sample.csv");
    }

    @Test
    void readsOneChargeWhole() {
        assertThat(Bills.lines(sample()).get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-10-05T09:00:00Z"),
                        Instant.parse("2026-10-05T10:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "bedrock",
                                "$0.0008 per 1K input tokens",
                                Optional.of("NovaPro"),
                                Optional.of(TokenKind.INPUT),
                                Tier.STANDARD,
                                Optional.of(new BigDecimal("50000000")),
                                true),
                        Money.usd("40"),
                        Optional.of(new BigDecimal("40")),
                        Optional.empty()));
    }

    @Test
    void sumsToTheInvoicesOfAwsAndItsMarketplace() {
        assertThat(Bills.billed(Bills.lines(sample()))).isEqualByComparingTo("50.3884");
        assertThat(Bills.billed(Bills.lines(sample()), Tier.BATCH)).isEqualByComparingTo("3.30");
    }

    @Test
    void recognisesClaudeUnderAProductCodeThatSaysNothing() {
        Meter output = Bills.lines(sample()).get(2).meter();
        assertThat(output.provider()).isEqualTo("bedrock");
        assertThat(output.model()).hasValue("claude-sonnet-4.6");
        assertThat(output.tokenKind()).hasValue(TokenKind.OUTPUT);
        assertThat(output.tier()).isEqualTo(Tier.STANDARD);
        assertThat(output.tokens())
                .hasValueSatisfying(count -> assertThat(count).isEqualByComparingTo("400000"));
        Meter cached = Bills.lines(sample()).get(3).meter();
        assertThat(cached.tokenKind()).hasValue(TokenKind.CACHE_READ);
        assertThat(cached.tier()).isEqualTo(Tier.BATCH);
    }

    @Test
    void takesACacheOfAnotherServiceForNoCachedTokens() {
        Meter meter = Bills.lines(sample()).get(4).meter();
        assertThat(meter.artificialIntelligence()).isFalse();
        assertThat(meter.provider()).isEqualTo("AWS");
    }

    @ParameterizedTest
    @CsvSource({
        "Usage, USAGE",
        "DiscountedUsage, USAGE",
        "SavingsPlanCoveredUsage, USAGE",
        "SavingsPlanNegation, USAGE",
        "Fee, PURCHASE",
        "RIFee, PURCHASE",
        "SavingsPlanUpfrontFee, PURCHASE",
        "SavingsPlanRecurringFee, PURCHASE",
        "Tax, TAX",
        "Credit, CREDIT",
        "Refund, CREDIT",
        "BundledDiscount, ADJUSTMENT",
        "EdpDiscount, ADJUSTMENT",
        "PrivateRateDiscount, ADJUSTMENT",
        "SomethingOfNextYear, ADJUSTMENT",
    })
    void keepsTheMoneyOfEveryLineItemType(String type, ChargeCategory category) {
        BillingLine line = Bills.only(Bills.row(sample(), 0).replace(",Usage,", "," + type + ","));
        assertThat(line.category()).isEqualTo(category);
        assertThat(line.billed()).isEqualTo(Money.usd("40"));
        assertThat(line.meter().artificialIntelligence()).isEqualTo(category == ChargeCategory.USAGE);
    }

    @Test
    void prefersTheNetCostWhereTheLineHasOne() {
        String columns = "lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/CurrencyCode,"
                + "lineItem/UnblendedCost,lineItem/NetUnblendedCost";
        String cells = "Usage,2026-10-05T09:00:00Z,2026-10-05T10:00:00Z,USD,10,";
        assertThat(Bills.only(Bills.bill(columns, cells + "7.5")).billed()).isEqualTo(Money.usd("7.5"));
        assertThat(Bills.only(Bills.bill(columns, cells)).billed()).isEqualTo(Money.usd("10"));
    }

    @Test
    void readsTheNamesThatAthenaGivesTheColumns() {
        String header = sample().lines().findFirst().orElseThrow();
        String athena = header.replace("lineItem/", "line_item_")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[/:]", "_")
                .toLowerCase(Locale.ROOT);
        ReadOnce read = ReadOnce.text(sample().replace(header, athena));
        assertThat(read.summary().file().format()).isEqualTo(id());
        assertThat(read.collected().charges()).isEqualTo(Bills.lines(sample()));
    }

    @ParameterizedTest
    @CsvSource({
        "EUC1-NovaPro-input-tokens, 50000000",
        "EUC1-MP:EUC1_InputTokenCount-Units, 50000000000",
        "EUC1-openai.gpt-oss-20b-mantle-input-tokens-standard,",
        "EUC1-Guardrail-ContentPolicyUnitsConsumed,",
    })
    void knowsTheUnitOfALineWithoutOneOnlyWhereItIsAlwaysTheSame(String usageType, BigDecimal tokens) {
        String line = Bills.row(sample(), 0)
                .replace("EUC1-NovaPro-input-tokens", usageType)
                .replace("1K tokens", "NULL");
        assertThat(Bills.only(line).meter().tokens().map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(tokens).map(BigDecimal::stripTrailingZeros));
    }

    @Test
    void takesTheBillingPeriodOfALineWithoutAPeriodOfItsOwn() {
        String line = Bills.row(sample(), 0).replace(",2026-10-05T09:00:00Z,2026-10-05T10:00:00Z,", ",,,");
        assertThat(Bills.only(line).start()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(Bills.only(line).end()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }
}
