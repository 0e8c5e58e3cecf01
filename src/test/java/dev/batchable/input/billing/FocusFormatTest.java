package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Problem;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocusFormatTest implements FormatContract {
    private static final String COLUMNS = "BilledCost,BillingCurrency,ChargeCategory,ChargeClass,ChargeDescription,"
            + "ChargePeriodStart,ChargePeriodEnd,ListCost,EffectiveCost,ProviderName,ServiceCategory,ServiceName,"
            + "ConsumedQuantity,ConsumedUnit";
    private static final String ROW =
            "1.50,USD,Usage,,GPT 5 Inpt Glbl 1M Tokens,2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,"
                    + "2.00,1.25,Microsoft,AI and Machine Learning,Azure OpenAI,1.2,1M Tokens";

    @Override
    public String id() {
        return "focus";
    }

    @Override
    public String sample() {
        return Samples.text("focus/sample.csv");
    }

    @Test
    void readsOneChargeWhole() {
        BillingLine line = only(COLUMNS + "\n" + ROW);
        assertThat(line.start()).isEqualTo(Instant.parse("2026-10-05T00:00:00Z"));
        assertThat(line.end()).isEqualTo(Instant.parse("2026-10-06T00:00:00Z"));
        assertThat(line.category()).isEqualTo(ChargeCategory.USAGE);
        assertThat(line.correction()).isFalse();
        assertThat(line.billed()).isEqualTo(Money.usd("1.50"));
        assertThat(line.list()).hasValue(new BigDecimal("2.00"));
        assertThat(line.effective()).hasValue(new BigDecimal("1.25"));
        assertThat(line.meter().provider()).isEqualTo("azure");
        assertThat(line.meter().description()).isEqualTo("GPT 5 Inpt Glbl 1M Tokens");
        assertThat(line.meter().model()).hasValue("gpt-5");
        assertThat(line.meter().tokenKind()).hasValue(TokenKind.INPUT);
        assertThat(line.meter().tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(line.meter().tokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isEqualByComparingTo("1200000"));
        assertThat(line.meter().artificialIntelligence()).isTrue();
    }

    /// 12.00 + 3.00 + 4.50 + 0.0000075 + 0.75 + 2.00 - 1.25 - 0.60 USD and 0.40 EUR.
    @Test
    void sumsTheSampleToItsInvoices() {
        List<BillingLine> lines = lines();
        assertThat(billed(lines, "USD")).isEqualByComparingTo("20.4000075");
        assertThat(billed(lines, "EUR")).isEqualByComparingTo("0.40");
        assertThat(lines)
                .filteredOn(BillingLine::correction)
                .singleElement()
                .satisfies(line -> assertThat(line.billed()).isEqualTo(Money.usd("-0.60")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, bedrock, NovaPro, INPUT, STANDARD, 15000000",
        "1, bedrock, NovaPro, INPUT, BATCH, 7500000",
        "2, bedrock, claude-sonnet-4.6, OUTPUT, STANDARD, 300000",
        "3, anthropic, claude-haiku-4-5, CACHE_READ, UNKNOWN, 75",
        "4, azure, gpt-5, INPUT, BATCH, 800000",
        "8, bedrock, NovaPro, INPUT, STANDARD, -750000",
    })
    void findsModelKindTierAndTokensOfTheSample(
            int index, String provider, String model, TokenKind kind, Tier tier, BigDecimal tokens) {
        Meter meter = lines().get(index).meter();
        assertThat(meter.artificialIntelligence()).isTrue();
        assertThat(meter.provider()).isEqualTo(provider);
        assertThat(meter.model()).hasValue(model);
        assertThat(meter.tokenKind()).hasValue(kind);
        assertThat(meter.tier()).isEqualTo(tier);
        assertThat(meter.tokens()).hasValueSatisfying(count -> assertThat(count).isEqualByComparingTo(tokens));
    }

    @ParameterizedTest
    @CsvSource({"5, AWS, USAGE", "6, bedrock, TAX", "7, bedrock, CREDIT"})
    void listsWhatIsNoModelUsageWithoutAMeterReading(int index, String provider, ChargeCategory category) {
        BillingLine line = lines().get(index);
        assertThat(line.category()).isEqualTo(category);
        assertThat(line.meter().provider()).isEqualTo(provider);
        assertThat(line.meter().artificialIntelligence()).isFalse();
        assertThat(line.meter().tokens()).isEmpty();
        assertThat(line.meter().tier()).isEqualTo(Tier.UNKNOWN);
    }

    @Test
    void readsTheDefectsOfRealFiles() {
        String file = """
                "AvailabilityZone","BilledCost","BillingCurrency","ChargeCategory","ChargeClass","ChargeDescription",\
                "ChargeFrequency","ChargePeriodEnd","ChargePeriodStart","ContractedCost","EffectiveCost","ListCost",\
                "ProviderName","ServiceCategory","Id","ServiceName","Tags"
                0.05,0.00001605990,"USD","Usage",NULL,"$0.008 per LCU-hour","Usage-based","2024-09-30 23:00:00",\
                "2024-09-30 22:00:00",1.5E-9,0.00000000000,0.00001605990,"AWS","Networking",19384,"ELB",\
                "{""org"": ""a"", "" org"": ""b""}"
                ,-0.02,"USD","Usage",NULL,"Refunded hour","Usage-Based","2024-09-24 17:00:00",\
                "2024-09-24 16:00:00",NULL,NULL,,"Microsoft","Compute",2,"Virtual Machines",NULL
                """;
        List<BillingLine> lines = charges(file);
        assertThat(lines.get(0).billed()).isEqualTo(Money.usd("0.00001605990"));
        assertThat(lines.get(0).start()).isEqualTo(Instant.parse("2024-09-30T22:00:00Z"));
        assertThat(lines.get(1).billed()).isEqualTo(Money.usd("-0.02"));
        assertThat(lines.get(1).correction()).isFalse();
        assertThat(lines.get(1).list()).isEmpty();
        assertThat(lines.get(1).effective()).isEmpty();
        assertThat(lines).noneMatch(line -> line.meter().artificialIntelligence());
    }

    @Test
    void readsWhatASpreadsheetMadeOfAFile() {
        String file = "\uFEFF" + COLUMNS + "\r\n"
                + "\"$10,000.00 \",USD,Purchase,,Upfront,4/1/25,04/01/2026,\"$12,000.50 \",0.00 ,ACMECORP,,ACMECORP SERVICE,,\r\n"
                + "-$3.50,USD,Usage,,Widgets,12/31/25,1/1/26,3.50,,ACMECORP,,ACMECORP SERVICE,245,Execution";
        List<BillingLine> lines = charges(file);
        assertThat(lines.get(0).billed()).isEqualTo(Money.usd("10000.00"));
        assertThat(lines.get(0).list()).hasValue(new BigDecimal("12000.50"));
        assertThat(lines.get(0).effective())
                .hasValueSatisfying(cost -> assertThat(cost).isZero());
        assertThat(lines.get(0).start()).isEqualTo(Instant.parse("2025-04-01T00:00:00Z"));
        assertThat(lines.get(0).end()).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(lines.get(1).billed()).isEqualTo(Money.usd("-3.50"));
        assertThat(lines.get(1).start()).isEqualTo(Instant.parse("2025-12-31T00:00:00Z"));
    }

    @Test
    void takesATokenOfAVirtualCurrencyForNoLanguageToken() {
        String file = COLUMNS + "\n"
                + "200000.00,USD,Purchase,,Token Purchase For Period 1,4/1/25,4/1/26,200000.00,0.00,ACMECORP,,ACMECORP SERVICE,100000,Token\n"
                + "0.00,USD,Usage,,Token Consumption - Q Widget SKU,4/1/25,4/2/25,490.00,490.00,ACMECORP,,ACMECORP SERVICE,245,Token";
        assertThat(charges(file)).allSatisfy(line -> {
            assertThat(line.meter().artificialIntelligence()).isFalse();
            assertThat(line.meter().tokens()).isEmpty();
        });
    }

    @Test
    void readsTheProviderNamesOfVersion13() {
        String file = (COLUMNS + "\n" + ROW).replace("ProviderName", "HostProviderName");
        assertThat(only(file).meter().provider()).isEqualTo("azure");
        String both = COLUMNS.replace("ProviderName", "ServiceProviderName") + ",HostProviderName\n"
                + ROW.replace("Microsoft", "OpenAI").replace("Azure OpenAI", "API") + ",Microsoft";
        assertThat(only(both).meter().provider()).isEqualTo("openai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BILLEDCOST", "billed_cost", "Billed Cost"})
    void knowsAColumnInTheSpellingOfAWarehouse(String column) {
        assertThat(only((COLUMNS + "\n" + ROW).replace("BilledCost", column)).billed())
                .isEqualTo(Money.usd("1.50"));
    }

    @Test
    void readsTheSameFromLinesOfJson() {
        String file = """
                {"BilledCost": 35.2E-7, "BillingCurrency": "usd", "ChargeCategory": "Usage", "ChargeClass": null, \
                "ChargePeriodStart": "2026-09-28T00:00:00Z", "ChargePeriodEnd": "2026-09-29T00:00:00Z", \
                "ProviderName": "Anthropic", "SkuId": "claude-haiku-4-5/output", "ConsumedQuantity": "23", "ConsumedUnit": "tokens"}
                """;
        BillingLine line = only(file);
        assertThat(line.billed().amount()).isEqualByComparingTo("0.00000352");
        assertThat(line.billed().currency()).isEqualTo("USD");
        assertThat(line.meter().tokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isEqualByComparingTo("23"));
        assertThat(line.meter().tokenKind()).hasValue(TokenKind.OUTPUT);
    }

    @Test
    void keepsTheMoneyOfACategoryThatFocusDoesNotKnow() {
        BillingLine line = only((COLUMNS + "\n" + ROW).replace(",Usage,", ",Refund,"));
        assertThat(line.category()).isEqualTo(ChargeCategory.ADJUSTMENT);
        assertThat(line.billed()).isEqualTo(Money.usd("1.50"));
    }

    @Test
    void marksCorrectionsOfEarlierPeriods() {
        assertThat(only((COLUMNS + "\n" + ROW).replace(",Usage,,", ",Usage,correction,"))
                        .correction())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.50,USD,|,USD,|BilledCost: found '', expected an amount",
                "1.50,USD,|x,USD,|BilledCost: found 'x', expected a number",
                "1.50,USD,|\"1,50\",USD,|BilledCost: found '1,50', expected a number without",
                "1.50,USD,|1.50,,|BillingCurrency: found '', expected a currency code",
                "1.50,USD,|1.50,US$,|BillingCurrency: found 'US$', expected a currency code",
                ",Usage,|,,|ChargeCategory: found '', expected a category",
                "2026-10-05T00:00:00Z||ChargePeriodStart: found '', expected a date",
                "2026-10-05T00:00:00Z|13/13/25|ChargePeriodStart: found '13/13/25', expected a date as month",
                "2026-10-06T00:00:00Z|soon|ChargePeriodEnd: found 'soon', expected",
            })
    void namesTheColumnOfAValueThatCannotBeUsed(String good, String bad, String reason) {
        Collected read = ReadOnce.text(COLUMNS + "\n" + ROW + "\n" + ROW.replace(good, bad == null ? "" : bad))
                .collected();
        assertThat(read.charges()).hasSize(1);
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).startsWith(reason);
        });
    }

    @Test
    void findsNoFurtherModelInTheSample() {
        Map<Optional<String>, Long> models = lines().stream()
                .collect(Collectors.groupingBy(line -> line.meter().model(), Collectors.counting()));
        assertThat(models)
                .containsOnlyKeys(
                        Optional.empty(),
                        Optional.of("NovaPro"),
                        Optional.of("claude-sonnet-4.6"),
                        Optional.of("claude-haiku-4-5"),
                        Optional.of("gpt-5"));
    }

    private List<BillingLine> lines() {
        return charges(sample());
    }

    private static BigDecimal billed(List<BillingLine> lines, String currency) {
        return lines.stream()
                .map(BillingLine::billed)
                .filter(money -> money.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BillingLine only(String file) {
        List<BillingLine> lines = charges(file);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<BillingLine> charges(String file) {
        Collected read = ReadOnce.text(file).collected();
        assertThat(read.problems()).extracting(Problem::reason).isEmpty();
        return read.charges();
    }
}
