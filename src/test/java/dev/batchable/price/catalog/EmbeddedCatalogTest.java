package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Lint of the catalog that ships: laws that every row must keep, whatever its price.
class EmbeddedCatalogTest {
    private static final List<PriceRow> ROWS = Books.EMBEDDED.rows();
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Test
    void givesEveryRowASourceOnTheWebAndADay() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.source().url()).startsWith("https://");
            assertThat(row.source().observedAt())
                    .get()
                    .satisfies(day -> assertThat(day)
                            .isAfterOrEqualTo(LocalDate.of(2026, 5, 1))
                            .isBeforeOrEqualTo(Books.TODAY));
            assertThat(row.source().confidence()).isNotEqualTo(Source.Confidence.USER);
        });
    }

    @Test
    void givesEveryRowAnIdOfItsOwn() {
        assertThat(ROWS).extracting(PriceRow::id).doesNotHaveDuplicates();
    }

    @Test
    void holdsOnlyPositiveDollarPricesOfSaneSize() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.perMillion()).isPositive().isLessThanOrEqualTo(BigDecimal.valueOf(1_000));
            assertThat(row.perMillion().scale()).isBetween(0, 9);
            assertThat(row.currency()).isEqualTo("USD");
        });
    }

    @Test
    void neverAsksMoreOnADeferredTierThanOnStandard() {
        assertThat(deferred())
                .hasSizeGreaterThan(300)
                .allSatisfy(row -> assertThat(rowsBeside(row, Tier.STANDARD))
                        .as("standard price beside " + row.id())
                        .isNotEmpty()
                        .allSatisfy(
                                standard -> assertThat(row.perMillion()).isLessThanOrEqualTo(standard.perMillion())));
    }

    @Test
    void neverAsksLessOnPriorityThanOnStandard() {
        assertThat(ROWS)
                .filteredOn(row -> row.subject().tier() == Tier.PRIORITY)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(rowsBeside(row, Tier.STANDARD))
                        .isNotEmpty()
                        .allSatisfy(standard -> assertThat(row.perMillion()).isGreaterThan(standard.perMillion())));
    }

    @Test
    void neverAsksMoreForACachedTokenThanForAPlainOne() {
        assertThat(ROWS)
                .filteredOn(row -> row.subject().kind() == TokenKind.CACHE_READ)
                .filteredOn(row -> row.subject().tier() == Tier.STANDARD)
                .hasSizeGreaterThan(80)
                .allSatisfy(row -> assertThat(sameTier(row, TokenKind.INPUT))
                        .isNotEmpty()
                        .allSatisfy(input -> assertThat(row.perMillion()).isLessThan(input.perMillion())));
    }

    @Test
    void explainsEveryPriceThatIsExactlyTwiceAnotherOfTheSameHistory() {
        Map<PriceRow.Subject, List<PriceRow>> histories =
                ROWS.stream().collect(Collectors.groupingBy(PriceRow::subject));
        assertThat(histories.values()).anySatisfy(history -> assertThat(history).hasSizeGreaterThan(2));
        histories
                .values()
                .forEach(history -> history.forEach(row -> history.stream()
                        .filter(other ->
                                row.perMillion().compareTo(other.perMillion().multiply(TWO)) == 0)
                        .forEach(other -> assertThat(Stream.of(row.note(), other.note()))
                                .as(row.id() + " is twice " + other.id())
                                .anyMatch(note -> note.isPresent()))));
    }

    @Test
    void holdsNoTwoPricesForOneDay() {
        Map<PriceRow.Subject, List<PriceRow>> histories =
                ROWS.stream().collect(Collectors.groupingBy(PriceRow::subject));
        histories.values().forEach(history -> {
            for (int i = 0; i < history.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(history.get(i).validity().overlaps(history.get(j).validity()))
                            .as(history.get(i).id() + " and " + history.get(j).id())
                            .isFalse();
                }
            }
        });
    }

    @Test
    void knowsTheModelsAndProvidersPeopleUse() {
        Map<String, Long> models = new TreeMap<>(ROWS.stream()
                .map(row -> List.of(row.subject().provider(), row.subject().model()))
                .distinct()
                .collect(Collectors.groupingBy(pair -> pair.get(0), Collectors.counting())));
        assertThat(EmbeddedCatalog.FILES).containsAll(models.keySet());
        assertThat(EmbeddedCatalog.FILES)
                .filteredOn(provider -> !models.containsKey(provider))
                .containsExactly("openrouter", "vercel", "zhipu");
        assertThat(models.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(300);
    }

    @Test
    void statesABatchRuleForEveryModelThatHasABatchPrice() {
        assertThat(ROWS).allSatisfy(row -> {
            TierRule rule = Books.EMBEDDED.rule(
                    Books.ref(row.subject().provider(), row.subject().model()), Tier.BATCH);
            assertThat(rule).isNotInstanceOf(TierRule.Unknown.class);
            if (row.subject().tier() == Tier.BATCH) {
                assertThat(rule).isInstanceOf(TierRule.Offered.class);
            }
        });
    }

    @Test
    void pricesCachedTokensOnBatchOnlyWhereTheProviderTellsHow() {
        assertThat(ROWS)
                .filteredOn(row -> row.subject().tier() == Tier.BATCH)
                .filteredOn(row -> row.subject().kind() == TokenKind.CACHE_READ)
                .allSatisfy(
                        row -> assertThat(row.subject().provider() + "/"
                                        + row.subject().model())
                                .matches(
                                        "anthropic/.*|vertex/.*|openai/(gpt-[56].*|chat-latest)|mistral/.*|groq/.*|gemini/gemini-3.*"));
    }

    @Test
    void knowsTheBatchTierOfProvidersWhosePricesItDoesNotHold() {
        assertThat(List.of("openrouter", "vercel", "zhipu"))
                .allSatisfy(provider -> assertThat(Books.EMBEDDED.rule(Books.ref(provider, "any"), Tier.BATCH))
                        .isInstanceOf(TierRule.Offered.class));
    }

    @Test
    void saysThatAPriceIsAssumedWhereNoSourceStatesIt() {
        assertThat(ROWS)
                .filteredOn(row -> row.source().confidence() == Source.Confidence.ASSUMED)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.note()).get().asString().contains("assumed"));
        assertThat(ROWS)
                .filteredOn(row ->
                        row.note().filter(note -> note.contains("is assumed")).isPresent())
                .allMatch(row -> row.source().confidence() == Source.Confidence.ASSUMED);
    }

    @Test
    void saysWhichCatalogItIs() {
        assertThat(Books.EMBEDDED.info().version()).isEqualTo("2026-11-21");
        assertThat(Books.EMBEDDED.info().observedAt()).contains(LocalDate.of(2026, 11, 21));
        assertThat(Books.EMBEDDED.info().sha256()).matches("[0-9a-f]{64}");
        assertThat(PriceBook.embedded().info()).isEqualTo(Books.EMBEDDED.info());
    }

    private static List<PriceRow> deferred() {
        return ROWS.stream().filter(row -> row.subject().tier().isDeferred()).toList();
    }

    /// Rows for the same tokens on the same days, but of another tier.
    private static List<PriceRow> rowsBeside(PriceRow row, Tier tier) {
        PriceRow.Subject own = row.subject();
        return matching(row, new PriceRow.Subject(own.provider(), own.model(), tier, own.kind(), own.band()));
    }

    private static List<PriceRow> sameTier(PriceRow row, TokenKind kind) {
        PriceRow.Subject own = row.subject();
        return matching(row, new PriceRow.Subject(own.provider(), own.model(), own.tier(), kind, own.band()));
    }

    private static List<PriceRow> matching(PriceRow row, PriceRow.Subject subject) {
        return ROWS.stream()
                .filter(other ->
                        other.subject().equals(subject) && other.validity().overlaps(row.validity()))
                .toList();
    }
}
