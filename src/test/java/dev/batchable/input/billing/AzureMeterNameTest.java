package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Meter names of the Azure Retail Prices API.
class AzureMeterNameTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-4o-0806-Inp-glbl Tokens, INPUT, STANDARD, gpt-4o-0806",
        "gpt 4o 0806 cached Inp glbl Tokens, CACHE_READ, STANDARD, gpt-4o-0806",
        "gpt-4o-0806-Batch-Inp-glbl Tokens, INPUT, BATCH, gpt-4o-0806",
        "gpt 4o 0806 Batch Inp Data Zone Tokens, INPUT, BATCH, gpt-4o-0806",
        "gpt 4o mini0718 BatchOutp DataZone Tokens, OUTPUT, BATCH, gpt-4o-mini-0718",
        "gpt 4.1 Inp glbl Tokens, INPUT, STANDARD, gpt-4.1",
        "gpt 4.1 Inp Data Zone Tokens, INPUT, STANDARD, gpt-4.1",
        "gpt 4.1 Inp regnl Tokens, INPUT, STANDARD, gpt-4.1",
        "gpt 4.1 mini Batch Inp DZone Tokens, INPUT, BATCH, gpt-4.1-mini",
        "o4-mini 0416 cached Inp DataZone Tokens, CACHE_READ, STANDARD, o4-mini-0416",
        "o3 mini 0131 input glbl Tokens, INPUT, STANDARD, o3-mini-0131",
        "o1 1217 Outp Data Zone Tokens, OUTPUT, STANDARD, o1-1217",
        "gpt-35-turbo16K-Batch-Inp-glbl Tokens, INPUT, BATCH, gpt-35-turbo-16k",
        "gpt-4-8K-Batch-Inp-glbl Tokens, INPUT, BATCH, gpt-4-8k",
        "text-embedding-3-large-glbl Tokens, INPUT, STANDARD, text-embedding-3-large",
        "embedding-ada-regional Tokens, INPUT, STANDARD, embedding-ada",
        "gpt-4o-transcribe-txt-out-glbl Tokens, OUTPUT, STANDARD, gpt-4o-transcribe",
        "Provisioned Managed Global Unit, , PROVISIONED,",
    })
    void readsTheMetersOfAzureOpenAi(String name, TokenKind kind, Tier tier, String model) {
        assertReads(name, "Azure OpenAI", kind, tier, model);
    }

    @ParameterizedTest
    @CsvSource({
        "GPT 5 Inpt Glbl 1M Tokens, INPUT, STANDARD, gpt-5",
        "GPT 5 outpt Glbl 1M Tokens, OUTPUT, STANDARD, gpt-5",
        "GPT 5 cchd Inpt DZone 1M Tokens, CACHE_READ, STANDARD, gpt-5",
        "GPT 5 Batch Inpt Glbl 1M Tokens, INPUT, BATCH, gpt-5",
        "GPT 5 Batch Inpt cchd Glbl 1M Tokens, CACHE_READ, BATCH, gpt-5",
        "GPT 5 Nano Batch Inpt cchd Dzone 1M Tokens, CACHE_READ, BATCH, gpt-5-nano",
        "gpt 5 pro out glbl Tokens, OUTPUT, STANDARD, gpt-5-pro",
        "gpt-5-codex-ccchd-inp-dzone Tokens, CACHE_READ, STANDARD, gpt-5-codex",
        "GPT 5.1 chat cd inp Gl 1M Tokens - Preview, CACHE_READ, STANDARD, gpt-5.1-chat",
        "5 mini pp Inp Gl 1M Tokens, INPUT, PRIORITY, gpt-5-mini",
        "5 pp inp Gl 1M Tokens, INPUT, PRIORITY, gpt-5",
        "5.1 codex mini opt Gl 1M Tokens, OUTPUT, STANDARD, gpt-5.1-codex-mini",
        "5.4 inp Gl 1M Tokens, INPUT, STANDARD, gpt-5.4",
        "5.4 opt Dz 1M Tokens, OUTPUT, STANDARD, gpt-5.4",
        "5.4 longco batch cd inp Dz 1M Tokens, CACHE_READ, BATCH, gpt-5.4",
        "5.4 mini Batch Opt Gl 1M Tokens, OUTPUT, BATCH, gpt-5.4-mini",
        "54 nano Inp Flex Gl 1M Tokens, INPUT, FLEX, gpt-5.4-nano",
        "5.6 luna ShortCo Cd Wr Std Gl 1M Tokens, CACHE_WRITE_5M, STANDARD, gpt-5.6-luna",
        "5.6 sol ShortCo Inp PP Gl 1M Tokens, INPUT, PRIORITY, gpt-5.6-sol",
        "56luna LoCo Cd Inp Fl Gl 1M Tokens, CACHE_READ, FLEX, gpt-5.6-luna",
        "6-sol ShortCo Opt Std Gl 1M Tokens, OUTPUT, STANDARD, gpt-6-sol",
        "41 ft opt Dz 1M Tokens, OUTPUT, STANDARD, gpt-4.1-ft",
    })
    void readsTheMetersThatLeaveOutTheFamily(String name, TokenKind kind, Tier tier, String model) {
        assertReads(name, "Azure OpenAI GPT5", kind, tier, model);
    }

    @ParameterizedTest
    @CsvSource({
        "4.3 Inp Glbl Tokens, Azure Grok Models, INPUT, grok-4.3",
        "Grok 4.1 Outp Glbl Tokens, Azure Grok Models, OUTPUT, grok-4.1",
        "V4 Flash 0731 Inp glbl Tokens, Azure Deepseek Models, INPUT, deepseek-v4-flash-0731",
        "FW Deepseek-v4-Flash Cd In DZ Tokens, Azure Fireworks Models, CACHE_READ, deepseek-v4-flash",
        "3.3 70B Inp glbl Tokens, Azure Llama Models, INPUT, llama-3.3-70b",
        "9.9 Inp glbl Tokens, Something New, INPUT,",
    })
    void readsTheMetersOfOtherMakers(String name, String subCategory, TokenKind kind, String model) {
        assertReads(name, subCategory, kind, Tier.STANDARD, model);
    }

    private static void assertReads(String name, String subCategory, TokenKind kind, Tier tier, String model) {
        Meter meter = MeterReader.readNamingTiers(new ChargeTexts(
                ChargeCategory.USAGE,
                Optional.of("Microsoft"),
                Optional.of("Foundry Models, " + subCategory),
                List.of("AI and Machine Learning"),
                Optional.empty(),
                List.of(AzureMeterName.writtenOut(name, subCategory)),
                Optional.of(name),
                List.of(new ChargeTexts.Quantity(BigDecimal.TEN, kind == null ? "1 Hour" : "1K"))));
        assertThat(meter)
                .isEqualTo(new Meter(
                        "azure",
                        name,
                        Optional.ofNullable(model),
                        Optional.ofNullable(kind),
                        tier,
                        Optional.ofNullable(kind).map(any -> new BigDecimal("10000")),
                        true));
    }
}
