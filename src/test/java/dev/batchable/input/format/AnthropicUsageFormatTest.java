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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicUsageFormatTest implements FormatContract {
    private static final String TIMES = "'starting_at':'2026-09-30T00:00:00Z','ending_at':'2026-09-30T01:00:00Z'";
    private static final String COUNTS =
            "'uncached_input_tokens':100,'cache_creation':{'ephemeral_1h_input_tokens':1,'ephemeral_5m_input_tokens':2},"
                    + "'cache_read_input_tokens':30,'output_tokens':7";
    private static final String BUCKET = "{" + TIMES + ",'results':[{" + COUNTS + ",'service_tier':null}]}";

    @Override
    public String id() {
        return "anthropic-usage";
    }

    @Override
    public String sample() {
        return Samples.text("anthropic-usage/sample.json");
    }

    @Test
    void readsOneResultWhole() {
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
                                Optional.of("wrkspc_reports"),
                                1),
                        OptionalLong.empty(),
                        Optional.of(new Tokens(60000, 15000, 3000, 2000, 6000, 0)),
                        Optional.empty(),
                        new Caller(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("apikey_nightly"),
                                Optional.empty(),
                                Optional.of("wrkspc_reports"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.BUCKET_SECONDS,
                                Field.MODEL,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.CACHE_WRITE_1H_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.SERVICE_TIER,
                                Field.REGION,
                                Field.KEY_ID,
                                Field.ACCOUNT,
                                Field.PROJECT)));
    }

    @Test
    void takesFastModeForAPaidFastLaneAndNoPlaceForNone() {
        UsageBucket bucket = buckets(sample()).get(1);
        assertThat(bucket.call().tier()).isEqualTo(Tier.PRIORITY);
        assertThat(bucket.call().region()).isEmpty();
        assertThat(bucket.caller().project()).isEmpty();
    }

    @Test
    void readsAnalyticsThatGroupTheirDimensionsAndCountCalls() {
        UsageBucket bucket = buckets(sample()).get(2);
        assertThat(bucket.call().model()).hasValue("claude-sonnet-5");
        assertThat(bucket.call().tier()).isEqualTo(Tier.STANDARD);
        assertThat(bucket.requests()).hasValue(12);
        assertThat(bucket.tokens()).hasValue(new Tokens(900, 70, 20, 10, 90, 0));
        assertThat(bucket.caller().keyId()).hasValue("apikey_chat");
        assertThat(bucket.caller().project()).hasValue("wrkspc_shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':[" + BUCKET + "],'has_more':false}",
                "[{'data':[" + BUCKET + "]}]",
                "[" + BUCKET + "]",
                BUCKET,
                "{" + TIMES + "," + COUNTS + "}",
                "{'data':[{" + TIMES + ",'group':{'model':null},'usage':{" + COUNTS + "}}]}",
            })
    void readsPagesArraysLinesAndFlattenedRowsAlike(String json) {
        assertThat(buckets(json)).singleElement().satisfies(bucket -> {
            assertThat(bucket.width()).isEqualTo(Duration.ofHours(1));
            assertThat(bucket.tokens()).hasValue(new Tokens(133, 30, 2, 1, 7, 0));
            assertThat(bucket.call().tier()).isEqualTo(Tier.UNKNOWN);
            assertThat(bucket.call().model()).isEmpty();
            assertThat(bucket.caller()).isEqualTo(Caller.NONE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "standard, STANDARD",
        "batch, BATCH",
        "priority, PRIORITY",
        "priority_on_demand, PRIORITY",
        "flex, FLEX",
        "flex_discount, FLEX",
        "something_new, UNKNOWN",
    })
    void readsEveryServiceTier(String name, Tier tier) {
        String json = BUCKET.replace("'service_tier':null", "'service_tier':'" + name + "'");
        assertThat(buckets(json))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.call().tier()).isEqualTo(tier));
    }

    @Test
    void ignoresEmptyBuckets() {
        ReadOnce read = ReadOnce.text(("{'data':[{" + TIMES + ",'results':[]}]}").replace('\'', '"'));
        assertThat(read.summary().file().format()).isEqualTo("anthropic-usage");
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 1L));
    }

    private static List<UsageBucket> buckets(String json) {
        ReadOnce read = ReadOnce.text(json.replace('\'', '"'));
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.summary().file().format()).isEqualTo("anthropic-usage");
        return read.collected().buckets();
    }
}
