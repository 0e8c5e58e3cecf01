package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.InputSummary;
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

class OpenAiUsageFormatTest implements FormatContract {
    private static final String RESULT =
            "{'object':'organization.usage.completions.result','input_tokens':100,'output_tokens':7,"
                    + "'num_model_requests':2,'model':null,'batch':null}";
    private static final String BUCKET =
            "{'object':'bucket','start_time':1790726400,'end_time':1790730000,'results':[" + RESULT + "]}";

    @Override
    public String id() {
        return "openai-usage";
    }

    @Override
    public String sample() {
        return Samples.text("openai-usage/sample.json");
    }

    @Test
    void readsOneResultWhole() {
        UsageBucket bucket = ReadOnce.text(sample()).collected().buckets().get(0);
        assertThat(bucket)
                .isEqualTo(new UsageBucket(
                        Instant.parse("2026-09-30T00:00:00Z"),
                        Duration.ofHours(1),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("gpt-5-mini-2025-08-07"),
                                Operation.CHAT,
                                Tier.BATCH,
                                Optional.empty(),
                                Optional.of("proj_reports"),
                                1),
                        OptionalLong.of(12),
                        Optional.of(new Tokens(60000, 20000, 10000, 0, 4000, 0)),
                        Optional.empty(),
                        new Caller(
                                Optional.empty(),
                                Optional.of("nightly"),
                                Optional.of("key_nightly"),
                                Optional.empty(),
                                Optional.of("proj_reports"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.BUCKET_SECONDS,
                                Field.OPERATION,
                                Field.MODEL,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.TIER_FLAG,
                                Field.SERVICE_TIER,
                                Field.REQUEST_COUNT,
                                Field.KEY_ALIAS,
                                Field.KEY_ID,
                                Field.ACCOUNT,
                                Field.PROJECT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'page','data':[" + BUCKET + "],'has_more':false}",
                "{'object':'page','data':[" + BUCKET + "]}\n{'object':'page','data':[]}",
                "[{'object':'page','data':[" + BUCKET + "]}]",
                "[" + BUCKET + "]",
                BUCKET,
                BUCKET + "\n{'object':'bucket','start_time':1790730000,'end_time':1790733600,'results':[]}",
                "{'object':'bucket','start_time':1790726400,'end_time':1790730000,'result':[" + RESULT + "]}",
                "[{'start_time':1790726400,'end_time':1790730000,'input_tokens':100,'output_tokens':7,"
                        + "'num_model_requests':2}]",
            })
    void readsPagesArraysLinesAndFlattenedRowsAlike(String json) {
        UsageBucket bucket = only(json);
        assertThat(bucket.start()).isEqualTo(Instant.parse("2026-09-30T00:00:00Z"));
        assertThat(bucket.width()).isEqualTo(Duration.ofHours(1));
        assertThat(bucket.tokens()).hasValue(new Tokens(100, 0, 0, 0, 7, 0));
        assertThat(bucket.requests()).hasValue(2);
        assertThat(bucket.call().operation()).isEqualTo(Operation.CHAT);
    }

    @ParameterizedTest
    @CsvSource({
        "null, null, UNKNOWN",
        "null, default, STANDARD",
        "null, flex, FLEX",
        "null, priority, PRIORITY",
        "false, null, UNKNOWN",
        "false, flex, FLEX",
        "true, null, BATCH",
        "true, default, BATCH",
    })
    void tellsTheTierByWhatTheExportWasGroupedBy(String batch, String tier, Tier expected) {
        String json = BUCKET.replace("'batch':null", "'batch':" + batch + ",'service_tier':'" + tier + "'");
        UsageBucket bucket = only(json);
        assertThat(bucket.call().tier()).isEqualTo(expected);
        assertThat(bucket.present().contains(Field.SERVICE_TIER)).isEqualTo(expected != Tier.UNKNOWN);
    }

    @Test
    void leavesOutWhatTheExportWasNotGroupedBy() {
        UsageBucket bucket = only(BUCKET);
        assertThat(bucket.call().model()).isEmpty();
        assertThat(bucket.caller()).isEqualTo(Caller.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "embeddings, EMBEDDING",
        "moderations, MODERATION",
        "images, IMAGE",
        "audio_speeches, AUDIO",
        "audio_transcriptions, AUDIO",
        "decisions, OTHER",
    })
    void readsTheSiblingsOfCompletionsWithOrWithoutTokens(String object, Operation operation) {
        UsageBucket bucket = only(BUCKET.replace("completions", object)
                .replace("'input_tokens':100,'output_tokens':7,", "'characters':900,"));
        assertThat(bucket.call().operation()).isEqualTo(operation);
        assertThat(bucket.tokens()).isEmpty();
        assertThat(bucket.requests()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector_stores", "code_interpreter_sessions"})
    void ignoresUsageOfToolsAndStorage(String object) {
        assertThat(ignored(BUCKET.replace("completions", object))).containsOnly(Map.entry(Ignored.TOOL_USAGE, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'page','data':[{'object':'bucket','start_time':1790726400,'end_time':1790730000,'results':[]}]}",
                "{'object':'page','data':[],'has_more':false,'next_page':null}",
                "{'object':'bucket','start_time':1790726400,'end_time':1790730000}",
            })
    void ignoresEmptyBucketsAndPages(String json) {
        assertThat(ignored(json)).containsOnly(Map.entry(Ignored.EMPTY, 1L));
    }

    @Test
    void ignoresBucketsThatCountNothing() {
        String json = BUCKET.replace(":100,", ":0,").replace(":7,", ":0,").replace(":2,", ":0,");
        assertThat(ignored(json)).containsOnly(Map.entry(Ignored.EMPTY, 1L));
    }

    @Test
    void addsCachedTokensWhereOnlyTheUncachedOnesAreTold() {
        String json = BUCKET.replace("'input_tokens':100", "'input_uncached_tokens':100,'input_cached_tokens':30");
        assertThat(only(json).tokens()).hasValue(new Tokens(130, 30, 0, 0, 7, 0));
    }

    @Test
    void keepsTheMemberWhoseKeyItWasWhereNoKeyIsTold() {
        String json = BUCKET.replace("'batch':null", "'user_id':'user-ann','api_key_id':null");
        assertThat(only(json).caller().keyId()).hasValue("user-ann");
    }

    @Test
    void takesAnIntervalWithoutAnEndForAProblem() {
        Collected read =
                ReadOnce.text(quoted(BUCKET.replace("1790730000", "null"))).collected();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("the end of the interval"));
    }

    @Test
    void leavesCostsToTheBill() {
        String costs = BUCKET.replace("usage.completions", "costs").replace("'input_tokens'", "'amount'");
        assertThat(ReadOnce.text(quoted(costs)).collected().buckets()).isEmpty();
        Collected mixed = ReadOnce.text(quoted(BUCKET + "\n" + costs)).collected();
        assertThat(mixed.buckets()).isEmpty();
    }

    private static UsageBucket only(String json) {
        ReadOnce read = ReadOnce.text(quoted(json));
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.summary().file().format()).isEqualTo("openai-usage");
        assertThat(read.summary().file().kind()).isEqualTo(InputSummary.Kind.USAGE);
        assertThat(read.collected().buckets()).hasSize(1);
        return read.collected().buckets().get(0);
    }

    private static Map<String, Long> ignored(String json) {
        ReadOnce read = ReadOnce.text(quoted(json));
        assertThat(read.summary().file().format()).isEqualTo("openai-usage");
        assertThat(read.tiesOut()).isTrue();
        return read.summary().ignored();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"').replace("\"null\"", "null");
    }
}
