package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertexRequestResponseFormatTest implements FormatContract {
    @Override
    public String id() {
        return "vertex-request-response";
    }

    @Override
    public String sample() {
        return Samples.text("vertex-request-response/sample.jsonl");
    }

    private Request sampled(int row) {
        return ReadOnce.text(sample()).collected().requests().get(row);
    }

    /// The first row of the sample with one part of its text replaced.
    private Request with(String text, String replacement) {
        String row = sample().lines().findFirst().orElseThrow();
        assertThat(row).contains(text);
        return ReadOnce.text(row.replace(text, replacement))
                .collected()
                .requests()
                .get(0);
    }

    @Test
    void readsOneCallWhole() {
        assertThat(sampled(0))
                .isEqualTo(new Request(
                        new Identity(Optional.of("v-1"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:01.250Z"),
                                OptionalLong.of(11_000),
                                OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("vertex"),
                                Optional.of("gemini-2.5-pro"),
                                Operation.CHAT,
                                Tier.FLEX,
                                Optional.of("us-central1"),
                                Optional.of("1234"),
                                1),
                        Optional.of(new Tokens(8_000, 2_000, 0, 0, 1_600, 600)),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.UNSTREAMED, OptionalInt.empty()),
                        new Caller(
                                Optional.of("invoice-extract"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("ledger"),
                                Optional.empty(),
                                Optional.of("finance"),
                                Optional.empty(),
                                List.of("app:ledger", "team:finance", "feature:invoice-extract")),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.STATUS,
                                Field.STREAM,
                                Field.SERVICE_TIER,
                                Field.ACCOUNT,
                                Field.REGION,
                                Field.REQUEST_ID,
                                Field.WORKLOAD,
                                Field.SERVICE,
                                Field.TEAM,
                                Field.TAGS)));
    }

    @Test
    void takesTheLastUsageOfAStreamInColumnsOfText() {
        assertThat(sampled(1).tokens()).hasValue(new Tokens(500, 0, 0, 0, 80, 0));
        assertThat(sampled(1).completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(sampled(1).identity().requestId()).hasValue("v-2");
    }

    @Test
    void reckonsTheStartFromTheEndWhereTheAnswerDoesNotTellIt() {
        assertThat(sampled(1).timing().start()).isEqualTo(Instant.parse("2026-10-05T08:01:00Z"));
        assertThat(sampled(1).present()).contains(Field.START);
    }

    @Test
    void readsMessagesOfClaude() {
        assertThat(sampled(2).tokens()).hasValue(new Tokens(1_040, 1_000, 0, 0, 200, 0));
        assertThat(sampled(2).call())
                .isEqualTo(new ModelCall(
                        Optional.of("vertex"),
                        Optional.of("claude-sonnet-4-5-20250929"),
                        Operation.CHAT,
                        Tier.STANDARD,
                        Optional.of("europe-west1"),
                        Optional.of("1234"),
                        1));
        assertThat(sampled(2).identity().user()).hasValue("u-19");
    }

    @Test
    void readsTheEventsOfAStreamOfClaude() {
        Request request = ReadOnce.text("""
                {"endpoint": "e", "logging_time": "2026-10-05T08:00:05Z", "api_method": "StreamRawPredict", \
                "metadata": {"request_latency": 5000}, "full_response": [{"type": "message_start", "message": \
                {"id": "msg_vrtx_4", "type": "message", "model": "claude-haiku-4-5", "usage": {"input_tokens": 40, \
                "cache_read_input_tokens": 10, "output_tokens": 1}}}, \
                {"type": "message_delta", "usage": {"output_tokens": 77}}]}""").collected().requests().get(0);
        assertThat(request.tokens()).hasValue(new Tokens(50, 10, 0, 0, 77, 0));
        assertThat(request.call().model()).hasValue("claude-haiku-4-5");
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
    }

    @Test
    void readsTheSameFromCsv() {
        Request request = ReadOnce.text("""
                endpoint,logging_time,request_id,model,api_method,full_request,full_response,metadata
                e,2026-10-05 08:00:12.250 UTC,7,m,GenerateContent,{},"{""createTime"":""2026-10-05T08:00:01Z"",\
                ""usageMetadata"":{""promptTokenCount"":5,""toolUsePromptTokenCount"":2}}","{""request_latency"":""250.0""}"
                """).collected().requests().get(0);
        assertThat(request.tokens()).hasValue(new Tokens(7, 0, 0, 0, 0, 0));
        assertThat(request.timing().latencyMillis()).hasValue(250);
        assertThat(request.identity().requestId()).hasValue("7");
    }

    @Test
    void readsTheOlderColumnsOfPayloads() {
        Request request = ReadOnce.text("""
                {"endpoint": "e", "logging_time": "2026-10-05T08:00:05Z", "request_payload": ["{}"], \
                "metadata": {"request_latency": 1000}, \
                "response_payload": ["{\\"usageMetadata\\": {\\"promptTokenCount\\": 5}}"]}""").collected().requests().get(0);
        assertThat(request.tokens()).hasValue(new Tokens(5, 0, 0, 0, 0, 0));
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "ON_DEMAND, STANDARD",
        "ON_DEMAND_PRIORITY, PRIORITY",
        "ON_DEMAND_FLEX, FLEX",
        "PROVISIONED_THROUGHPUT, PROVISIONED",
        "TRAFFIC_TYPE_UNSPECIFIED, UNKNOWN"
    })
    void readsTheTierOutOfTheTrafficType(String traffic, Tier tier) {
        assertThat(with("\"ON_DEMAND_FLEX\"", '"' + traffic + '"').call().tier())
                .isEqualTo(tier);
    }

    @Test
    void knowsAFailedCall() {
        Request request = with(
                "\"candidates\": [{\"finishReason\": \"STOP\"}]",
                "\"error\": {\"code\": 429, \"status\": \"RESOURCE_EXHAUSTED\"}");
        assertThat(request.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
    }

    @Test
    void asksForTheLatencyWhereOnlyTheEndIsTold() {
        assertThat(ReadOnce.text(
                                "{\"endpoint\": \"e\", \"logging_time\": \"2026-10-05T08:00:05Z\", \"full_response\": {}}")
                        .collected()
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .startsWith("metadata.request_latency: found '', expected the latency"));
    }
}
