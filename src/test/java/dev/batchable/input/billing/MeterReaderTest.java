package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterReaderTest {
    private static final List<String> INTELLIGENCE = List.of("AI and Machine Learning");

    @Test
    void takesABedrockUsageTypeWithoutATierForStandard() {
        Meter meter = bedrock("USE1-Claude3Haiku-input-tokens", "1K tokens");
        assertThat(meter)
                .isEqualTo(new Meter(
                        "bedrock",
                        "Claude",
                        Optional.of("Claude3Haiku"),
                        Optional.of(TokenKind.INPUT),
                        Tier.STANDARD,
                        Optional.of(new BigDecimal("2000")),
                        true));
    }

    @Test
    void keepsATierThatOnlyTheDescriptionNames() {
        Meter meter = read(
                "AWS", "Amazon Bedrock", "USE1-NovaPro-output-tokens", "$0.0016 per 1K tokens (batch)", "1K tokens");
        assertThat(meter.tier()).isEqualTo(Tier.BATCH);
    }

    @Test
    void doesNotTakeABedrockCommitmentForStandardTokens() {
        Meter meter = bedrock("USE1-reserved-1-month-input-tokens-per-minute", "Units");
        assertThat(meter.tier()).isEqualTo(Tier.PROVISIONED);
        assertThat(meter.tokenKind()).isEmpty();
        assertThat(meter.tokens()).isEmpty();
        assertThat(meter.artificialIntelligence()).isTrue();
    }

    @Test
    void countsUnitsOfTheMarketplaceInMillions() {
        Meter meter = read(
                "AWS",
                "Claude Sonnet 4.6 (Amazon Bedrock Edition)",
                "USE1-MP:USE1_OutputTokenCount-Units",
                "",
                "Units");
        assertThat(meter.tokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isEqualByComparingTo("2000000"));
        assertThat(meter.model()).hasValue("claude-sonnet-4.6");
        assertThat(meter.provider()).isEqualTo("bedrock");
    }

    @Test
    void countsNoTokensInUnitsThatAreNotTheMarketplaces() {
        assertThat(bedrock("USE1-NovaPro-input-tokens", "Units").tokens()).isEmpty();
    }

    @Test
    void recognisesTheMarketplaceUnderAnOpaqueProductCode() {
        Meter meter = read("AWS", "a1b2c3d4e5", "USE1-MP:USE1_InputTokenCount_Batch-Units", "", "Units");
        assertThat(meter.provider()).isEqualTo("bedrock");
        assertThat(meter.tier()).isEqualTo(Tier.BATCH);
        assertThat(meter.artificialIntelligence()).isTrue();
    }

    @Test
    void leavesTheTierOfAllOtherMetersUnknownWhereNoWordNamesIt() {
        Meter meter = read("Microsoft", "Azure OpenAI", "", "gpt-4o-0806-Inp-glbl Tokens", "1K");
        assertThat(meter.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(meter.tokenKind()).hasValue(TokenKind.INPUT);
        assertThat(meter.tokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isEqualByComparingTo("2000"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS, Amazon Bedrock, bedrock",
        "Microsoft, Azure OpenAI, azure",
        "Microsoft, Foundry Models, azure",
        "OpenAI, API, openai",
        "'OpenAI, LLC', Usage, openai",
        "Reseller Inc, OpenAI API, openai",
        "Anthropic, Claude API, anthropic",
        "Reseller Inc, Claude API, anthropic",
        "Google Cloud, Gemini API, gemini",
        "Google Cloud, Gemini Enterprise Agent Platform, vertex",
        "Mistral AI, La Plateforme, mistral",
    })
    void namesTheSellerOfModelsCanonically(String seller, String service, String provider) {
        Meter meter = read(seller, service, "", "something", "Requests");
        assertThat(meter.provider()).isEqualTo(provider);
        assertThat(meter.artificialIntelligence()).isTrue();
    }

    @Test
    void recognisesServicesThatSellMoreThanModelsByTheirMeters() {
        Meter tokens = read("Google", "Vertex AI", "", "Gemini 2.5 Flash Text Input - Batch Predictions", "count");
        assertThat(tokens.artificialIntelligence()).isTrue();
        assertThat(tokens.provider()).isEqualTo("vertex");
        assertThat(tokens.model()).hasValue("gemini-2.5-flash");
        Meter training = read("Google", "Vertex AI", "", "Custom training n1-standard-4", "hour");
        assertThat(training.artificialIntelligence()).isFalse();
        assertThat(training.provider()).isEqualTo("Google");
        assertThat(training.tier()).isEqualTo(Tier.UNKNOWN);
    }

    @Test
    void readsALineThatAGatewayWroteForOneModel() {
        ChargeTexts texts = new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.of("vertex_ai"),
                Optional.of("our-model-group"),
                List.of("AI and Machine Learning", "Generative AI"),
                Optional.empty(),
                List.of(),
                Optional.of("gemini-2.5-flash"),
                List.of(new ChargeTexts.Quantity(new BigDecimal("12"), "Requests")));
        assertThat(MeterReader.read(texts))
                .isEqualTo(new Meter(
                        "vertex",
                        "gemini-2.5-flash",
                        Optional.of("gemini-2.5-flash"),
                        Optional.empty(),
                        Tier.UNKNOWN,
                        Optional.empty(),
                        true));
    }

    @Test
    void takesATokenOfAVendorsVirtualCurrencyForNoLanguageToken() {
        Meter meter = read("ACMECORP", "ACMECORP SERVICE", "", "Token Consumption - Q Widget SKU", "Token");
        assertThat(meter.artificialIntelligence()).isFalse();
        assertThat(meter.tokens()).isEmpty();
    }

    @Test
    void takesNoMeterOfAnotherKindOfServiceForModelUsage() {
        ChargeTexts texts = new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.of("AWS"),
                Optional.of("Amazon Kinesis"),
                List.of("Analytics"),
                Optional.empty(),
                List.of("Nova 2 input tokens"),
                Optional.empty(),
                List.of());
        assertThat(MeterReader.read(texts).artificialIntelligence()).isFalse();
    }

    @Test
    void countsTaxAndPurchasesOfModelsAsNoUsage() {
        ChargeTexts texts = new ChargeTexts(
                ChargeCategory.TAX,
                Optional.of("AWS"),
                Optional.of("Amazon Bedrock"),
                INTELLIGENCE,
                Optional.of("USE1-NovaPro-input-tokens"),
                List.of(),
                Optional.of("VAT"),
                List.of(new ChargeTexts.Quantity(BigDecimal.ONE, "1K tokens")));
        assertThat(MeterReader.read(texts))
                .isEqualTo(new Meter(
                        "bedrock", "VAT", Optional.empty(), Optional.empty(), Tier.UNKNOWN, Optional.empty(), false));
    }

    @Test
    void takesTheFirstQuantityThatIsInTokens() {
        ChargeTexts texts = new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.of("Anthropic"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of("claude-haiku-4-5/output"),
                Optional.empty(),
                List.of(
                        new ChargeTexts.Quantity(new BigDecimal("7"), "Requests"),
                        new ChargeTexts.Quantity(new BigDecimal("0.5"), "1M tokens"),
                        new ChargeTexts.Quantity(new BigDecimal("9"), "tokens")));
        Meter meter = MeterReader.read(texts);
        assertThat(meter.tokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isEqualByComparingTo("500000"));
        assertThat(meter.description()).isEqualTo("claude-haiku-4-5/output");
    }

    @Test
    void saysSoWhereAChargeIsNotDescribed() {
        ChargeTexts texts = new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
        Meter meter = MeterReader.read(texts);
        assertThat(meter.description()).isEqualTo("(no description)");
        assertThat(meter.provider()).isEqualTo("(unnamed)");
        assertThat(meter.artificialIntelligence()).isFalse();
    }

    private static Meter bedrock(String usageType, String unit) {
        return read("AWS", "Amazon Bedrock", usageType, "Claude", unit);
    }

    /// Two units of the given kind.
    private static Meter read(String seller, String service, String usageType, String description, String unit) {
        return MeterReader.read(new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.of(seller),
                Optional.of(service),
                INTELLIGENCE,
                Optional.of(usageType).filter(text -> !text.isEmpty()),
                List.of(),
                Optional.of(description).filter(text -> !text.isEmpty()),
                List.of(new ChargeTexts.Quantity(new BigDecimal("2"), unit))));
    }
}
