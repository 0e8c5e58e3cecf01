package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/// Laws about prices beside each other, and about names: what a slip of the hand in the files would break.
class CatalogLawsTest {
    private static final List<ModelEntry> MODELS = EmbeddedFiles.models();
    private static final Set<TokenKind> PLAIN = Set.of(TokenKind.INPUT, TokenKind.OUTPUT);

    /// Names that providers have pointed to another model, or say they will.
    private static final Set<String> MOVING = Set.of(
            "gpt-4o",
            "gpt-4",
            "gpt-4-turbo",
            "gpt-4-turbo-preview",
            "gpt-3-5-turbo",
            "deepseek-chat",
            "deepseek-reasoner",
            "mistral-medium-3",
            "qwen-max",
            "qwen-plus",
            "qwen-turbo",
            "qwen-flash",
            "qwen-coder");

    @Test
    void asksLessOnBatchThanOnStandardUnlessANoteSaysWhy() {
        assertThat(besideStandard(Tier.BATCH, CatalogLawsTest::isCheaper))
                .filteredOn(row -> row.note().isEmpty())
                .isEmpty();
    }

    @Test
    void asksLessOnFlexThanOnStandardButAtGroqWhoseFlexBuysRateLimits() {
        assertThat(besideStandard(Tier.FLEX, CatalogLawsTest::isCheaper))
                .isNotEmpty()
                .allMatch(row -> row.subject().provider().equals("groq"));
    }

    @Test
    void neverAsksMoreForACachedTokenThanForAPlainOneOfTheSameTier() {
        assertThat(MODELS)
                .allSatisfy(model -> assertThat(pairs(model))
                        .filteredOn(pair -> pair.row().subject().kind() == TokenKind.CACHE_READ
                                && pair.other().subject().kind() == TokenKind.INPUT
                                && pair.row().subject().tier()
                                        == pair.other().subject().tier())
                        .allMatch(pair ->
                                pair.row().perMillion().compareTo(pair.other().perMillion()) <= 0));
    }

    @Test
    void datesEveryPriceOfANameThatMoves() {
        assertThat(MODELS)
                .filteredOn(model -> model.names().stream().anyMatch(CatalogLawsTest::moves))
                .hasSizeGreaterThan(20)
                .allSatisfy(model -> assertThat(model.rows())
                        .as(model.name())
                        .allMatch(row -> row.validity().from().isPresent()
                                || row.validity().until().isPresent()));
    }

    @Test
    void pointsEveryAliasToAModelOfTheSameProviderThatIsNoAlias() {
        assertThat(MODELS)
                .filteredOn(model -> !model.aliases().isEmpty())
                .hasSizeGreaterThan(15)
                .allSatisfy(model -> assertThat(model.aliases()).allSatisfy(alias -> {
                    assertThat(alias.source().url()).startsWith("https://");
                    assertThat(MODELS)
                            .filteredOn(target -> target.provider().equals(model.provider())
                                    && target.aliases().isEmpty()
                                    && target.names().contains(ModelName.key(alias.target())))
                            .hasSize(1);
                }));
    }

    @Test
    void tellsWhereAndWhenEveryRuleOfATierWasRead() {
        assertThat(EmbeddedFiles.rules()).hasSizeGreaterThan(20).allSatisfy(rule -> {
            assertThat(sourceOf(rule).url()).startsWith("https://");
            assertThat(sourceOf(rule).observedAt()).isPresent();
        });
    }

    private static boolean moves(String key) {
        return key.endsWith("-latest") || MOVING.contains(key);
    }

    private static boolean isCheaper(PriceRow deferred, PriceRow standard) {
        return deferred.perMillion().compareTo(standard.perMillion()) < 0;
    }

    /// Rows of a tier, of plain tokens, that break the law beside a standard row of the same days.
    private static List<PriceRow> besideStandard(Tier tier, BiPredicate<PriceRow, PriceRow> law) {
        return MODELS.stream()
                .flatMap(model -> pairs(model).stream())
                .filter(pair -> pair.row().subject().tier() == tier
                        && pair.other().subject().tier() == Tier.STANDARD
                        && pair.row().subject().kind() == pair.other().subject().kind()
                        && PLAIN.contains(pair.row().subject().kind()))
                .filter(pair -> !law.test(pair.row(), pair.other()))
                .map(Pair::row)
                .distinct()
                .toList();
    }

    private record Pair(PriceRow row, PriceRow other) {}

    /// Rows of one band that hold on some same day.
    private static List<Pair> pairs(ModelEntry model) {
        return model.rows().stream()
                .flatMap(row -> model.rows().stream()
                        .filter(other ->
                                row.subject().band().equals(other.subject().band())
                                        && row.validity().overlaps(other.validity()))
                        .map(other -> new Pair(row, other)))
                .toList();
    }

    private static Source sourceOf(TierRule rule) {
        return rule instanceof TierRule.Offered offered ? offered.source() : ((TierRule.NotOffered) rule).source();
    }
}
