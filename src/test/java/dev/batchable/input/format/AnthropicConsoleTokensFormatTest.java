package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnthropicConsoleTokensFormatTest implements FormatContract {
    private static final String OLD_HEADER =
            "usage_date_utc,model_version,api_key,workspace,usage_type,usage_input_tokens_no_cache,"
                    + "usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,"
                    + "usage_output_tokens,web_search_count\n";

    @Override
    public String id() {
        return "anthropic-console-tokens";
    }

    @Override
    public String sample() {
        return Samples.text("anthropic-console-tokens/sample.csv");
    }

    @Test
    void readsOneRowWhole() {
        assertThat(buckets(sample()).get(0))
                .isEqualTo(new UsageBucket(
                        Instant.parse("2026-09-30T00:00:00Z"),
                        Duration.ofDays(1),
                        new ModelCall(
                                Optional.of("anthropic"),
                                Optional.of("claude-haiku-4-5-20251001"),
                                Operation.CHAT,
                                Tier.BATCH,
                                Optional.of("us"),
                                Optional.of("Reports"),
                                1),
                        OptionalLong.empty(),
                        Optional.of(new Tokens(60000, 15000, 3000, 2000, 6000, 0)),
                        Optional.empty(),
                        new Caller(
                                Optional.empty(),
                                Optional.of("nightly"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("Reports"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Set.of(
                                Field.START,
                                Field.BUCKET_SECONDS,
                                Field.MODEL,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.CACHE_WRITE_1H_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.SERVICE_TIER,
                                Field.REGION,
                                Field.KEY_ALIAS,
                                Field.ACCOUNT,
                                Field.PROJECT)));
    }

    @Test
    void takesFastModeForAPaidFastLane() {
        assertThat(buckets(sample()).get(1).call().tier()).isEqualTo(Tier.PRIORITY);
        assertThat(buckets(sample()).get(2).call().tier()).isEqualTo(Tier.STANDARD);
    }

    @Test
    void readsTheOlderHeader() {
        UsageBucket bucket = buckets(OLD_HEADER + "2025-06-12,claude-3-5-haiku-20241022,k,w,standard,8,0,0,0,1,0\n")
                .get(0);
        assertThat(bucket.tokens()).hasValue(new Tokens(8, 0, 0, 0, 1, 0));
        assertThat(bucket.call().tier()).isEqualTo(Tier.STANDARD);
        assertThat(bucket.call().region()).isEmpty();
    }

    @Test
    void readsCopiesWithTabs() {
        assertThat(buckets(sample().replace(',', '\t'))).isEqualTo(buckets(sample()));
    }

    @Test
    void ignoresRowsThatCountNoTokens() {
        ReadOnce read = ReadOnce.text(OLD_HEADER + "2025-06-12,claude-3-5-haiku-20241022,k,w,standard,0,0,0,0,0,3\n");
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 1L));
    }

    private static List<UsageBucket> buckets(String csv) {
        ReadOnce read = ReadOnce.text(csv);
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.summary().file().format()).isEqualTo("anthropic-console-tokens");
        return read.collected().buckets();
    }
}
