package dev.batchable.checklist;

import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.Source;
import dev.batchable.price.catalog.TierRule.JobLimits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The nightly job's largest run has 300 calls of gpt-4.1, and its log tells no tokens.
class QueueFitTest {
    private static final Source SOURCE = new Source("https://example.org", Optional.empty(), Source.Confidence.VENDOR);

    private static QueueCap cap(String level, long most, String... models) {
        return new QueueCap(level, Set.of(models), QueueCap.Unit.REQUESTS, OptionalLong.of(most), SOURCE);
    }

    private static QueueFit fit(QueueCap... caps) {
        JobLimits limits =
                new JobLimits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), List.of(caps));
        return QueueFit.of(nightlyJob().subject(), limits);
    }

    @ParameterizedTest
    @CsvSource({
        "300, 900, 'Submit it at once: the largest run (300 calls) fits under every documented cap of the queue"
                + " (small: 300 requests, large: 900 requests).'",
        "100, 299, 'Submit it in 2 parts or more, each once the one before is done: the largest run (300 calls) exceeds every"
                + " documented cap of the queue (small: 100 requests, large: 299 requests).'",
        "299, 300, 'Look up the account\u2019s level, and submit in parts below it: the largest run (300 calls) depends"
                + " on the account\u2019s level: exceeds small: 299 requests, fits large: 300 requests.'"
    })
    void theLargestRunIsHeldAgainstTheCaps(long small, long large, String step) {
        assertThat(fit(cap("small", small), cap("large", large)).step()).isEqualTo(step.replace('\u2019', '\''));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "300# 900# 1# ''",
                "100# 299# 2# the largest run (300 calls) goes to the queue in 2 parts, each once the one before is done, taking"
                        + " the account to be at the most generous level (large: 299 requests); it would be 3 parts at small:"
                        + " 100 requests",
                "299# 300# 1# the largest run (300 calls) goes to the queue at once, taking the account to be at the most generous"
                        + " level (large: 300 requests); it would be 2 parts at small: 299 requests"
            })
    void theMostGenerousLevelIsReckonedWith(long small, long large, long parts, String assumption) {
        QueueFit fit = fit(cap("small", small), cap("large", large));
        assertThat(fit.parts()).isEqualTo(parts);
        assertThat(String.join("", fit.assumption())).isEqualTo(assumption);
    }

    @Test
    void aCapThatIsNotKnownIsTakenToHoldAll() {
        assertThat(fit().parts()).isEqualTo(1);
        assertThat(fit().assumption())
                .containsExactly("the batch queue is taken to hold the largest run at once: the queue's cap is not"
                        + " documented");
    }

    @Test
    void theCapOfTheLongestModelNameCounts() {
        assertThat(fit(cap("all", 1), cap("all", 500, "gpt-4.1"), cap("all", 2, "gpt"), cap("all", 3, "nano"))
                        .evidence()
                        .found())
                .isEqualTo("the largest run (300 calls): fits under every documented cap of the queue (all: 500"
                        + " requests)");
    }

    @Test
    void aCapInTokensSaysThatTheLogTellsNone() {
        QueueCap tokens = new QueueCap("tier 1", Set.of(), QueueCap.Unit.INPUT_TOKENS, OptionalLong.of(9), SOURCE);
        assertThat(fit(tokens).step())
                .isEqualTo("Look up how much the account may enqueue at once, against the largest run (300 calls): the"
                        + " cap counts prompt tokens, which the log does not tell.");
    }

    @Test
    void aCapWithoutAFigureSaysWhereItStands() {
        QueueCap hidden =
                new QueueCap("usage tier", Set.of(), QueueCap.Unit.INPUT_TOKENS, OptionalLong.empty(), SOURCE);
        assertThat(fit(hidden).evidence().found())
                .isEqualTo("the largest run (300 calls): the cap depends on the account's usage tier, and the provider"
                        + " shows the figure to the account only");
    }

    @Test
    void noCapIsNoFit() {
        assertThat(fit().evidence().found())
                .isEqualTo("the largest run (300 calls): the queue's cap is not documented");
    }
}
