package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FileProblem;
import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Funding;
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

class GcpBigQueryFormatTest implements FormatContract {
    @Override
    public String id() {
        return "gcp-bigquery";
    }

    @Override
    public String sample() {
        return Samples.text("gcp-bigquery/sample.jsonl");
    }

    /// 6.0 less credits of 0.5 and 0.25.
    @Test
    void readsOneChargeWholeAndSubtractsItsCredits() {
        assertThat(Bills.lines(sample()).get(0))
                .isEqualTo(new BillingLine(
                                Instant.parse("2026-10-05T07:00:00Z"),
                                Instant.parse("2026-10-05T08:00:00Z"),
                                ChargeCategory.USAGE,
                                false,
                                new Meter(
                                        "vertex",
                                        "Gemini 2.5 Flash Text Input - Predictions",
                                        Optional.of("gemini-2.5-flash"),
                                        Optional.of(TokenKind.INPUT),
                                        Tier.STANDARD,
                                        Optional.of(new BigDecimal("20000000")),
                                        true),
                                Money.usd("5.25"),
                                Optional.of(new BigDecimal("6.0")),
                                Optional.empty())
                        .discountedBy(List.of("c0 (PROMOTION)", "c1 (SUSTAINED_USAGE_DISCOUNT)"))
                        .fundedBy(Funding.CREDIT));
    }

    @Test
    void sumsToTheInvoice() {
        List<BillingLine> lines = Bills.lines(sample());
        assertThat(Bills.billed(lines)).isEqualByComparingTo("39.86");
        assertThat(Bills.billed(lines, Tier.BATCH)).isEqualByComparingTo("1.25");
    }

    @ParameterizedTest
    @CsvSource({
        "1, vertex, gemini-2.5-flash, OUTPUT, BATCH, 1000000",
        "2, gemini, gemini-3.5-flash, CACHE_READ, STANDARD, 4000000",
        "3, vertex, claude-sonnet-4.6, OUTPUT, STANDARD, 2000000",
    })
    void readsSkusOfModels(int line, String provider, String model, TokenKind kind, Tier tier, BigDecimal tokens) {
        Meter meter = Bills.lines(sample()).get(line).meter();
        assertThat(meter)
                .isEqualTo(new Meter(
                        provider,
                        meter.description(),
                        Optional.of(model),
                        Optional.of(kind),
                        tier,
                        Optional.of(tokens),
                        true));
    }

    @Test
    void takesNoStorageForTokens() {
        List<BillingLine> lines = Bills.lines(sample());
        assertThat(lines.get(4).meter().tokens()).isEmpty();
        assertThat(lines.get(5).meter().artificialIntelligence()).isFalse();
        assertThat(lines.get(5).meter().provider()).isEqualTo("Google Cloud");
    }

    @Test
    void setsTaxRoundingAndCorrectionsApart() {
        assertThat(Bills.lines(sample()))
                .extracting(BillingLine::category)
                .endsWith(ChargeCategory.TAX, ChargeCategory.ADJUSTMENT, ChargeCategory.ADJUSTMENT);
        assertThat(Bills.lines(sample()))
                .filteredOn(BillingLine::correction)
                .singleElement()
                .satisfies(line -> assertThat(line.billed()).isEqualTo(Money.usd("-0.3")));
    }

    @Test
    void readsNumbersAsTextAndTimesOfBigQuery() {
        String asText = Bills.json(sample(), 0)
                .replace("\"cost\":6.0", "\"cost\":\"6\"")
                .replace("\"amount\":-0.5", "\"amount\":\"-5E-1\"")
                .replace("2026-10-05T07:00:00Z", "2026-10-05 07:00:00 UTC");
        assertThat(Bills.only(asText).billed().amount()).isEqualByComparingTo("5.25");
        assertThat(Bills.only(asText).start()).isEqualTo(Instant.parse("2026-10-05T07:00:00Z"));
    }

    @Test
    void refusesACreditThatIsNoNumber() {
        String file = Bills.json(sample(), 0).replace("-0.5", "\"half\"");
        assertThat(ReadOnce.text(file).collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).startsWith("credits.[+].amount: found 'half'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                billing_account_id,service_description,sku_description,usage_start_time,cost,currency,credit_amount
                01AB23,Vertex AI,Gemini 2.5 Flash Text Input - Predictions,2026-10-05 07:00:00 UTC,6,USD,-0.5
                01AB23,Vertex AI,Gemini 2.5 Flash Text Input - Predictions,2026-10-05 07:00:00 UTC,6,USD,-0.25
                """,
                """
                {"billing_account_id":"01AB23","sku":{"description":"x"},"usage_start_time":"2026-10-05",\
                "cost":6,"currency":"USD","credits":{"amount":-0.5}}
                """,
            })
    void refusesAFlatCopyBecauseItRepeatsTheCostForEachCredit(String file) {
        assertThat(ReadOnce.text(file).result().fileProblems())
                .singleElement()
                .extracting(FileProblem::reason)
                .asString()
                .startsWith("it is a flat copy of Google Cloud's billing table; it has no arrays");
    }

    @ParameterizedTest
    @CsvSource({
        "Gemini 2.5 Flash Live Text Input - Predictions, gemini-2.5-flash-live, 1000",
        "Generate_content image output token count for Gemini 2.5 Flash Native Image Generation, gemini-2.5-flash-image, 1000",
        "Gemini 1.5 Flash Text Input - Predictions, gemini-1.5-flash,",
        "Generate content input token count gemini 3.7 flash image flex caching, gemini-3.7-flash, 1000",
        "Cloud Vertex AI Model Garden Model as a Service Llama 4 Maverick Batch Input Token, llama-4-maverick, 1000",
        "Grounding with Google Search,,",
    })
    void countsTokensOnlyWhereCountMeansThem(String sku, String model, BigDecimal tokens) {
        Meter meter = GcpSku.read(
                ChargeCategory.USAGE,
                Optional.of("Gemini API"),
                Optional.of(sku),
                Optional.of(new ChargeTexts.Quantity(BigDecimal.valueOf(1_000), "count")));
        assertThat(meter.model()).isEqualTo(Optional.ofNullable(model));
        assertThat(meter.tokens()).isEqualTo(Optional.ofNullable(tokens));
        assertThat(meter.artificialIntelligence()).isTrue();
    }
}
