package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.ExchangeRate;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatingCurrencyTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-31");
    private static final TestCalls EUROS =
            TestCalls.of("mistral", "mistral-large").tokens(1_000_000, 0);
    private static final TestCalls DOLLARS = TestCalls.of("openai", "gpt-5.6").tokens(4_000_000, 0);

    private static ExchangeRate rate(String from, String to, String rate, String date) {
        return new ExchangeRate(from, to, new BigDecimal(rate), LocalDate.parse(date), "ECB");
    }

    private static RatedProfile rate(Optional<String> currency, List<ExchangeRate> rates, TestCalls... calls) {
        RatingOptions options = new RatingOptions(currency, rates, CostMode.AUTO, DAY);
        return new Rating(TestPrices.book(), options).rate(TestWorkload.profile(TestWorkload.of(calls)));
    }

    @Test
    void listsWhatCannotBeConvertedApart() {
        RatedProfile rated = rate(Optional.empty(), List.of(), EUROS, DOLLARS);

        assertThat(rated.currency()).isEqualTo("USD");
        assertThat(rated.workloads().get(0).spend().total()).isEqualByComparingTo("8");
        assertThat(rated.apart()).hasSize(1);
        assertThat(rated.apart().get(0).money().currency()).isEqualTo("EUR");
        assertThat(rated.apart().get(0).money().amount()).isEqualByComparingTo("2");
        assertThat(rated.workloads().get(0).assumptions())
                .contains("spend in EUR is listed apart: no exchange rate is given");
        assertThat(rated.exchange()).isEmpty();
    }

    @Test
    void convertsByTheRateGivenAndShowsIt() {
        ExchangeRate rate = rate("EUR", "USD", "1.08", "2026-10-30");
        RatedProfile rated = rate(Optional.empty(), List.of(rate), EUROS, DOLLARS);

        assertThat(rated.workloads().get(0).spend().total()).isEqualByComparingTo("10.16");
        assertThat(rated.exchange()).containsExactly(rate);
        assertThat(rated.apart()).isEmpty();
        assertThat(rated.workloads().get(0).lines())
                .extracting(line -> line.amount().stripTrailingZeros().toPlainString())
                .containsExactly("2.16", "8");
        TargetRating.Rated batch =
                (TargetRating.Rated) rated.workloads().get(0).targets().get(1);
        assertThat(batch.cost().expected()).isEqualByComparingTo("5.08");
    }

    @Test
    void obeysTheCurrencyAskedFor() {
        RatedProfile rated =
                rate(Optional.of("EUR"), List.of(rate("EUR", "USD", "1.08", "2026-10-30")), EUROS, DOLLARS);

        assertThat(rated.currency()).isEqualTo("EUR");
        assertThat(rated.workloads().get(0).spend().total()).isEqualByComparingTo("2");
        // The inverse of a rate is a rate nobody stated.
        assertThat(rated.apart())
                .extracting(ForeignSpend::money)
                .extracting(Money::currency)
                .containsExactly("USD");
    }

    @Test
    void sumsForeignSpendOfAWorkloadByCurrency() {
        RatedProfile rated = rate(Optional.empty(), List.of(), EUROS, EUROS.logged("3", "EUR"), DOLLARS);

        assertThat(rated.apart()).hasSize(1);
        assertThat(rated.apart().get(0).money().amount()).isEqualByComparingTo("5");
        assertThat(rated.apart().get(0).requests()).isEqualTo(2);
    }

    @Test
    void fallsBackToDollarsWhereNothingWasSpent() {
        assertThat(rate(Optional.empty(), List.of()).currency()).isEqualTo("USD");
    }

    @Test
    void comparesALoggedCostInOneCurrencyWithAPriceInAnother() {
        ExchangeRate rate = rate("EUR", "USD", "1.10", "2026-10-30");

        assertThat(rate(Optional.of("USD"), List.of(rate), EUROS.logged("2.20", "USD"))
                        .disagreements())
                .isEmpty();
        assertThat(rate(Optional.of("USD"), List.of(rate), EUROS.logged("3", "USD"))
                        .disagreements())
                .hasSize(1);
        assertThat(rate(Optional.of("USD"), List.of(), EUROS.logged("3", "USD")).disagreements())
                .isEmpty();
    }

    @Test
    void takesTheLatestRateThatIsNotLaterThanTheDay() {
        ExchangeRate old = rate("EUR", "USD", "1.05", "2026-09-30");
        ExchangeRate current = rate("EUR", "USD", "1.08", "2026-10-31");
        ExchangeRate later = rate("EUR", "USD", "1.20", "2026-11-15");

        assertThat(new Exchange(List.of(later, current, old), DAY).rate("EUR", "USD"))
                .contains(current);
        assertThat(new Exchange(List.of(later), DAY).rate("EUR", "USD")).contains(later);
        assertThat(new Exchange(List.of(old), DAY).rate("USD", "EUR")).isEmpty();
        assertThat(new Exchange(List.of(old), DAY).convert(new Money(BigDecimal.TEN, "EUR"), "USD"))
                .contains(new BigDecimal("10.50"));
        assertThat(new Exchange(List.of(), DAY).factor("USD", "USD")).contains(BigDecimal.ONE);
    }
}
