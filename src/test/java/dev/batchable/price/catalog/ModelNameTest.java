package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    openai    | gpt-4o-mini                                      | openai/gpt-4o-mini
                    openai    | GPT-4o-Mini                                      | openai/gpt-4o-mini
                    openai    | gpt-4o-mini-2024-07-18                           | openai/gpt-4o-mini
                    openai    | openai/gpt-4o-mini                               | openai/gpt-4o-mini
                    openai    | gpt-4o-2024-08-06                                | openai/gpt-4o-2024-08-06
                    openai    | gpt-4o-2024-05-13                                | openai/gpt-4o-2024-05-13
                    openai    | gpt-5.6                                          | openai/gpt-5.6-sol
                    openai    | GPT 4.1 mini                                     | openai/gpt-4.1-mini
                    anthropic | claude-haiku-4-5-20251001                        | anthropic/claude-haiku-4-5
                    anthropic | Claude Haiku 4.5                                 | anthropic/claude-haiku-4-5
                    anthropic | claude-sonnet-4-20250514                         | anthropic/claude-sonnet-4
                    anthropic | claude-3-5-haiku-latest                          | anthropic/claude-3-5-haiku
                    vertex    | claude-haiku-4-5@20251001                        | vertex/claude-haiku-4-5
                    vertex    | vertex_ai/gemini-2.5-flash                       | vertex/gemini-2.5-flash
                    vertex    | publishers/google/models/gemini-2.5-flash        | vertex/gemini-2.5-flash
                    gemini    | models/gemini-2.5-pro                            | gemini/gemini-2.5-pro
                    gemini    | gemini/gemini-2.0-flash-001                      | gemini/gemini-2.0-flash
                    bedrock   | anthropic.claude-haiku-4-5-20251001-v1:0         | bedrock/anthropic.claude-haiku-4-5
                    bedrock   | us.anthropic.claude-haiku-4-5-20251001-v1:0      | bedrock/anthropic.claude-haiku-4-5
                    bedrock   | global.anthropic.claude-opus-4-6-v1              | bedrock/anthropic.claude-opus-4-6
                    bedrock   | Claude Haiku 4.5 (Amazon Bedrock Edition)        | bedrock/anthropic.claude-haiku-4-5
                    bedrock   | bedrock/converse/us.amazon.nova-lite-v1:0        | bedrock/amazon.nova-lite
                    bedrock   | bedrock/us-east-1/amazon.nova-pro-v1:0:300k      | bedrock/amazon.nova-pro
                    bedrock   | amazon.titan-embed-text-v2:0                     | bedrock/amazon.titan-embed-text-v2
                    bedrock   | amazon.titan-embed-text-v1                       | bedrock/amazon.titan-embed-text-v1
                    bedrock   | openai.gpt-oss-120b-1:0                          | bedrock/openai.gpt-oss-120b-1
                    azure     | azure/us/gpt-4.1-2025-04-14                      | azure/gpt-4.1
                    azure     | gpt-4o-2024-11-20                                | azure/gpt-4o
                    groq      | groq/openai/gpt-oss-120b                         | groq/openai/gpt-oss-120b
                    groq      | openai/gpt-oss-20b                               | groq/openai/gpt-oss-20b
                    mistral   | mistral-large-2512                               | mistral/mistral-large-3
                    xai       | grok-4.20-0309-reasoning                         | xai/grok-4.20
                    """)
    void resolvesTheSpellingsOfLogsGatewaysAndBills(String provider, String model, String expected) {
        assertThat(Books.EMBEDDED.resolve(Books.ref(provider, model))).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo(expected);
            assertThat(found.providerInferred()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-mini, openai/gpt-4o-mini, true",
        "claude-haiku-4-5-20251001, anthropic/claude-haiku-4-5, true",
        "gemini-2.5-flash, gemini/gemini-2.5-flash, true",
        "azure/gpt-4.1, azure/gpt-4.1, false",
        "vertex_ai/gemini-2.5-flash, vertex/gemini-2.5-flash, false",
        "us.anthropic.claude-haiku-4-5-20251001-v1:0, bedrock/anthropic.claude-haiku-4-5, false",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0, bedrock/amazon.nova-lite, false",
    })
    void findsTheProviderWhereTheSourceNamesNone(String model, String expected, boolean inferred) {
        assertThat(Books.EMBEDDED.resolve(Books.ref("", model))).hasValueSatisfying(found -> {
            assertThat(found.name()).isEqualTo(expected);
            assertThat(found.providerInferred()).isEqualTo(inferred);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-9",
        "openai, ft:gpt-4o-mini-2024-07-18:acme::abc123",
        "openai, gpt-4o-audio-preview",
        "openai, gpt-4o-2024-13-40",
        "anthropic, claude-haiku",
        "anthropic, claude-haiku-4-5-latest-preview",
        "mistral, mistral-tiny-latest",
        "openrouter, openai/gpt-4o",
        "'', llama-3.3-70b-versatile",
        "'', my-deployment",
    })
    void doesNotGuessWhatItDoesNotKnow(String provider, String model) {
        assertThat(Books.EMBEDDED.resolve(Books.ref(provider, model))).isEmpty();
        Quote quote =
                Books.EMBEDDED.quote(Books.ref(provider, model), Tier.BATCH, TokenKind.INPUT, "base", Books.TODAY);
        assertThat(Books.unpriced(quote).kind()).isEqualTo(Quote.Reason.UNKNOWN_MODEL);
        assertThat(Books.unpriced(quote).reason()).contains(model);
    }

    @Test
    void saysSoWhereTheSourceNamesNoModel() {
        Quote quote =
                Books.EMBEDDED.quote(Books.ref("openai", ""), Tier.STANDARD, TokenKind.INPUT, "base", Books.TODAY);
        assertThat(Books.unpriced(quote).reason()).isEqualTo("the source names no model");
    }

    @Test
    void doesNotLookUpANameLongerThanAnyRealOne() {
        Quote quote = Books.EMBEDDED.quote(
                Books.ref("openai", "x" + " ".repeat(2_000_000) + "x"),
                Tier.STANDARD,
                TokenKind.INPUT,
                "base",
                Books.TODAY);
        assertThat(Books.unpriced(quote).reason())
                .isEqualTo("no price known for a model whose name has 2000002 characters");
    }

    @Test
    void namesAProviderOfWhichItHoldsNothing() {
        Quote quote =
                Books.EMBEDDED.quote(Books.ref("acme", "m-1"), Tier.STANDARD, TokenKind.INPUT, "base", Books.TODAY);
        assertThat(Books.unpriced(quote).reason())
                .isEqualTo("no price known for model 'm-1' of provider acme (no prices of that provider at all)");
    }

    @ParameterizedTest
    @CsvSource({"'---', ''", "a, a", "'-A.b-', a-b", "'', ''"})
    void reducesANameToItsKey(String name, String key) {
        assertThat(ModelName.key(name)).isEqualTo(key);
    }
}
