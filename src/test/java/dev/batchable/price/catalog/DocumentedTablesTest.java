package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.catalog.ModelLadders.Step;
import dev.batchable.price.catalog.PromptCaches.Cache;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of prompt caches and of ladders of models, against the prices beside them.
class DocumentedTablesTest {
    private static final PriceBook BOOK = PriceBook.embedded();
    private static final ModelLadders LADDERS = ModelLadders.embedded(BOOK);
    private static final PromptCaches CACHES = PromptCaches.embedded(BOOK);
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @Test
    void everyStepDownIsCheaper() {
        long steps = 0;
        for (PriceRow row : BOOK.rows()) {
            ModelRef model = ref(row.subject().provider(), row.subject().model());
            Optional<Step> step = LADDERS.of(model);
            if (step.isPresent() && price(model, TokenKind.INPUT).isPresent()) {
                ModelRef next =
                        ref(step.get().next().provider(), step.get().next().model());
                for (TokenKind kind : new TokenKind[] {TokenKind.INPUT, TokenKind.OUTPUT}) {
                    price(next, kind)
                            .ifPresent(below -> assertThat(below)
                                    .as(row.id() + " " + kind)
                                    .isLessThan(price(model, kind).orElseThrow()));
                }
                steps++;
            }
        }
        assertThat(steps).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4.1-2025-04-14, GPT, gpt-4.1-mini",
        "azure, gpt-4o, GPT, gpt-4o-mini",
        "bedrock, us.anthropic.claude-opus-4-8-v1:0, Claude, anthropic.claude-sonnet-4-6",
        "anthropic, claude-opus-5, Claude, claude-sonnet-5",
        "bedrock, amazon.nova-premier-v1:0, Nova, amazon.nova-pro",
        "mistral, mistral-medium-2604, Mistral, mistral-large-3"
    })
    void namesTheNextModelDown(String provider, String model, String family, String next) {
        Step step = LADDERS.of(ref(provider, model)).orElseThrow();
        assertThat(step.family()).isEqualTo(family);
        assertThat(step.next()).isEqualTo(new Resolution(provider, next, false));
    }

    @ParameterizedTest
    @CsvSource({"openai, gpt-4.1-mini", "anthropic, claude-haiku-4-5", "openai, text-embedding-3-small", "groq, nobody"
    })
    void knowsNoStepBelowSmallerModels(String provider, String model) {
        assertThat(LADDERS.of(ref(provider, model))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4.1, 1024, 60, true",
        "anthropic, claude-opus-5, 512, 5, false",
        "anthropic, claude-sonnet-4-5-20250929, 1024, 5, false",
        "anthropic, claude-haiku-4-5, 4096, 5, false",
        "bedrock, amazon.nova-pro-v1:0, 1000, 5, false",
        "vertex, claude-sonnet-4-5, 1024, 5, false",
        "gemini, gemini-2.5-pro, 2048, 60, true",
        "vertex, gemini-3.5-flash, 4096, 60, true"
    })
    void knowsFromWhichLengthAndForHowLongAPromptIsCached(
            String provider, String model, long minimum, long minutes, boolean automatic) {
        Cache cache = CACHES.of(ref(provider, model)).orElseThrow();
        assertThat(cache.minimum()).isEqualTo(minimum);
        assertThat(cache.lifetimes().get(0).minutes()).isEqualTo(minutes);
        assertThat(cache.automatic()).isEqualTo(automatic);
    }

    @Test
    void knowsNothingOfOtherCaches() {
        assertThat(CACHES.of(ref("deepseek", "deepseek-v4-pro"))).isEmpty();
        assertThat(CACHES.of(ref("openai", "nobodys-model"))).isEmpty();
    }

    private static Optional<BigDecimal> price(ModelRef model, TokenKind kind) {
        return BOOK.quote(model, Tier.STANDARD, kind, RatingScheme.BASE, DAY) instanceof Quote.Priced priced
                ? Optional.of(priced.perMillion())
                : Optional.empty();
    }

    private static ModelRef ref(String provider, String model) {
        return new ModelRef(Optional.of(provider), Optional.of(model), Optional.empty());
    }
}
