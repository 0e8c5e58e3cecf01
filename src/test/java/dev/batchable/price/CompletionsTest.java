package dev.batchable.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.BatchHistory;
import dev.batchable.profile.BatchHistory.Jobs;
import dev.batchable.profile.BatchHistory.OfModel;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest {
    private static final OfModel MODEL = new OfModel("openai", "gpt-4.1");
    private static final Duration DAY = Duration.ofHours(24);
    private static final CompletionDistribution PRIOR = CompletionDistribution.prior(Tier.BATCH, DAY);

    private static Jobs jobs(long done, long expired, long failed, long days) {
        long minute = Duration.ofMinutes(1).toMillis();
        SortedMap<Integer, Long> times =
                new TreeMap<>(Map.of(25, 5 * minute, 50, 9 * minute, 90, 41 * minute, 100, 300 * minute));
        return new Jobs(done, expired, failed, days, times);
    }

    private static CompletionDistribution of(String provider, Jobs jobs) {
        return new Completions(new BatchHistory(new TreeMap<>(Map.of(provider, jobs)), new TreeMap<>()))
                .of(Tier.BATCH, Set.of(MODEL), DAY);
    }

    @Test
    void takesTheUsersOwnHistoryForThePrior() {
        CompletionDistribution own = of("openai", jobs(211, 1, 0, 20));

        assertThat(own.assumed()).isFalse();
        assertThat(own.source())
                .isEqualTo("measured on 212 batches of your own at openai: of those done half by 9 min and 90 % by"
                        + " 41 min; 0.5 % expired or failed");
        // 90 % of 211 of 213.
        assertThat(own.shareWithin(Duration.ofMinutes(41))).isEqualTo(new BigDecimal("0.891549"));
        assertThat(own.shareWithin(DAY)).isEqualTo(new BigDecimal("0.990610"));
    }

    @Test
    void promisesNobodyEverythingAfterAHistoryWithoutAMiss() {
        assertThat(of("openai", jobs(39, 0, 0, 5)).missShare(DAY)).isEqualByComparingTo("0.025");
    }

    @ParameterizedTest
    @CsvSource({"29, 0, 3", "30, 0, 2", "0, 30, 3"})
    void keepsThePriorWhereTheHistoryIsShort(long done, long failed, long days) {
        assertThat(of("openai", jobs(done, 0, failed, days))).isEqualTo(PRIOR);
    }

    @ParameterizedTest
    @CsvSource({"30, 30 batches of your own at openai of gpt-4.1:", "29, 212 batches of your own at openai:"})
    void takesTheModelsOwnHistoryWhereItIsLongEnough(long done, String measured) {
        BatchHistory history = new BatchHistory(
                new TreeMap<>(Map.of("openai", jobs(211, 1, 0, 20))),
                new TreeMap<>(Map.of(MODEL, jobs(done, 0, 0, 3))));
        assertThat(new Completions(history).of(Tier.BATCH, Set.of(MODEL), DAY).source())
                .contains("measured on " + measured);
    }

    @Test
    void keepsThePriorForAnotherProvider() {
        assertThat(of("anthropic", jobs(211, 1, 0, 20))).isEqualTo(PRIOR);
    }

    @Test
    void leavesFlexAlone() {
        BatchHistory history = new BatchHistory(new TreeMap<>(Map.of("openai", jobs(211, 1, 0, 20))), new TreeMap<>());
        assertThat(new Completions(history).of(Tier.FLEX, Set.of(MODEL), DAY))
                .isEqualTo(CompletionDistribution.prior(Tier.FLEX, DAY));
    }

    @Test
    void countsTheSlowerOfTwoProvidersAtEveryTime() {
        BatchHistory history = new BatchHistory(new TreeMap<>(Map.of("openai", jobs(211, 1, 0, 20))), new TreeMap<>());
        CompletionDistribution both =
                new Completions(history).of(Tier.BATCH, Set.of(MODEL, new OfModel("anthropic", "claude")), DAY);

        assertThat(both.assumed()).isTrue();
        assertThat(both.shareWithin(Duration.ofMinutes(5))).isEqualByComparingTo("0");
        assertThat(both.shareWithin(Duration.ofMinutes(9)))
                .isEqualTo(new BigDecimal("0.495305").min(PRIOR.shareWithin(Duration.ofMinutes(9))));
        assertThat(both.shareWithin(DAY)).isEqualByComparingTo("0.98");
    }
}
