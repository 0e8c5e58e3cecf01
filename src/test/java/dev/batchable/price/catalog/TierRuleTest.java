package dev.batchable.price.catalog;

import static dev.batchable.price.catalog.Books.EMBEDDED;
import static dev.batchable.price.catalog.Books.decimal;
import static dev.batchable.price.catalog.Books.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TierRuleTest {
    @Test
    void tellsWhatAnthropicPromisesOfBatches() {
        TierRule.Offered rule = offered("anthropic", "claude-haiku-4-5", Tier.BATCH);
        assertThat(rule.completion())
                .isEqualTo(new TierRule.Completion(
                        TierRule.Behaviour.ASYNCHRONOUS, Duration.ofHours(24), TierRule.Expiry.FINISHED_ONLY));
        assertThat(rule.limits().maxRequests()).hasValue(100_000);
        assertThat(rule.limits().maxBytes()).hasValue(268_435_456);
        assertThat(rule.limits().minRequests()).isEmpty();
        assertThat(rule.quota()).isEqualTo(TierRule.Quota.SEPARATE);
        assertThat(rule.operations()).containsExactly(Operation.CHAT);
        assertThat(rule.cache().stacking()).isEqualTo(TierRule.Stacking.STACKS);
        assertThat(rule.cache().retention()).hasValueSatisfying(range -> {
            assertThat(range.low()).isEqualTo(decimal("0.3"));
            assertThat(range.high()).isEqualTo(decimal("0.98"));
        });
        assertThat(rule.resultRetention()).contains(Duration.ofDays(29));
        assertThat(rule.endpoint()).isEqualTo("POST /v1/messages/batches");
    }

    @Test
    void tellsHowMuchMayBeEnqueuedAtEachLevel() {
        assertThat(offered("anthropic", "claude-haiku-4-5", Tier.BATCH).limits().queue())
                .extracting(QueueCap::level, QueueCap::unit, cap -> cap.most().orElse(0))
                .containsExactly(
                        tuple("Start", QueueCap.Unit.REQUESTS, 200_000L),
                        tuple("Build", QueueCap.Unit.REQUESTS, 300_000L),
                        tuple("Scale", QueueCap.Unit.REQUESTS, 500_000L));
        assertThat(offered("openai", "gpt-4.1", Tier.BATCH).limits().queue())
                .singleElement()
                .satisfies(cap -> assertThat(cap.most()).isEmpty());
    }

    @Test
    void tellsWhatABedrockJobNeeds() {
        TierRule.Offered rule = offered("bedrock", "amazon.nova-lite-v1:0", Tier.BATCH);
        assertThat(rule.limits().minRequests()).hasValue(100);
        assertThat(rule.limits().maxRequests()).hasValue(50_000);
        assertThat(rule.cache())
                .isEqualTo(new TierRule.CacheRule(TierRule.Stacking.NOT_DOCUMENTED, java.util.Optional.empty()));
        assertThat(rule.resultRetention()).isEmpty();
    }

    @Test
    void tellsThatVertexKeepsTheCachedPriceAndAzureNeverExpires() {
        assertThat(offered("vertex", "gemini-2.5-flash", Tier.BATCH).cache().stacking())
                .isEqualTo(TierRule.Stacking.CACHE_WINS);
        assertThat(offered("azure", "gpt-4.1", Tier.BATCH).completion().expiry())
                .isEqualTo(TierRule.Expiry.NEVER_EXPIRES);
    }

    @Test
    void tellsThatFlexAnswersOnTheConnection() {
        TierRule.Offered rule = offered("openai", "gpt-5-mini", Tier.FLEX);
        assertThat(rule.completion().behaviour()).isEqualTo(TierRule.Behaviour.SYNCHRONOUS);
        assertThat(rule.completion().window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(offered("bedrock", "amazon.nova-lite-v1:0", Tier.FLEX).quota())
                .isEqualTo(TierRule.Quota.SHARED);
    }

    @Test
    void tellsNoneFromNotKnown() {
        assertThat(EMBEDDED.rule(ref("deepseek", "deepseek-flash"), Tier.BATCH))
                .isInstanceOf(TierRule.NotOffered.class);
        assertThat(EMBEDDED.rule(ref("bedrock", "anthropic.claude-opus-4-6-v1"), Tier.FLEX))
                .isInstanceOfSatisfying(
                        TierRule.NotOffered.class,
                        rule -> assertThat(rule.reason()).isEqualTo("Bedrock does not offer flex for Claude"));
        assertThat(EMBEDDED.rule(ref("azure", "gpt-5.6-luna"), Tier.BATCH)).isInstanceOf(TierRule.NotOffered.class);
        assertThat(EMBEDDED.rule(ref("azure", "gpt-4.1"), Tier.FLEX))
                .isEqualTo(new TierRule.Unknown("nothing known of a flex tier at azure"));
        assertThat(EMBEDDED.rule(ref("acme", "m-1"), Tier.BATCH))
                .isEqualTo(new TierRule.Unknown("nothing known of a batch tier at acme"));
        assertThat(EMBEDDED.rule(ref("", "m-1"), Tier.BATCH)).isInstanceOf(TierRule.Unknown.class);
    }

    @Test
    void knowsTheRuleOfAProviderEvenForAModelItDoesNotKnow() {
        assertThat(EMBEDDED.rule(ref("openai", "gpt-9"), Tier.BATCH)).isInstanceOf(TierRule.Offered.class);
    }

    private static TierRule.Offered offered(String provider, String model, Tier tier) {
        TierRule rule = EMBEDDED.rule(ref(provider, model), tier);
        assertThat(rule).isInstanceOf(TierRule.Offered.class);
        return (TierRule.Offered) rule;
    }
}
