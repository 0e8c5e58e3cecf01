package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.PaidKey.Part;
import dev.batchable.record.Outcome;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaidKeyTest {
    private static final TestCalls CALLS =
            TestCalls.of("anthropic", "claude-haiku-4-5").tokens(1_000_000, 1_000_000);

    @Test
    void splitsALoggedCostByThePricesOfItsKinds() {
        PaidKey key = only(TestWorkload.of(CALLS.logged("3", "USD")));
        assertThat(key.factor().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(key.parts(key.usage()))
                .extracting(part -> part.kind().orElseThrow())
                .containsExactly(TokenKind.INPUT, TokenKind.OUTPUT);
        assertThat(key.parts(key.usage()))
                .extracting(Part::amount)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.5"), new BigDecimal("2.5"));
    }

    @Test
    void pricesTokensWhereNoCostIsLogged() {
        PaidKey key = only(TestWorkload.of(CALLS));
        assertThat(key.factor().orElseThrow()).isEqualByComparingTo("1");
        assertThat(key.amount()).isEqualByComparingTo("6");
        assertThat(key.row(TokenKind.CACHE_READ).orElseThrow().perMillion()).isEqualByComparingTo("0.10");
    }

    @Test
    void knowsNoFactorOfACostWithoutAPrice() {
        PaidKey key = only(TestWorkload.of(
                TestCalls.of("openai", "nobodys-model").tokens(1_000, 0).logged("3", "USD")));
        assertThat(key.factor()).isEmpty();
        assertThat(key.parts(key.usage()))
                .containsExactly(
                        new Part(Optional.empty(), 1, Optional.empty(), Optional.empty(), new BigDecimal("3")));
    }

    @Test
    void tellsRepeatsFromFailures() {
        PaidKey repeated = only(TestWorkload.of(CALLS.count(3)).repeating(CALLS));
        assertThat(repeated.repeats().requests()).isEqualTo(1);
        assertThat(only(TestWorkload.of(CALLS.outcome(Outcome.FAILED)))
                        .repeats()
                        .requests())
                .isZero();
    }

    private static PaidKey only(TestWorkload workload) {
        RatingOptions options =
                new RatingOptions(Optional.empty(), List.of(), CostMode.AUTO, LocalDate.parse("2026-10-31"));
        List<PaidKey> keys = new PaidKeys(TestPrices.book(), options, "USD").of(workload.build());
        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).amount())
                .isEqualByComparingTo(TestWorkload.rating(CostMode.AUTO)
                        .rate(TestWorkload.profile(workload))
                        .workloads()
                        .get(0)
                        .spend()
                        .total());
        return keys.get(0);
    }
}
