package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterGrammarTest {
    /// Usage types as AWS prints them; a tier that goes unsaid is UNKNOWN here, because what it means is
    /// for the reader of the whole charge to say.
    @ParameterizedTest
    @CsvSource({
        "USE1-openai.gpt-oss-120b-mantle-input-tokens-standard, INPUT, STANDARD, openai.gpt-oss-120b",
        "USE1-openai.gpt-oss-120b-mantle-input-tokens-batch, INPUT, BATCH, openai.gpt-oss-120b",
        "USE1-openai.gpt-oss-120b-mantle-input-tokens-flex, INPUT, FLEX, openai.gpt-oss-120b",
        "USE1-openai.gpt-oss-120b-mantle-input-tokens-priority, INPUT, PRIORITY, openai.gpt-oss-120b",
        "USE1-openai.gpt-oss-120b-mantle-cache-read-tokens-standard, CACHE_READ, STANDARD, openai.gpt-oss-120b",
        "USE1-openai.gpt-oss-120b-mantle-cache-write-tokens-5m-long-ctx-flex, CACHE_WRITE_5M, FLEX, openai.gpt-oss-120b",
        "USE1-openai.gpt-oss-120b-mantle-input-tokens-global-flex, INPUT, FLEX, openai.gpt-oss-120b",
        "USE1-Claude3Haiku-input-tokens, INPUT, UNKNOWN, Claude3Haiku",
        "USE1-Llama4-Maverick-17B-input-tokens-batch, INPUT, BATCH, Llama4-Maverick-17B",
        "USE1-Gemma-3-4B-IT-input-tokens-flex, INPUT, FLEX, Gemma-3-4B-IT",
        "USE1-NovaPro-input-tokens-latency-optimized, INPUT, PRIORITY, NovaPro",
        "USE1-Nova2.0Lite-input-tokens-cross-region-global, INPUT, UNKNOWN, Nova2.0Lite",
        "USE1-Nova2.0Lite-input-tokens-cross-region-global-batch, INPUT, BATCH, Nova2.0Lite",
        "USE1-Nova2.0Lite-input-tokens-priority-cross-region-global, INPUT, PRIORITY, Nova2.0Lite",
        "USE1-NovaPro-cache-read-input-token-count, CACHE_READ, UNKNOWN, NovaPro",
        "USE1-NovaPro-cache-write-input-token-count, CACHE_WRITE_5M, UNKNOWN, NovaPro",
        "USE1-MP:USE1_InputTokenCount-Units, INPUT, UNKNOWN,",
        "USE1-MP:USE1_InputTokenCount_Global-Units, INPUT, UNKNOWN,",
        "USE1-MP:USE1_InputTokenCount_Batch-Units, INPUT, BATCH,",
        "USE1-MP:USE1_InputTokenCount_Global_Batch-Units, INPUT, BATCH,",
        "USE1-MP:USE1_CacheReadInputTokenCount-Units, CACHE_READ, UNKNOWN,",
        "USE1-MP:USE1_CacheWriteInputTokenCount-Units, CACHE_WRITE_5M, UNKNOWN,",
        "USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units, CACHE_WRITE_1H, UNKNOWN,",
        "USE1-MP:USE1_OutputTokenCount_LatencyOptimized-Units, OUTPUT, PRIORITY,",
        "USE1-MP:USE1_MillionBatchInputTokens-Units, INPUT, BATCH,",
        "USE1-MP:USE1_input_tokens_standard-Units, INPUT, STANDARD,",
        "USE1-MP:USE1_output_tokens_global_standard-Units, OUTPUT, STANDARD,",
        "USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units, CACHE_WRITE_1H, STANDARD,",
        "USE1-MP:USE1_input_tokens_batch-Units, INPUT, BATCH,",
        "USE1-MP:USE1_input_tokens_long_ctx_global_standard-Units, INPUT, STANDARD,",
        "USE1-Claude4Sonnet-input-tokens-cross-region-global-batch, INPUT, BATCH, Claude4Sonnet",
        "USE1-reserved-1-month-input-tokens-per-minute, , PROVISIONED,",
        "USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units, , PROVISIONED,",
    })
    void readsBedrockUsageTypes(String text, TokenKind kind, Tier tier, String model) {
        assertReads(text, kind, tier, model);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-0806-Inp-glbl Tokens, INPUT, UNKNOWN, gpt-4o-0806",
        "gpt 4o 0806 cached Inp glbl Tokens, CACHE_READ, UNKNOWN, gpt-4o-0806",
        "gpt-4o-0806-Batch-Inp-glbl Tokens, INPUT, BATCH, gpt-4o-0806",
        "gpt 4o 0806 Batch Inp Data Zone Tokens, INPUT, BATCH, gpt-4o-0806",
        "gpt 4o mini0718 BatchOutp DataZone Tokens, OUTPUT, BATCH, gpt-4o-mini-0718",
        "gpt 4.1 Inp glbl Tokens, INPUT, UNKNOWN, gpt-4.1",
        "gpt 4.1 Inp Data Zone Tokens, INPUT, UNKNOWN, gpt-4.1",
        "gpt 4.1 Inp regnl Tokens, INPUT, UNKNOWN, gpt-4.1",
        "gpt 4.1 mini Batch Inp DZone Tokens, INPUT, BATCH, gpt-4.1-mini",
        "o4-mini 0416 cached Inp DataZone Tokens, CACHE_READ, UNKNOWN, o4-mini-0416",
        "o3 mini 0131 input glbl Tokens, INPUT, UNKNOWN, o3-mini-0131",
        "GPT 5 Inpt Glbl 1M Tokens, INPUT, UNKNOWN, gpt-5",
        "GPT 5 outpt Glbl 1M Tokens, OUTPUT, UNKNOWN, gpt-5",
        "GPT 5 cchd Inpt DZone 1M Tokens, CACHE_READ, UNKNOWN, gpt-5",
        "GPT 5 Batch Inpt Glbl 1M Tokens, INPUT, BATCH, gpt-5",
        "GPT 5 Batch Inpt cchd Glbl 1M Tokens, CACHE_READ, BATCH, gpt-5",
        "GPT 5 Batch Inpt cchd Dzone 1M Tokens, CACHE_READ, BATCH, gpt-5",
        "gpt-35-turbo16K-Batch-Inp-glbl Tokens, INPUT, BATCH, gpt-35-turbo-16k",
        "gpt-4-8K-Batch-Inp-glbl Tokens, INPUT, BATCH, gpt-4-8k",
        "text-embedding-3-large-glbl Tokens, INPUT, UNKNOWN, text-embedding-3-large",
        "embedding-ada-regional Tokens, INPUT, UNKNOWN, embedding-ada",
        "Provisioned Managed Global Unit, , PROVISIONED,",
    })
    void readsAzureMeterNames(String text, TokenKind kind, Tier tier, String model) {
        assertReads(text, kind, tier, model);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gpt-4o-mini-2024-07-18, input; INPUT; UNKNOWN; gpt-4o-mini-2024-07-18",
                "gpt-4o-mini-2024-07-18, cached input; CACHE_READ; UNKNOWN; gpt-4o-mini-2024-07-18",
                "gpt-4o-mini-2024-07-18, output; OUTPUT; UNKNOWN; gpt-4o-mini-2024-07-18",
                "gpt-5.6-sol, cache writes; CACHE_WRITE_5M; UNKNOWN; gpt-5.6-sol",
                "gpt-5-nano, input_tokens; INPUT; UNKNOWN; gpt-5-nano",
                "batch api | gpt-5_1-2025-11-13; ; BATCH; gpt-5.1-2025-11-13",
                "batch api | gpt-image-2.5-sunburst image; ; BATCH; gpt-image-2.5-sunburst",
                "gpt-image-2-2026-04-21 image, output; OUTPUT; UNKNOWN; gpt-image-2-2026-04-21",
                "gpt-audio-mini-2025-12-15 audio, input; INPUT; UNKNOWN; gpt-audio-mini-2025-12-15",
                "gpt-realtime-2.1-mini-2026-08-28, audio input; INPUT; UNKNOWN; gpt-realtime-2.1-mini-2026-08-28",
                "ft-gpt-4o-2024-08-06, input; INPUT; UNKNOWN; ft-gpt-4o-2024-08-06",
                "evals | gpt-4o-mini-2024-07-18, input; INPUT; UNKNOWN; gpt-4o-mini-2024-07-18",
                "assistants api | file search; ; UNKNOWN;",
                "web search tool calls; ; UNKNOWN;",
                "claude-haiku-4-5/cache-read; CACHE_READ; UNKNOWN; claude-haiku-4-5",
                "claude-haiku-4-5/cache-write-5m; CACHE_WRITE_5M; UNKNOWN; claude-haiku-4-5",
                "gpt-4o/output; OUTPUT; UNKNOWN; gpt-4o",
                "input_no_cache; INPUT; UNKNOWN;",
                "uncached_input_tokens; INPUT; UNKNOWN;",
                "cache_creation.ephemeral_1h_input_tokens; CACHE_WRITE_1H; UNKNOWN;",
            })
    void readsLineItemsOfModelVendors(String text, TokenKind kind, Tier tier, String model) {
        assertReads(text, kind, tier, model);
    }

    @ParameterizedTest
    @CsvSource({
        "Generate content input token count gemini 3.5 flash text, INPUT, UNKNOWN, gemini-3.5-flash",
        "Generate content cached input token count gemini 3.5 flash text, CACHE_READ, UNKNOWN, gemini-3.5-flash",
        "Generate content output token count gemini 2.5 flash short input text, OUTPUT, UNKNOWN, gemini-2.5-flash",
        "Generate content output token count gemini 3.7 flash text batch, OUTPUT, BATCH, gemini-3.7-flash",
        "Generate content output token count gemini 3 flash text flex, OUTPUT, FLEX, gemini-3-flash",
        "Generate_content text output token count for gemini 3 flash batch, OUTPUT, BATCH, gemini-3-flash",
        "Gemini 3 Flash Image Input Caching Priority, CACHE_READ, PRIORITY, gemini-3-flash",
        "Gemini 3.8 Flash Text Input Caching Storage, , UNKNOWN, gemini-3.8-flash",
        "Gemini 2.5 Flash Text Input - Predictions, INPUT, UNKNOWN, gemini-2.5-flash",
        "Gemini 2.5 Flash Text Input - Batch Predictions, INPUT, BATCH, gemini-2.5-flash",
        "Gemini 2.5 Flash Live Text Input - Predictions, INPUT, UNKNOWN, gemini-2.5-flash",
        "Cloud Vertex AI Model Garden Model as a Service Llama 4 Maverick Batch Input Token, INPUT, BATCH, llama-4-maverick",
        "Cloud Vertex AI Model Garden Model as a Service DeepSeek-V3.1 Cached Text Input Token, CACHE_READ, UNKNOWN,"
                + " deepseek-v3.1",
        "Grounding with Google Search, , UNKNOWN,",
    })
    void readsGoogleSkuDescriptions(String text, TokenKind kind, Tier tier, String model) {
        assertReads(text, kind, tier, model);
    }

    @ParameterizedTest
    @CsvSource({
        "standard, STANDARD",
        "default, STANDARD",
        "On-demand Inference, STANDARD",
        "Batch Inference, BATCH",
        "flex, FLEX",
        "fast mode, PRIORITY",
        "auto, UNKNOWN",
        "grok-4-fast, UNKNOWN",
        "'by default, none', UNKNOWN",
    })
    void readsTheTierWhereOnlyTheTierIsNamed(String text, Tier tier) {
        assertThat(MeterGrammar.read(text).tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "Claude Sonnet 4.6 (Amazon Bedrock Edition), claude-sonnet-4.6",
        "Tokens of Claude Sonnet 4.6., claude-sonnet-4.6",
        "Claude API,",
        "Gemini API usage in March,",
        "$0.00015 per 1K tokens,",
        "Prepaid credits purchase,",
        "Usage drawn from Claude credits,",
    })
    void findsAModelInProseOnlyBehindAFamilyNameWithAVariant(String text, String model) {
        assertThat(MeterGrammar.read(text).model()).isEqualTo(Optional.ofNullable(model));
    }

    @Test
    void looksAtNoMoreThanTheHeadOfAnOverlongText() {
        assertThat(MeterGrammar.read(" ".repeat(512) + "batch input tokens"))
                .isEqualTo(new MeterText(Optional.empty(), Optional.empty(), Tier.UNKNOWN, false));
    }

    private static void assertReads(String text, TokenKind kind, Tier tier, String model) {
        MeterText reading = MeterGrammar.read(text);
        assertThat(reading.kind()).as(text).isEqualTo(Optional.ofNullable(kind));
        assertThat(reading.tier()).as(text).isEqualTo(tier);
        assertThat(reading.model()).as(text).isEqualTo(Optional.ofNullable(model));
    }
}
