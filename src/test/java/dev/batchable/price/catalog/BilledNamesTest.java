package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.RatingKey.ModelRef;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Model names as meters of clouds spell them, after the meter's other words were taken off.
class BilledNamesTest {
    @ParameterizedTest
    @CsvSource({
        "bedrock, NovaPro, amazon.nova-pro",
        "bedrock, Nova Pro, amazon.nova-pro",
        "bedrock, Nova2.0Lite, amazon.nova-2-lite",
        "bedrock, Llama4-Maverick-17B, meta.llama4-maverick-17b-instruct",
        "bedrock, Llama 4 Maverick 17B, meta.llama4-maverick-17b-instruct",
        "bedrock, openai.gpt-oss-120b, openai.gpt-oss-120b-1",
        "bedrock, claude-sonnet-4.6, anthropic.claude-sonnet-4-6",
        "bedrock, Claude Sonnet 4.6 (Amazon Bedrock Edition), anthropic.claude-sonnet-4-6",
        "bedrock, TitanEmbeddingV2-Text, amazon.titan-embed-text-v2",
        "azure, gpt-4o-0806, gpt-4o",
        "azure, gpt-4o-mini-0718, gpt-4o-mini",
        "azure, o4-mini-0416, o4-mini",
        "azure, o3-mini-0131, o3-mini",
        "azure, embedding-ada, text-embedding-ada-002",
        "vertex, gemini-3-flash, gemini-3-flash-preview",
    })
    void findTheModelOfTheCatalog(String provider, String billed, String model) {
        ModelRef ref = new ModelRef(Optional.of(provider), Optional.of(billed), Optional.empty());
        assertThat(Books.EMBEDDED.resolve(ref))
                .hasValueSatisfying(found -> assertThat(found.model()).isEqualTo(model));
    }
}
