package dev.batchable.price.catalog;

import static dev.batchable.price.catalog.Books.EMBEDDED;
import static dev.batchable.price.catalog.Books.TODAY;
import static dev.batchable.price.catalog.Books.decimal;
import static dev.batchable.price.catalog.Books.price;
import static dev.batchable.price.catalog.Books.ref;
import static dev.batchable.price.catalog.Books.unpriced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {
    private static final ModelRef HAIKU = ref("anthropic", "claude-haiku-4-5");
    private static final ModelRef SOL = ref("openai", "gpt-5.6-sol");

    @ParameterizedTest
    @CsvSource({
        "anthropic, claude-haiku-4-5, STANDARD, INPUT, 1",
        "anthropic, claude-haiku-4-5, STANDARD, OUTPUT, 5",
        "anthropic, claude-haiku-4-5, BATCH, INPUT, 0.5",
        "anthropic, claude-haiku-4-5, BATCH, OUTPUT, 2.5",
        "anthropic, claude-haiku-4-5, STANDARD, CACHE_READ, 0.1",
        "anthropic, claude-haiku-4-5, BATCH, CACHE_READ, 0.05",
        "anthropic, claude-haiku-4-5, BATCH, CACHE_WRITE_1H, 1",
        "anthropic, claude-opus-5-5, STANDARD, INPUT, 4",
        "anthropic, claude-opus-5-5, STANDARD, OUTPUT, 20",
        "anthropic, claude-opus-5-5, BATCH, CACHE_READ, 0.1",
        "vertex, gemini-2.5-flash, STANDARD, INPUT, 0.3",
        "vertex, gemini-2.5-flash, STANDARD, CACHE_READ, 0.03",
        "vertex, gemini-2.5-flash, STANDARD, OUTPUT, 2.5",
        "vertex, gemini-2.5-flash, BATCH, INPUT, 0.15",
        "vertex, gemini-2.5-flash, BATCH, CACHE_READ, 0.03",
        "vertex, gemini-2.5-flash, BATCH, OUTPUT, 1.25",
        "xai, grok-4.20, STANDARD, INPUT, 1.25",
        "xai, grok-4.20, BATCH, INPUT, 1",
        "xai, grok-4.20, BATCH, OUTPUT, 2",
        "groq, llama-3.3-70b-versatile, FLEX, INPUT, 0.59",
        "voyage, voyage-3.5, BATCH, INPUT, 0.0402",
    })
    void holdsTheUnitPricesOfKnownBills(String provider, String model, Tier tier, TokenKind kind, BigDecimal expected) {
        assertThat(price(EMBEDDED, ref(provider, model), tier, kind, TODAY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "o3, 2025-06-09, 10, 5",
        "o3, 2025-06-10, 2, 1",
        "gpt-5.6-luna, 2026-07-29, 1, 0.5",
        "gpt-5.6-luna, 2026-07-30, 0.2, 0.1",
        "gpt-5.6-sol, 2026-08-20, 5, 2.5",
        "gpt-5.6-sol, 2026-08-21, 4, 2",
        "gpt-5.6-sol, 2026-11-21, 4, 2",
        "gpt-5.6-sol, 2026-11-22, 5, 2.5",
    })
    void quotesThePriceOfTheDay(String model, LocalDate day, BigDecimal standard, BigDecimal batch) {
        assertThat(price(EMBEDDED, ref("openai", model), Tier.STANDARD, TokenKind.INPUT, day))
                .isEqualTo(standard);
        assertThat(price(EMBEDDED, ref("openai", model), Tier.BATCH, TokenKind.INPUT, day))
                .isEqualTo(batch);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-09T00:00:00Z, 1970-01-01",
        "2026-08-04T23:59:59Z, 1970-01-01",
        "2026-08-20T23:59:59Z, 2026-08-05",
        "2026-08-21T00:00:00Z, 2026-08-21",
        "2026-11-21T23:59:59Z, 2026-08-21",
        "2026-11-22T00:00:00Z, 2026-11-22",
    })
    void namesTheDayFromWhichAPriceHolds(Instant start, LocalDate epoch) {
        assertThat(EMBEDDED.epoch(SOL, start)).contains(epoch);
    }

    @Test
    void quotesTheSameThroughoutAnEpoch() {
        for (LocalDate day = LocalDate.of(2026, 8, 21);
                day.isBefore(LocalDate.of(2026, 11, 22));
                day = day.plusDays(1)) {
            Instant start = Instant.parse(day + "T12:00:00Z");
            LocalDate epoch = EMBEDDED.epoch(SOL, start).orElseThrow();
            assertThat(EMBEDDED.quote(SOL, Tier.FLEX, TokenKind.OUTPUT, "base", day))
                    .isEqualTo(EMBEDDED.quote(SOL, Tier.FLEX, TokenKind.OUTPUT, "base", epoch));
        }
    }

    @Test
    void hasNoEpochForAModelWithoutAPriceOrBeforeItsFirst() {
        assertThat(EMBEDDED.epoch(ref("openai", "gpt-9"), Instant.EPOCH)).isEmpty();
        assertThat(EMBEDDED.epoch(ref("deepseek", "deepseek-flash"), Instant.parse("2026-09-09T12:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-5.4, 272000, base",
        "openai, gpt-5.4, 272001, >272k",
        "anthropic, claude-haiku-5-5, 100000, base",
        "anthropic, claude-haiku-5-5, 100001, >100k",
        "gemini, gemini-2.5-pro, 200001, >200k",
        "xai, grok-4.20, 199999, base",
        "xai, grok-4.20, 200000, >=200k",
        "openai, gpt-4o-mini, 9000000, base",
        "openai, gpt-9, 9000000, base",
    })
    void putsACallIntoTheBandOfItsPrompt(String provider, String model, long input, String band) {
        assertThat(EMBEDDED.band(ref(provider, model), Instant.parse("2026-11-20T12:00:00Z"), input))
                .isEqualTo(band);
    }

    @Test
    void forgetsABandThatThePriceNoLongerHas() {
        ModelRef opus = ref("anthropic", "claude-opus-4-6");
        assertThat(EMBEDDED.band(opus, Instant.parse("2026-03-12T12:00:00Z"), 300_000))
                .isEqualTo(">200k");
        assertThat(EMBEDDED.band(opus, Instant.parse("2026-03-13T00:00:00Z"), 300_000))
                .isEqualTo("base");
        LocalDate before = LocalDate.of(2026, 3, 12);
        assertThat(price(EMBEDDED, opus, Tier.STANDARD, TokenKind.INPUT, ">200k", before))
                .isEqualTo(decimal("10"));
        assertThat(price(EMBEDDED, opus, Tier.STANDARD, TokenKind.INPUT, ">200k", TODAY))
                .isEqualTo(decimal("5"));
    }

    @Test
    void chargesLongPromptsOnBatchTheirOwnPrice() {
        ModelRef haiku = ref("anthropic", "claude-haiku-5-5");
        assertThat(price(EMBEDDED, haiku, Tier.BATCH, TokenKind.INPUT, "base", TODAY))
                .isEqualTo(decimal("0.05"));
        assertThat(price(EMBEDDED, haiku, Tier.BATCH, TokenKind.INPUT, ">100k", TODAY))
                .isEqualTo(decimal("0.25"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-16T15:59:59Z, base, 0.435",
        "2026-08-16T16:00:00Z, off-peak, 0.66",
        "2026-08-22T02:00:00Z, peak, 1.32",
        "2026-08-29T02:00:00Z, off-peak, 0.66",
        "2026-11-20T00:59:59Z, off-peak, 0.66",
        "2026-11-20T01:00:00Z, peak, 1.32",
        "2026-11-20T04:00:00Z, off-peak, 0.66",
        "2026-10-01T02:00:00Z, off-peak, 0.66",
    })
    void pricesByTheHourWhereTheProviderDoes(Instant start, String band, BigDecimal expected) {
        ModelRef pro = ref("deepseek", "deepseek-v4-pro");
        assertThat(EMBEDDED.band(pro, start, 1_000)).isEqualTo(band);
        LocalDate day = LocalDate.ofInstant(start, java.time.ZoneOffset.UTC);
        assertThat(price(EMBEDDED, pro, Tier.STANDARD, TokenKind.INPUT, band, day))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic, claude-opus-5-5, us, 4.4",
        "anthropic, claude-opus-5-5, global, 4",
        "anthropic, claude-opus-5-5, US, 4.4",
        "anthropic, claude-haiku-4-5, us, 1",
        "bedrock, us.anthropic.claude-haiku-4-5-20251001-v1:0, us-east-1, 1.1",
        "bedrock, global.anthropic.claude-haiku-4-5-20251001-v1:0, us-east-1, 1",
        "azure, gpt-4.1, DataZoneStandard, 2.2",
        "azure, azure/eu/gpt-4.1, '', 2.2",
        "azure, gpt-4.1, '', 2",
    })
    void addsTheSurchargeOfTheRouting(String provider, String model, String region, BigDecimal expected) {
        Quote quote = EMBEDDED.quote(ref(provider, model, region), Tier.STANDARD, TokenKind.INPUT, "base", TODAY);
        assertThat(quote).isInstanceOfSatisfying(Quote.Priced.class, priced -> {
            assertThat(priced.perMillion()).isEqualTo(expected);
            assertThat(priced.row().perMillion()).isEqualTo(expected);
        });
    }

    @Test
    void marksARowThatHoldsASurcharge() {
        Quote quote =
                EMBEDDED.quote(ref("anthropic", "claude-opus-5-5", "us"), Tier.BATCH, TokenKind.INPUT, "base", TODAY);
        assertThat(quote).isInstanceOfSatisfying(Quote.Priced.class, priced -> {
            assertThat(priced.row().id()).isEqualTo("anthropic/claude-opus-5-5/batch/base/input/always@us-only");
            assertThat(priced.row().note()).get().asString().startsWith("list price × 1.1 for us-only");
        });
    }

    @Test
    void neverMakesUpABatchPrice() {
        Quote cached = EMBEDDED.quote(ref("openai", "gpt-4.1"), Tier.BATCH, TokenKind.CACHE_READ, "base", TODAY);
        assertThat(unpriced(cached).kind()).isEqualTo(Quote.Reason.NO_PRICE);
        assertThat(unpriced(cached).reason())
                .isEqualTo("openai/gpt-4.1: no batch price of cache-read tokens known for 2026-11-21");
        Quote grok = EMBEDDED.quote(ref("xai", "grok-4.7"), Tier.BATCH, TokenKind.INPUT, ">=200k", TODAY);
        assertThat(unpriced(grok).reason())
                .isEqualTo("xai/grok-4.7: no batch price of input tokens in band >=200k known for 2026-11-21");
    }

    @Test
    void tellsATierThatIsNotOfferedFromAPriceThatIsNotKnown() {
        Quote none = EMBEDDED.quote(ref("deepseek", "deepseek-v4-pro"), Tier.BATCH, TokenKind.INPUT, "off-peak", TODAY);
        assertThat(unpriced(none).kind()).isEqualTo(Quote.Reason.NO_TIER);
        assertThat(unpriced(none).reason())
                .startsWith("deepseek/deepseek-v4-pro: no batch tier, DeepSeek publishes no");
        Quote claude = EMBEDDED.quote(ref("bedrock", "Claude Haiku 4.5"), Tier.FLEX, TokenKind.INPUT, "base", TODAY);
        assertThat(unpriced(claude).kind()).isEqualTo(Quote.Reason.NO_TIER);
        Quote nova = EMBEDDED.quote(ref("bedrock", "amazon.nova-lite-v1:0"), Tier.FLEX, TokenKind.INPUT, "base", TODAY);
        assertThat(unpriced(nova).kind()).isEqualTo(Quote.Reason.NO_PRICE);
    }

    @ParameterizedTest
    @CsvSource({"PROVISIONED", "UNKNOWN"})
    void hasNoPricePerTokenForBoughtOrUnknownCapacity(Tier tier) {
        assertThat(unpriced(EMBEDDED.quote(HAIKU, tier, TokenKind.INPUT, "base", TODAY))
                        .kind())
                .isEqualTo(Quote.Reason.UNKNOWN_TIER);
    }

    @Test
    void leavesTheDaysOutOnWhichAnAliasMoved() {
        ModelRef alias = ref("mistral", "mistral-medium-latest");
        assertThat(price(EMBEDDED, alias, Tier.BATCH, TokenKind.INPUT, LocalDate.of(2026, 4, 27)))
                .isEqualTo(decimal("0.2"));
        assertThat(unpriced(EMBEDDED.quote(alias, Tier.BATCH, TokenKind.INPUT, "base", LocalDate.of(2026, 5, 1)))
                        .kind())
                .isEqualTo(Quote.Reason.NO_PRICE);
        assertThat(price(EMBEDDED, alias, Tier.BATCH, TokenKind.INPUT, LocalDate.of(2026, 6, 16)))
                .isEqualTo(decimal("0.75"));
    }

    @Test
    void answersManyThreadsAndMoreNamesThanItRemembers() {
        PriceBook book = PriceBook.embedded();
        Instant start = Instant.parse("2026-11-20T12:00:00Z");
        long longPrompts = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> {
                    String model = i % 2 == 0 ? "gpt-5.4" : "unknown-" + i;
                    return book.band(ref("openai", model), start, 300_000).equals(">272k");
                })
                .count();
        assertThat(longPrompts).isEqualTo(5_000);
    }
}
