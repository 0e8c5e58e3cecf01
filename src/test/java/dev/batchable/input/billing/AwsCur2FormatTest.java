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
import org.junit.jupiter.params.provider.ValueSource;

class AwsCur2FormatTest implements FormatContract {
    private static final String COLUMNS =
            "line_item_line_item_type;line_item_usage_start_date;line_item_usage_end_date;line_item_currency_code;"
                    + "line_item_unblended_cost;line_item_product_code;line_item_usage_type;line_item_usage_amount;"
                    + "pricing_unit;product";
    private static final String CELLS = "Usage;2026-10-05T09:00:00.000Z;2026-10-05T10:00:00.000Z;USD;3;opaque;"
            + "EUC1-MP:EUC1_InputTokenCount-Units;2;Units;";

    @Override
    public String id() {
        return "aws-cur-2";
    }

    @Override
    public String sample() {
        return Samples.text("aws-cur-2/sample.csv");
    }

    @Test
    void readsOneChargeWholeAtItsNetCost() {
        assertThat(Bills.lines(sample()).get(0))
                .isEqualTo(new BillingLine(
                                Instant.parse("2026-10-05T09:00:00Z"),
                                Instant.parse("2026-10-05T10:00:00Z"),
                                ChargeCategory.USAGE,
                                false,
                                new Meter(
                                        "bedrock",
                                        "$0.0008 per 1K input tokens",
                                        Optional.of("Nova Pro"),
                                        Optional.of(TokenKind.INPUT),
                                        Tier.STANDARD,
                                        Optional.of(new BigDecimal("50000000")),
                                        true),
                                Money.usd("36.00"),
                                Optional.of(new BigDecimal("40")),
                                Optional.empty())
                        .discountedBy(List.of("private rate discount")));
    }

    /// 36.00 + 3.00 + 6.00 (no net cost) - 1.50 + 4.35.
    @Test
    void sumsToWhatIsInvoiced() {
        List<BillingLine> lines = Bills.lines(sample());
        assertThat(Bills.billed(lines)).isEqualByComparingTo("47.85");
        assertThat(Bills.billed(lines, Tier.BATCH)).isEqualByComparingTo("3.00");
        assertThat(lines).extracting(BillingLine::category).endsWith(ChargeCategory.CREDIT, ChargeCategory.TAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | gpt-oss-20b | OUTPUT | BATCH | 20000000",
                "2 | Claude Sonnet 4.6 | OUTPUT | STANDARD | 400000",
            })
    void readsTheModelFromTheProductMap(int line, String model, TokenKind kind, Tier tier, BigDecimal tokens) {
        Meter meter = Bills.lines(sample()).get(line).meter();
        assertThat(meter.model()).hasValue(model);
        assertThat(meter.tokenKind()).hasValue(kind);
        assertThat(meter.tier()).isEqualTo(tier);
        assertThat(meter.tokens()).hasValueSatisfying(count -> assertThat(count).isEqualByComparingTo(tokens));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"{\"\"feature\"\": \"\"Batch Inference\"\", \"\"model\"\": \"\"Claude Haiku 4.5\"\"}\"",
                "\"{feature=Batch Inference, model=Claude Haiku 4.5, note=a, b}\"",
            })
    void readsAMapInEitherForm(String map) {
        Meter meter = Bills.only(Bills.bill(COLUMNS, CELLS + map)).meter();
        assertThat(meter.model()).hasValue("Claude Haiku 4.5");
        assertThat(meter.tier()).isEqualTo(Tier.BATCH);
        assertThat(meter.tokens()).hasValueSatisfying(count -> assertThat(count).isEqualByComparingTo("2000000"));
    }

    @Test
    void readsAMapThatWasSpreadOverColumns() {
        String columns = COLUMNS + "_feature;product_model;product_inference_type;bill_payer_account_name";
        String cells = CELLS.replace("EUC1-MP:EUC1_InputTokenCount-Units", "")
                + "Batch Inference;Nova Lite;Cache read input tokens;payer";
        Meter meter = Bills.only(Bills.bill(
                        columns, cells.replace("opaque", "AmazonBedrock").replace("Units", "1M tokens")))
                .meter();
        assertThat(meter.model()).hasValue("Nova Lite");
        assertThat(meter.tokenKind()).hasValue(TokenKind.CACHE_READ);
        assertThat(meter.tier()).isEqualTo(Tier.BATCH);
        assertThat(meter.tokens()).hasValueSatisfying(count -> assertThat(count).isEqualByComparingTo("2000000"));
    }

    @Test
    void recognisesBedrockByTheProductFamilyAlone() {
        String columns = COLUMNS + ";product_product_family";
        String cells =
                CELLS.replace("EUC1-MP:EUC1_InputTokenCount-Units", "EUC1-Guardrail-Units") + "{};Amazon Bedrock";
        Meter meter = Bills.only(Bills.bill(columns, cells)).meter();
        assertThat(meter.provider()).isEqualTo("bedrock");
        assertThat(meter.artificialIntelligence()).isTrue();
        assertThat(meter.tokens()).isEmpty();
    }
}
