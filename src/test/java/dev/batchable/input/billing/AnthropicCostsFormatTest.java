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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicCostsFormatTest implements FormatContract {
    private static final String UNGROUPED =
            "'currency':'USD','amount':'269.5','description':null,'cost_type':null,'model':null,'service_tier':null,"
                    + "'token_type':null";
    private static final String TIMES = "'starting_at':'2026-09-29T00:00:00Z','ending_at':'2026-09-30T00:00:00Z'";
    private static final String BUCKET = "{" + TIMES + ",'results':[{" + UNGROUPED + "}]}";

    @Override
    public String id() {
        return "anthropic-costs";
    }

    @Override
    public String sample() {
        return Samples.text("anthropic-costs/sample.json");
    }

    @Test
    void readsOneResultWholeAndItsCentsAsCents() {
        assertThat(charges(sample()).get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-09-29T00:00:00Z"),
                        Instant.parse("2026-09-30T00:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "anthropic",
                                "Claude Haiku 4.5 Usage - Input Tokens",
                                Optional.of("claude-haiku-4-5-20251001"),
                                Optional.of(TokenKind.INPUT),
                                Tier.STANDARD,
                                Optional.empty(),
                                true),
                        Money.usd("1.505"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// 150.5 + 80 + 12.34567 + 25 + 40 + 60 + 10 cents, of which 60 are batch.
    @Test
    void sumsTheSampleExactly() {
        assertThat(Bills.billed(charges(sample()))).isEqualByComparingTo("3.7784567");
        assertThat(Bills.billed(charges(sample()), Tier.BATCH)).isEqualByComparingTo("0.60");
    }

    @ParameterizedTest
    @CsvSource({"0, INPUT", "1, OUTPUT", "2, CACHE_READ", "3, CACHE_WRITE_5M", "4, CACHE_WRITE_1H"})
    void readsEveryTokenType(int index, TokenKind kind) {
        assertThat(charges(sample()).get(index).meter().tokenKind()).hasValue(kind);
    }

    @Test
    void listsToolsApartFromModels() {
        Meter meter = charges(sample()).get(6).meter();
        assertThat(meter.description()).isEqualTo("Web Search Usage");
        assertThat(meter.artificialIntelligence()).isFalse();
        assertThat(meter.tier()).isEqualTo(Tier.UNKNOWN);
    }

    @Test
    void doesNotReadTheDescription() {
        String json =
                BUCKET.replace("'description':null", "'description':'Claude Opus 5 Usage - Output Tokens, Batch'");
        Meter meter = charges(json).get(0).meter();
        assertThat(meter.model()).isEmpty();
        assertThat(meter.tokenKind()).isEmpty();
        assertThat(meter.tier()).isEqualTo(Tier.UNKNOWN);
    }

    @Test
    void saysThatATotalWasNotGrouped() {
        assertThat(charges(BUCKET).get(0).meter())
                .isEqualTo(new Meter(
                        "anthropic",
                        "Claude usage, not grouped by description",
                        Optional.empty(),
                        Optional.empty(),
                        Tier.UNKNOWN,
                        Optional.empty(),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':[" + BUCKET + "],'has_more':false}",
                "[{'data':[" + BUCKET + "]}]",
                "[" + BUCKET + "]",
                "{" + TIMES + "," + UNGROUPED + "}",
            })
    void readsPagesArraysLinesAndFlattenedRowsAlike(String json) {
        assertThat(charges(json)).isEqualTo(charges(BUCKET)).hasSize(1);
    }

    @Test
    void ignoresDaysWithoutCharges() {
        String json = "{'data':[" + BUCKET + ",{" + TIMES + ",'results':[]}]}";
        ReadOnce read = ReadOnce.text(json.replace('\'', '"'));
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 1L));
        assertThat(read.tiesOut()).isTrue();
    }

    private static List<BillingLine> charges(String json) {
        return Bills.charges("anthropic-costs", json.replace('\'', '"'));
    }
}
