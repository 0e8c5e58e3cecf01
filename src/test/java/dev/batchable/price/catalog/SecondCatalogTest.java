package dev.batchable.price.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Our prices against the facts of LiteLLM and genai-prices, on the days of their copies.
class SecondCatalogTest {
    private static final List<SecondFact> FACTS = SecondFact.all();
    private static final List<Disagreement> DISAGREEMENTS = Disagreement.all();
    private static final List<KnownDisagreement> KNOWN = KnownDisagreement.all();

    @Test
    void agreesWithOtherCatalogsButWhereTheListSaysWhyNot() {
        assertThat(unexplained(Disagreement.Sort.PRICE)).isEmpty();
    }

    @Test
    void explainsEveryPriceThatIsExactlyTwiceThatOfAnotherCatalog() {
        assertThat(unexplained(Disagreement.Sort.DOUBLE)).isEmpty();
    }

    @Test
    void holdsEveryPriceOfOtherCatalogsButWhereTheListSaysWhyNot() {
        assertThat(unexplained(Disagreement.Sort.MISSING)).isEmpty();
    }

    @Test
    void keepsNoExplanationThatExplainsNothing() {
        assertThat(KNOWN)
                .filteredOn(known -> DISAGREEMENTS.stream().noneMatch(known::covers))
                .isEmpty();
        assertThat(KNOWN).allSatisfy(known -> assertThat(known.reason()).isNotBlank());
    }

    @Test
    void agreesOnMostFactsOfManyModels() {
        assertThat(FACTS).hasSizeGreaterThan(1_500);
        assertThat(FACTS.stream().map(SecondFact::model).distinct()).hasSizeGreaterThan(300);
        assertThat(DISAGREEMENTS.size() * 5).isLessThan(FACTS.size());
    }

    private static List<String> unexplained(Disagreement.Sort sort) {
        return DISAGREEMENTS.stream()
                .filter(disagreement -> disagreement.sort() == sort)
                .filter(disagreement -> KNOWN.stream().noneMatch(known -> known.covers(disagreement)))
                .map(Disagreement::text)
                .toList();
    }
}
