package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiCostsFormatTest implements FormatContract {
    private static final String RESULT =
            "{'object':'organization.costs.result','amount':{'value':'0.06','currency':'usd'},'line_item':null}";
    private static final String BUCKET =
            "{'object':'bucket','start_time':1790640000,'end_time':1790726400,'results':[" + RESULT + "]}";

    @Override
    public String id() {
        return "openai-costs";
    }

    @Override
    public String sample() {
        return Samples.text("openai-costs/sample.json");
    }

    @Test
    void readsOneResultWhole() {
        assertThat(charges(sample()).get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-09-29T00:00:00Z"),
                        Instant.parse("2026-09-30T00:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "openai",
                                "gpt-5-2025-08-07, input",
                                Optional.of("gpt-5-2025-08-07"),
                                Optional.of(TokenKind.INPUT),
                                Tier.UNKNOWN,
                                Optional.of(new BigDecimal("2000000")),
                                true),
                        Money.usd("2.500000000000000000000000000000000000000"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// 2.50 + 0.25 + 4 + 1.50 + 0 + 0.03, of which 1.50 is batch.
    @Test
    void sumsTheSampleExactly() {
        assertThat(Bills.billed(charges(sample()))).isEqualByComparingTo("8.28");
        assertThat(Bills.billed(charges(sample()), Tier.BATCH)).isEqualByComparingTo("1.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gpt-5-nano, input_tokens; gpt-5-nano; INPUT; UNKNOWN",
                "gpt-5.6-sol, cached input; gpt-5.6-sol; CACHE_READ; UNKNOWN",
                "gpt-5.6-sol, cache writes; gpt-5.6-sol; CACHE_WRITE_5M; UNKNOWN",
                "gpt-5.6-sol, output; gpt-5.6-sol; OUTPUT; UNKNOWN",
                "evals | gpt-4o-mini-2024-07-18, input; gpt-4o-mini-2024-07-18; INPUT; UNKNOWN",
                "ft-gpt-4o-2024-08-06, output; ft-gpt-4o-2024-08-06; OUTPUT; UNKNOWN",
                "gpt-image-2-2026-04-21 image, output; gpt-image-2-2026-04-21; OUTPUT; UNKNOWN",
                "gpt-realtime-2.1-mini-2026-08-28, audio input; gpt-realtime-2.1-mini-2026-08-28; INPUT; UNKNOWN",
                "batch api | gpt-5_1-2025-11-13; gpt-5.1-2025-11-13; ; BATCH",
                "batch api | gpt-image-2.5-sunburst image; gpt-image-2.5-sunburst; ; BATCH",
                "assistants api | file search; ; ; UNKNOWN",
                "web search tool calls; ; ; UNKNOWN",
            })
    void readsEveryKindOfLineItem(String item, String model, TokenKind kind, Tier tier) {
        Meter meter = charges(BUCKET.replace("'line_item':null", "'line_item':'" + item + "'"))
                .get(0)
                .meter();
        assertThat(meter.description()).isEqualTo(item);
        assertThat(meter.model()).isEqualTo(Optional.ofNullable(model));
        assertThat(meter.tokenKind()).isEqualTo(Optional.ofNullable(kind));
        assertThat(meter.tier()).isEqualTo(tier);
        assertThat(meter.artificialIntelligence()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gpt-5, input; 30.0; tokens; 30.0",
                "gpt-5, input; 30.0; ; 30.0",
                "web search tool calls; 3; calls; ",
                "web search tool calls; 3; ; ",
                "gpt-5, input; ; ; ",
            })
    void countsTokensWhereTheQuantityIsOne(String item, String quantity, String unit, BigDecimal tokens) {
        String json = BUCKET.replace(
                "'line_item':null",
                "'line_item':'" + item + "','quantity':" + quantity + ",'quantity_unit':"
                        + (unit == null ? "null" : "'" + unit + "'"));
        assertThat(charges(json).get(0).meter().tokens()).isEqualTo(Optional.ofNullable(tokens));
    }

    @ParameterizedTest
    @CsvSource({
        "'0E-6176', 0",
        "0E-6176, 0",
        "'0.000004500000000000000000000000000000000', 0.0000045",
        "0.06, 0.06",
        "-1.25, -1.25",
    })
    void readsAmountsExactlyHoweverLong(String value, BigDecimal amount) {
        Money billed =
                charges(BUCKET.replace("'0.06'", '\'' + value + '\'')).get(0).billed();
        assertThat(billed.amount()).isEqualByComparingTo(amount);
        assertThat(billed.currency()).isEqualTo("USD");
        assertThat(charges(BUCKET.replace("'0.06'", value)).get(0).billed()).isEqualTo(billed);
    }

    @Test
    void refusesAScaleThatNoBillHas() {
        ReadOnce read = ReadOnce.text(quoted(BUCKET.replace("0.06", "1E-6176")));
        assertThat(read.collected().problems()).hasSize(1);
    }

    @Test
    void keepsTheQuantityOfUsageFreeOfCharge() {
        BillingLine free = charges(sample()).get(4);
        assertThat(free.billed().amount()).isEqualByComparingTo("0");
        assertThat(free.meter().tokens()).hasValue(new BigDecimal("250000"));
    }

    @Test
    void keepsChargesThatDifferOnlyInWhatIsNotRead() {
        assertThat(charges(BUCKET.replace(RESULT, RESULT + "," + RESULT))).hasSize(2);
    }

    @Test
    void saysThatATotalWasNotGrouped() {
        Meter meter = charges(BUCKET).get(0).meter();
        assertThat(meter)
                .isEqualTo(new Meter(
                        "openai",
                        "OpenAI usage, not grouped by line item",
                        Optional.empty(),
                        Optional.empty(),
                        Tier.UNKNOWN,
                        Optional.empty(),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'object':'page','data':[" + BUCKET + "]}]",
                "[" + BUCKET + "]",
                BUCKET,
                "{'start_time':1790640000,'end_time':1790726400,'line_item':null,'amount_value':'0.06',"
                        + "'amount_currency':'usd'}",
            })
    void readsPagesArraysLinesAndFlattenedRowsAlike(String json) {
        assertThat(charges(json)).isEqualTo(charges(BUCKET)).hasSize(1);
    }

    @Test
    void ignoresDaysWithoutCharges() {
        ReadOnce read =
                ReadOnce.text(quoted("{'object':'page','data':[" + BUCKET + "," + BUCKET.replace(RESULT, "") + "]}"));
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 1L));
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    void takesAResultWithoutCurrencyForAProblem() {
        ReadOnce read = ReadOnce.text(quoted(BUCKET.replace("'usd'", "null")));
        assertThat(read.collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("a currency code"));
    }

    private static List<BillingLine> charges(String json) {
        return Bills.charges("openai-costs", quoted(json));
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
