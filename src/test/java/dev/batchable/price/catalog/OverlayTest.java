package dev.batchable.price.catalog;

import static dev.batchable.price.catalog.Books.EMBEDDED;
import static dev.batchable.price.catalog.Books.TODAY;
import static dev.batchable.price.catalog.Books.decimal;
import static dev.batchable.price.catalog.Books.file;
import static dev.batchable.price.catalog.Books.price;
import static dev.batchable.price.catalog.Books.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    private static final ModelRef HAIKU = ref("anthropic", "claude-haiku-4-5-20251001");
    private static final String NEGOTIATED = """
            {"schema": "batchable-prices/1", "provider": "anthropic", "observed_at": "2026-11-01",
             "models": [
               {"model": "claude-haiku-4-5", "names": ["haiku-prod"], "prices": [
                 {"tier": "standard", "from": "2026-09-01", "until": "2026-12-01", "input": "0.80", "output": "4"},
                 {"tier": "batch", "from": "2026-09-01", "until": "2026-12-01", "input": 0.4, "output": "2"}]},
               {"model": "our-own", "provider": "acme", "prices": [{"tier": ["standard", "batch"], "currency": "EUR", "input": "0"}]}]}
            """;

    @TempDir
    Path directory;

    @Test
    void putsNegotiatedRatesAboveListPricesWhileTheyHold() throws PriceFileException {
        PriceBook book = negotiated();
        LocalDate before = LocalDate.of(2026, 8, 31);
        assertThat(price(book, HAIKU, Tier.STANDARD, TokenKind.INPUT, before)).isEqualTo(decimal("1"));
        assertThat(price(book, HAIKU, Tier.STANDARD, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.8"));
        assertThat(price(book, HAIKU, Tier.BATCH, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.4"));
        assertThat(price(book, HAIKU, Tier.BATCH, TokenKind.CACHE_READ, TODAY)).isEqualTo(decimal("0.05"));
        LocalDate after = LocalDate.of(2026, 12, 1);
        assertThat(price(book, HAIKU, Tier.STANDARD, TokenKind.INPUT, after)).isEqualTo(decimal("1"));
        assertThat(book.epoch(HAIKU, Instant.parse("2026-11-20T00:00:00Z"))).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void takesFurtherNamesAndModels() throws PriceFileException {
        PriceBook book = negotiated();
        assertThat(book.resolve(ref("anthropic", "haiku-prod")))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("anthropic/claude-haiku-4-5"));
        Quote quote = book.quote(ref("acme", "our-own"), Tier.BATCH, TokenKind.INPUT, "base", TODAY);
        assertThat(quote).isInstanceOfSatisfying(Quote.Priced.class, priced -> {
            assertThat(priced.row().currency()).isEqualTo("EUR");
            assertThat(priced.perMillion()).isZero();
            assertThat(priced.row().source())
                    .isEqualTo(new Source(
                            "ours.json", java.util.Optional.of(LocalDate.of(2026, 11, 1)), Source.Confidence.USER));
        });
    }

    /// Else a line of a report would name two prices.
    @Test
    void keepsIdsUnique() throws PriceFileException {
        PriceBook own = PriceBook.read(file(directory, "own.json", """
                {"schema": "batchable-prices/1", "provider": "openai", "observed_at": "2026-11-01",
                 "sources": {"c": {"url": "https://example.com/c"}},
                 "models": [{"model": "gpt-4.1", "source": "c", "prices": [{"tier": "standard", "input": "1.50"}]}]}
                """));
        PriceBook book = EMBEDDED.with(own);
        assertThat(book.rows()).extracting(PriceRow::id).doesNotHaveDuplicates();
        Quote quote = book.quote(ref("openai", "gpt-4.1"), Tier.STANDARD, TokenKind.INPUT, "base", TODAY);
        assertThat(quote)
                .isInstanceOfSatisfying(
                        Quote.Priced.class,
                        priced -> assertThat(priced.row().id())
                                .isEqualTo("openai/gpt-4.1/standard/base/input/always/own"));
    }

    @Test
    void leavesAllElseAsItWas() throws PriceFileException {
        PriceBook book = negotiated();
        assertThat(book.rows()).containsAll(EMBEDDED.rows());
        assertThat(book.rule(HAIKU, Tier.BATCH)).isEqualTo(EMBEDDED.rule(HAIKU, Tier.BATCH));
        assertThat(price(book, ref("openai", "o3"), Tier.STANDARD, TokenKind.INPUT, LocalDate.of(2025, 6, 9)))
                .isEqualTo(decimal("10"));
    }

    @Test
    void saysThatItIsNoLongerTheEmbeddedCatalogAlone() throws PriceFileException {
        CatalogInfo info = negotiated().info();
        assertThat(info.version()).isEqualTo("2026-11-21+ours.json");
        assertThat(info.observedAt()).contains(LocalDate.of(2026, 11, 21));
        assertThat(info.sha256())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(EMBEDDED.info().sha256());
        assertThat(negotiated().info()).isEqualTo(info);
    }

    @Test
    void opensATierThatTheBookRefused() throws PriceFileException {
        PriceBook overlay = PriceBook.read(file(directory, "flex.json", """
                {"schema": "batchable-prices/1", "provider": "bedrock", "first_party": true,
                 "tiers": {"batch": {"offered": false, "reason": "not in our account"}},
                 "models": [
                   {"model": "claude-haiku-4-5", "prices": [{"tier": "flex", "input": "0.6"}]},
                   {"model": "amazon.nova-pro", "not_offered": {"flex": "not in our region"}, "prices": []}]}
                """));
        PriceBook book = EMBEDDED.with(overlay);
        ModelRef claude = ref("bedrock", "anthropic.claude-haiku-4-5-20251001-v1:0");
        assertThat(price(book, claude, Tier.FLEX, TokenKind.INPUT, TODAY)).isEqualTo(decimal("0.6"));
        assertThat(book.rule(claude, Tier.FLEX)).isInstanceOf(TierRule.Offered.class);
        assertThat(book.rule(claude, Tier.BATCH)).isInstanceOf(TierRule.NotOffered.class);
        assertThat(book.rule(ref("bedrock", "nova-pro"), Tier.FLEX)).isInstanceOf(TierRule.NotOffered.class);
    }

    @Test
    void asksWhoseItIsWhereTwoFirstPartiesHaveTheName() throws PriceFileException {
        PriceBook overlay = PriceBook.read(file(directory, "acme.json", """
                {"schema": "batchable-prices/1", "provider": "acme", "first_party": true,
                 "models": [{"model": "gpt-4o", "prices": [{"tier": "standard", "input": "1"}]}]}
                """));
        PriceBook book = EMBEDDED.with(overlay);
        assertThat(book.resolve(ref("", "gpt-4o"))).isEmpty();
        Quote quote = book.quote(ref("", "gpt-4o"), Tier.STANDARD, TokenKind.INPUT, "base", TODAY);
        assertThat(Books.unpriced(quote).reason())
                .isEqualTo("provider of model 'gpt-4o' not named; it could be acme/gpt-4o or openai/gpt-4o");
    }

    private PriceBook negotiated() throws PriceFileException {
        return EMBEDDED.with(PriceBook.read(file(directory, "ours.json", NEGOTIATED)));
    }
}
