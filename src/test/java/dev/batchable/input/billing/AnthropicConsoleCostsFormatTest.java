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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicConsoleCostsFormatTest implements FormatContract {
    private static final String FIRST_HEADER =
            "usage_date_utc,model,workspace,api_key,usage_type,token_type,cost_usd\n";

    @Override
    public String id() {
        return "anthropic-console-costs";
    }

    @Override
    public String sample() {
        return Samples.text("anthropic-console-costs/sample.csv");
    }

    @Test
    void readsOneRowWholeAndItsDollarsAsDollars() {
        assertThat(charges(sample()).get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-09-29T00:00:00Z"),
                        Instant.parse("2026-09-30T00:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "anthropic",
                                "Claude Haiku 4.5, input_no_cache",
                                Optional.of("claude-haiku-4.5"),
                                Optional.of(TokenKind.INPUT),
                                Tier.UNKNOWN,
                                Optional.empty(),
                                true),
                        Money.usd("1.50"),
                        Optional.of(new BigDecimal("2.00")),
                        Optional.empty()));
    }

    /// 1.50 + 0.10 + 0.40 + 3.00 + 0.00.
    @Test
    void sumsTheSampleExactly() {
        assertThat(Bills.billed(charges(sample()))).isEqualByComparingTo("5.00");
    }

    @ParameterizedTest
    @CsvSource({"0, INPUT, UNKNOWN", "1, CACHE_READ, UNKNOWN", "2, CACHE_WRITE_1H, UNKNOWN", "3, OUTPUT, PRIORITY"})
    void readsTokenTypesAndFastMode(int index, TokenKind kind, Tier tier) {
        Meter meter = charges(sample()).get(index).meter();
        assertThat(meter.tokenKind()).hasValue(kind);
        assertThat(meter.tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"message, UNKNOWN", "batch, BATCH", "message_batch, BATCH", "other, UNKNOWN"})
    void knowsTheTierOnlyWhereTheUsageTypeNamesIt(String usageType, Tier tier) {
        BillingLine line = charges(
                        FIRST_HEADER + "2024-12-07,Claude 3.5 Sonnet 2024-10-22,,k," + usageType + ",output,0.02\n")
                .get(0);
        assertThat(line.meter().tier()).isEqualTo(tier);
        assertThat(line.meter().model()).hasValue("claude-3.5-sonnet-2024-10-22");
        assertThat(line.list()).isEmpty();
    }

    @Test
    void readsTheHeadersOfAllGenerations() {
        String second = """
                usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,cost_type
                2025-12-01,Claude Haiku 4.5,w,k,message,≤ 200k,output,0.13,token
                """;
        String third = """
                usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,\
                cost_type,inference_geo,speed
                2026-03-15,Claude Opus 4.6,w,k,message,≤ 200k,input_cache_write_5m,0.50,0.60,token,global,
                """;
        assertThat(charges(second).get(0).billed()).isEqualTo(Money.usd("0.13"));
        assertThat(charges(third).get(0).list()).hasValue(new BigDecimal("0.60"));
        assertThat(charges(third).get(0).meter().tokenKind()).hasValue(TokenKind.CACHE_WRITE_5M);
    }

    private static List<BillingLine> charges(String csv) {
        return Bills.charges("anthropic-console-costs", csv);
    }
}
