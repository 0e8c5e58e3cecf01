package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.InputSummary;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.ReadingOptions;
import dev.batchable.input.Samples;
import dev.batchable.input.Source;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpReportsFormatTest implements FormatContract {
    @Override
    public String id() {
        return "gcp-reports";
    }

    @Override
    public String sample() {
        return Samples.text("gcp-reports/sample.csv");
    }

    /// Days begin at midnight in California.
    @Test
    void readsOneChargeWhole() {
        assertThat(Bills.lines(sample()).get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-10-05T07:00:00Z"),
                        Instant.parse("2026-10-06T07:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "gemini",
                                "Generate content input token count gemini 3.5 flash text batch",
                                Optional.of("gemini-3.5-flash"),
                                Optional.of(TokenKind.INPUT),
                                Tier.BATCH,
                                Optional.of(new BigDecimal("2400000")),
                                true),
                        Money.usd("1.800480"),
                        Optional.of(new BigDecimal("1.80")),
                        Optional.empty()));
    }

    @Test
    void sumsUnroundedAmountsAndLeavesOutTheTotals() {
        List<BillingLine> lines = Bills.lines(sample());
        assertThat(Bills.billed(lines)).isEqualByComparingTo("1029.150484");
        assertThat(Bills.billed(lines, Tier.BATCH)).isEqualByComparingTo("1.800480");
        assertThat(ReadOnce.text(sample()).summary().ignored()).isEqualTo(Map.of(Ignored.TOTAL, 2L, Ignored.EMPTY, 1L));
    }

    @ParameterizedTest
    @CsvSource({"$, USD", "€, EUR", "£, GBP", "CA$, CAD", "CHF, CHF"})
    void readsTheCurrencyFromTheHeader(String sign, String code) {
        String file = Bills.row(sample(), 0).replace("($)", "(" + sign + ")");
        assertThat(Bills.only(file).billed()).isEqualTo(new Money(new BigDecimal("1.800480"), code));
    }

    @Test
    void refusesACurrencyThatItDoesNotKnow() {
        String file = Bills.row(sample(), 0).replace("($)", "(ʘ)");
        assertThat(ReadOnce.text(file).collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .startsWith("Unrounded subtotal (ʘ): found 'ʘ', expected a currency in brackets"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My Account_Reports, 2026-10-01 — 2026-10-31.csv | 2026-10-01T07:00:00Z | 2026-11-01T07:00:00Z",
                "x/2026-10-05 - 2026-10-05.csv | 2026-10-05T07:00:00Z | 2026-10-06T07:00:00Z",
            })
    void takesTheDaysOfUndatedRowsFromTheName(String name, Instant start, Instant end) {
        String undated = sample().replaceAll("(?m)^(Date|2026-10-05),", "").replaceAll("(?m)^,,", ",");
        List<BillingLine> lines = read(name, undated.replace("Tax,0.00", "Tax,205.83"))
                .collected()
                .charges();
        assertThat(lines).hasSize(5).allSatisfy(line -> {
            assertThat(line.start()).isEqualTo(start);
            assertThat(line.end()).isEqualTo(end);
        });
        assertThat(lines.get(4).category()).isEqualTo(ChargeCategory.TAX);
        assertThat(lines.get(4).billed()).isEqualTo(Money.usd("205.83"));
    }

    @ParameterizedTest
    @CsvSource({"report.csv", "2026-10-31 2026-10-01.csv", "2026-99-01 2026-99-02.csv"})
    void asksForADateWhereNeitherRowNorNameHasOne(String name) {
        String file = sample().replace("Tax,0.00", "Tax,205.83");
        assertThat(read(name, file).collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .isEqualTo("Date: found '', expected a date, here or in the file's name as it was downloaded"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tax,,,,,,,,,,,,1.25 | 1.25",
                "Tax,,,,,,,,,,,1.2504,1.25 | 1.2504",
                ",,,,,,,,,,,Tax,\"1,001.25\" | 1001.25",
            })
    void findsTaxWhereverItsLabelStands(String row, BigDecimal tax) {
        String header = sample().lines().findFirst().orElseThrow();
        ReadOnce read = read("2026-10-01 — 2026-10-31.csv", header + "\n" + row + "\n");
        assertThat(read.collected().charges())
                .singleElement()
                .satisfies(line -> assertThat(line.billed()).isEqualTo(new Money(tax, "USD")));
    }

    @Test
    void readsMonthsAndOtherColumnsThatSomebodyGroupedBy() {
        String file = Bills.bill(
                "Month,Project name,Service description,Unrounded subtotal ($),Subtotal ($)",
                "2026-02,claims,Gemini API,3.251,3.25");
        BillingLine line = Bills.only(file);
        assertThat(line.start()).isEqualTo(Instant.parse("2026-02-01T08:00:00Z"));
        assertThat(line.end()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(line.meter().provider()).isEqualTo("gemini");
        assertThat(line.meter().model()).isEmpty();
        assertThat(line.meter().tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(line.meter().artificialIntelligence()).isTrue();
    }

    @Test
    void spansTheWholeDaysOfItsBiller() {
        assertThat(ReadOnce.text(sample()).summary().span())
                .hasValue(new InputSummary.Span(
                        Instant.parse("2026-10-05T07:00:00Z"), Instant.parse("2026-10-06T06:59:59.999999999Z")));
    }

    private static ReadOnce read(String name, String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return ReadOnce.sources(ReadingOptions.threads(1), Source.stream(name, () -> new ByteArrayInputStream(bytes)));
    }
}
