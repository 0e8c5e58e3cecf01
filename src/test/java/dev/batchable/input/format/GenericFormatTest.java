package dev.batchable.input.format;

import static dev.batchable.input.format.GenericRow.problem;
import static dev.batchable.input.format.GenericRow.request;
import static dev.batchable.input.format.GenericRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.InputSummary;
import dev.batchable.input.ReadOnce;
import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericFormatTest implements FormatContract {
    @Override
    public String id() {
        return "generic";
    }

    @Override
    public String sample() {
        return """
                timestamp,latency_ms,provider,model,input_tokens,output_tokens,cost_usd,status,app
                2026-10-01T08:15:00Z,812,openai,gpt-4o,120,30,0.0006,200,invoices
                2026-10-01T08:15:01Z,64,openai,gpt-4o,90,10,0.00033,200,"invoices, late"
                2026-10-01T08:15:02Z,2000,openai,gpt-4o,75,0,,429,invoices
                """;
    }

    @Test
    void readsEverythingThatALogMayTell() {
        ReadOnce read = ReadOnce.text("""
                started_at,ended_at,ttft_ms,vendor,model_name,endpoint,tok_in,cached_tokens,\
                cache_creation_input_tokens,reasoning_tokens,tok_out,spend,currency,http_status,stream,session_id,\
                user_id,user_agent,api_key_hash,key_alias,service,project,team,tags,use_case,retries,tier,region,\
                request_id,cache_key,aws_account_id
                2026-10-01 08:00:00,2026-10-01 08:00:02.5,400,vertex_ai,gemini-2.5-pro,/v1/chat/completions,1000,\
                600,100,40,200,0.25,EUR,200,true,s1,u1,curl/8,abc,alias,svc,proj,team1,"a,b:c",triage,2,priority,\
                europe-west4,r1,k1,acct
                """);
        Request request = read.collected().requests().get(0);
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-01T08:00:00Z"));
        assertThat(request.timing().latencyMillis()).hasValue(2500);
        assertThat(request.timing().firstTokenMillis()).hasValue(400);
        assertThat(request.call().provider()).contains("vertex");
        assertThat(request.call().model()).contains("gemini-2.5-pro");
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
        assertThat(request.call().tier()).isEqualTo(Tier.PRIORITY);
        assertThat(request.call().region()).contains("europe-west4");
        assertThat(request.call().account()).contains("acct");
        assertThat(request.call().count()).isEqualTo(1);
        assertThat(request.tokens()).contains(new Tokens(1000, 600, 100, 0, 200, 40));
        assertThat(request.cost()).contains(new Money(new BigDecimal("0.25"), "EUR"));
        assertThat(request.completion().outcome()).isEqualTo(Outcome.OK);
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(request.completion().retries()).isEqualTo(OptionalInt.of(2));
        assertThat(request.identity().toString())
                .isEqualTo("Identity[requestId=Optional[r1], session=Optional[s1], user=Optional[u1],"
                        + " repeatKey=Optional[k1]]");
        assertThat(request.caller().toString())
                .isEqualTo("Caller[workload=Optional[triage], keyAlias=Optional[alias], keyId=Optional[abc],"
                        + " service=Optional[svc], project=Optional[proj], team=Optional[team1],"
                        + " userAgent=Optional[curl/8], tags=[a, b:c]]");
        Set<Field> all = EnumSet.complementOf(EnumSet.of(
                Field.CACHE_WRITE_1H_TOKENS,
                Field.BYOK_COST,
                Field.TIER_FLAG,
                Field.STATUS,
                Field.ERROR,
                Field.CACHE_HIT,
                Field.REQUEST_COUNT,
                Field.FAILED_COUNT,
                Field.BUCKET_SECONDS));
        all.removeIf(Field::isPlace);
        assertThat(request.present()).isEqualTo(all);
    }

    @Test
    void readsOpenTelemetryNamesInJson() {
        Request request = ReadOnce.text("""
                        {"start_time": 1790841600.5, "gen_ai.client.operation.duration": 1.25, \
                        "attributes": {"gen_ai.provider.name": "aws.bedrock", "gen_ai.request.model": "m", \
                        "gen_ai.operation.name": "embeddings", "gen_ai.usage.input_tokens": 10, \
                        "gen_ai.response.time_to_first_chunk": 0.2, "error.type": "timeout"}}
                        """).collected().requests().get(0);
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-01T08:00:00.500Z"));
        assertThat(request.timing().latencyMillis()).hasValue(1250);
        assertThat(request.timing().firstTokenMillis()).hasValue(200);
        assertThat(request.call().provider()).contains("bedrock");
        assertThat(request.call().operation()).isEqualTo(Operation.EMBEDDING);
        assertThat(request.completion().outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(request.tokens()).contains(new Tokens(10, 0, 0, 0, 0, 0));
        assertThat(request.present()).contains(Field.INPUT_TOKENS).doesNotContain(Field.OUTPUT_TOKENS);
    }

    @Test
    void readsNamesInOtherSpellings() {
        Request request = ReadOnce.text(
                        "{\"startTime\":\"2026-10-01\",\"usage\":{\"promptTokens\":3,\"Completion Tokens\":4},"
                                + "\"metadata\":{\"user-id\":\"u\"},\"durationMs\":7}\n")
                .collected()
                .requests()
                .get(0);
        assertThat(request.tokens()).contains(new Tokens(3, 0, 0, 0, 4, 0));
        assertThat(request.identity().user()).contains("u");
        assertThat(request.timing().latencyMillis()).hasValue(7);
    }

    @Test
    void leavesOutWhatAGatewayAnsweredItself() {
        assertThat(row("cache_hit,cost", "True,0").summary().ignored()).containsEntry(Ignored.GATEWAY_CACHE, 1L);
        assertThat(row("cache_hit,cost", "hit,").summary().ignored()).containsEntry(Ignored.GATEWAY_CACHE, 1L);
        assertThat(request("cache_hit,cost", "true,0.01").present()).contains(Field.CACHE_HIT);
        assertThat(request("cache_hit,cached_tokens", "true,50").tokens()).isPresent();
        assertThat(request("cache_hit", "None").present()).doesNotContain(Field.CACHE_HIT);
        assertThat(request("cache_hit", "miss").present()).contains(Field.CACHE_HIT);
    }

    @Test
    void leavesOutTheHandlingOfBatchesAndFiles() {
        assertThat(row("call_type", "aretrieve_batch").summary().ignored()).containsEntry(Ignored.ADMINISTRATION, 1L);
        assertThat(request("call_type,input_tokens", "acreate_batch,5").tokens())
                .isPresent();
    }

    @Test
    void countsTheCallsOfABatchRow() {
        assertThat(request("request_count", "250").call().count()).isEqualTo(250);
    }

    @Test
    void readsUsageBuckets() {
        ReadOnce read = ReadOnce.text("""
                bucket_start,bucket_seconds,requests,input_tokens,output_tokens,project
                2026-10-01T08:00:00Z,3600,12,1000,50,p
                2026-10-01T09:00:00Z,3600,,1,,p
                """);
        UsageBucket bucket = read.collected().buckets().get(0);
        assertThat(bucket.width()).isEqualTo(Duration.ofHours(1));
        assertThat(bucket.requests()).isEqualTo(OptionalLong.of(12));
        assertThat(bucket.call().tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(bucket.caller().project()).contains("p");
        assertThat(bucket.tokens()).contains(new Tokens(1000, 0, 0, 0, 50, 0));
        assertThat(read.collected().buckets().get(1).requests()).isEmpty();
        assertThat(read.summary().file().kind()).isEqualTo(InputSummary.Kind.USAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input_tokens | -5 | input_tokens: found '-5', expected a whole number from 0 to 1000000000000000",
                "cost | -1 | cost: found '-1', expected a cost that is not negative",
                "cost | \"1,5\" | cost: found '1,5', expected a number without thousands separators or decimal comma",
                "cost,currency | 1,Dollar | currency: found 'Dollar', expected a currency code of three letters",
                "end_time | 2026-10-01T07:00:00Z | end_time: found '2026-10-01T07:00:00Z', expected a time not before the start",
                "latency_ms | -3 | latency_ms: found '-3', expected a duration from 0 to 100 years",
                "stream | maybe | stream: found 'maybe', expected true or false",
            })
    void tellsValuesThatCannotBe(String names, String cells, String message) {
        assertThat(problem(names, cells)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1900-01-01", "soon"})
    void refusesARowWithoutAUsableStart(String start) {
        ReadOnce read = ReadOnce.text("timestamp,model\n" + start + ",m\n");
        assertThat(read.collected().problems()).hasSize(1);
        assertThat(read.collected().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp,app\n1,2\n", "model,input_tokens\n1,2\n", "a;b\n1;2\n"})
    void leavesFilesAloneThatTellTooLittle(String text) {
        assertThat(ReadOnce.text(text).result().inputs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"resourceMetrics\":[{\"timestamp\":1,\"model\":\"m\"}]} | traces",
            })
    void namesTheBetterExportForOneThatCannotServe(String text, String better) {
        ReadOnce read = ReadOnce.text(text + "\n");
        assertThat(read.result().inputs()).isEmpty();
        assertThat(read.result().fileProblems().get(0).reason())
                .startsWith("it is ")
                .contains(better);
    }
}
