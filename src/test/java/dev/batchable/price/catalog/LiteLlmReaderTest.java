package dev.batchable.price.catalog;

import static dev.batchable.price.catalog.Books.EMBEDDED;
import static dev.batchable.price.catalog.Books.TODAY;
import static dev.batchable.price.catalog.Books.decimal;
import static dev.batchable.price.catalog.Books.file;
import static dev.batchable.price.catalog.Books.price;
import static dev.batchable.price.catalog.Books.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiteLlmReaderTest {
    private static final String PRICES = """
            {
              "sample_spec": {"input_cost_per_token": 0.0, "litellm_provider": "one of the providers", "mode": "one of chat"},
              "gpt-4o-mini": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.6e-07,
                "output_cost_per_token": 6.4e-07, "input_cost_per_token_batches": 8e-08, "cache_read_input_token_cost": 7.5e-08,
                "cache_read_input_token_cost_priority": 1.25e-07, "max_tokens": 16384, "source": null},
              "openai/gpt-4o-mini": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 9e-06},
              "o3": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 3e-06},
              "gemini/gemini-9-pro": {"litellm_provider": "gemini", "mode": "chat", "input_cost_per_token": 1.25e-06,
                "input_cost_per_token_above_200k_tokens": 2.5e-06, "input_cost_per_token_flex": 6.25e-07,
                "input_cost_per_token_above_200k_tokens_priority": 4.5e-06},
              "claude-haiku-4-5-20251001": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 1.2e-06,
                "cache_creation_input_token_cost": 1.5e-06, "cache_creation_input_token_cost_above_1hr": 2.4e-06},
              "vertex_ai/claude-9": {"litellm_provider": "vertex_ai-anthropic_models", "input_cost_per_token": 3e-06},
              "azure/us/gpt-4.1": {"litellm_provider": "azure", "mode": "chat", "input_cost_per_token": 2.2e-06},
              "groq/openai/gpt-oss-120b": {"litellm_provider": "groq", "mode": "chat", "input_cost_per_token": 1.4e-07},
              "free-model": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 0.0, "output_cost_per_token": 0},
              "dall-e-9": {"litellm_provider": "openai", "mode": "image_generation", "input_cost_per_token": 1e-06}
            }
            """;

    @TempDir
    Path directory;

    private PriceBook alone = EMBEDDED;

    @BeforeEach
    void readPrices() throws PriceFileException {
        alone = PriceBook.read(file(directory, "model_prices.json", PRICES));
    }

    @Test
    void readsPricesPerTokenExactly() {
        ModelRef mini = ref("openai", "gpt-4o-mini");
        assertThat(price(alone, mini, Tier.STANDARD, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.16"));
        assertThat(price(alone, mini, Tier.STANDARD, TokenKind.OUTPUT, TODAY)).isEqualTo(decimal("0.64"));
        assertThat(price(alone, mini, Tier.BATCH, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.08"));
        assertThat(price(alone, mini, Tier.STANDARD, TokenKind.CACHE_READ, TODAY))
                .isEqualTo(decimal("0.075"));
        assertThat(price(alone, mini, Tier.PRIORITY, TokenKind.CACHE_READ, TODAY))
                .isEqualTo(decimal("0.125"));
    }

    @Test
    void readsBandsTiersAndTimesToLiveFromFieldNames() {
        ModelRef gemini = ref("gemini", "gemini-9-pro");
        assertThat(alone.band(gemini, Instant.EPOCH, 200_001)).isEqualTo(">200k");
        assertThat(price(alone, gemini, Tier.STANDARD, TokenKind.INPUT, ">200k", TODAY))
                .isEqualTo(decimal("2.5"));
        assertThat(price(alone, gemini, Tier.PRIORITY, TokenKind.INPUT, ">200k", TODAY))
                .isEqualTo(decimal("4.5"));
        assertThat(price(alone, gemini, Tier.FLEX, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.625"));
        ModelRef haiku = ref("anthropic", "claude-haiku-4-5-20251001");
        assertThat(price(alone, haiku, Tier.STANDARD, TokenKind.CACHE_WRITE_5M, TODAY))
                .isEqualTo(decimal("1.5"));
        assertThat(price(alone, haiku, Tier.STANDARD, TokenKind.CACHE_WRITE_1H, TODAY))
                .isEqualTo(decimal("2.4"));
    }

    @Test
    void leavesOutWhatIsNoPriceOfAModelAsAWhole() {
        assertThat(alone.rows())
                .extracting(row -> row.subject().model())
                .containsOnly(
                        "gpt-4o-mini",
                        "o3",
                        "gemini-9-pro",
                        "claude-haiku-4-5-20251001",
                        "claude-9",
                        "openai/gpt-oss-120b");
        assertThat(alone.resolve(ref("vertex", "claude-9"))).isPresent();
        assertThat(alone.info().observedAt()).isEmpty();
    }

    @Test
    void replacesTodaysPricesAndKeepsTheHistory() {
        PriceBook book = EMBEDDED.with(alone);
        assertThat(price(book, ref("openai", "o3"), Tier.STANDARD, TokenKind.INPUT, LocalDate.of(2025, 6, 9)))
                .isEqualTo(decimal("10"));
        assertThat(price(book, ref("openai", "o3"), Tier.STANDARD, TokenKind.INPUT, TODAY))
                .isEqualTo(decimal("3"));
        assertThat(price(book, ref("openai", "o3"), Tier.BATCH, TokenKind.INPUT, TODAY))
                .isEqualTo(decimal("1"));
        assertThat(price(book, ref("groq", "gpt-oss-120b"), Tier.STANDARD, TokenKind.INPUT, TODAY))
                .isEqualTo(decimal("0.14"));
    }

    @Test
    void replacesTheBatchPricesThatItStates() {
        PriceBook book = EMBEDDED.with(alone);
        ModelRef mini = ref("openai", "gpt-4o-mini-2024-07-18");
        assertThat(price(EMBEDDED, mini, Tier.BATCH, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.075"));
        assertThat(price(book, ref("openai", "gpt-4o-mini"), Tier.BATCH, TokenKind.INPUT, TODAY))
                .isEqualTo(decimal("0.08"));
        assertThat(price(book, ref("openai", "gpt-4o-mini"), Tier.BATCH, TokenKind.OUTPUT, TODAY))
                .isEqualTo(decimal("0.3"));
    }

    @Test
    void keepsOurBatchPricesForAModelItNamesWithADate() {
        PriceBook book = EMBEDDED.with(alone);
        ModelRef dated = ref("anthropic", "claude-haiku-4-5-20251001");
        assertThat(price(book, dated, Tier.STANDARD, TokenKind.INPUT, TODAY)).isEqualTo(decimal("1.2"));
        assertThat(price(book, dated, Tier.BATCH, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.5"));
        assertThat(price(book, ref("anthropic", "claude-haiku-4-5"), Tier.STANDARD, TokenKind.INPUT, TODAY))
                .isEqualTo(decimal("1"));
    }

    @Test
    void namesTheFieldOfAPriceItCannotRead() {
        Path bad = file(
                directory, "bad.json", "{\"m\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": -1}}");
        assertThatThrownBy(() -> PriceBook.read(bad))
                .isInstanceOf(PriceFileException.class)
                .hasMessageContaining("bad.json: m.input_cost_per_token: found -1, expected a price");
    }
}
