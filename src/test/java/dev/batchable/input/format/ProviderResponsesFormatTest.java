package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderResponsesFormatTest implements FormatContract {
    private static final String CHAT = """
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1791187200, "model": "gpt-4o-2024-08-06", \
            "choices": [{"message": {"content": "…"}, "finish_reason": "stop"}], \
            "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}""";
    private static final String RESPONSE = """
            "id": "resp_1", "object": "response", "created_at": 1791187200, "model": "gpt-5", \
            "usage": {"input_tokens": 100, "output_tokens": 20}""";
    private static final String MESSAGE = """
            "id": "msg_1", "type": "message", "model": "claude-sonnet-4-5", \
            "usage": {"input_tokens": 100, "output_tokens": 20}""";

    @Override
    public String id() {
        return "provider-responses";
    }

    @Override
    public String sample() {
        return Samples.text("provider-responses/sample.jsonl");
    }

    private static Request request(String members) {
        Collected read = ReadOnce.text("{" + members + "}").collected();
        assertThat(read.problems()).isEmpty();
        assertThat(read.requests()).hasSize(1);
        return read.requests().get(0);
    }

    private Request sampled(int row) {
        return ReadOnce.text(sample()).collected().requests().get(row);
    }

    @Test
    void readsOneCallWhole() {
        assertThat(sampled(0))
                .isEqualTo(new Request(
                        new Identity(
                                Optional.of("chatcmpl-0001"), Optional.empty(), Optional.of("u-17"), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.of(1_900), OptionalLong.empty()),
                        new ModelCall(
                                Optional.empty(),
                                Optional.of("gpt-4o-2024-08-06"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 1_024, 0, 0, 300, 64)),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                        new Caller(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("helpdesk"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Set.of(
                                Field.START,
                                Field.LATENCY,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.STATUS,
                                Field.STREAM,
                                Field.SERVICE_TIER,
                                Field.REQUEST_ID,
                                Field.USER,
                                Field.SERVICE)));
    }

    @Test
    void readsEmbeddingsBetweenChatsByTheTimeOfTheLog() {
        Request request = sampled(1);
        assertThat(request.call().operation()).isEqualTo(Operation.EMBEDDING);
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:05Z"));
        assertThat(request.tokens()).hasValue(new Tokens(800, 0, 0, 0, 0, 0));
        assertThat(request.present()).doesNotContain(Field.OUTPUT_TOKENS);
        assertThat(request.completion().outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void readsAResponseThatRanInTheBackground() {
        Request request = sampled(2);
        assertThat(request.timing())
                .isEqualTo(new Timing(
                        Instant.parse("2026-10-05T08:00:05Z"), OptionalLong.of(40_000), OptionalLong.empty()));
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNSTREAMED);
        assertThat(request.call().tier()).isEqualTo(Tier.FLEX);
        assertThat(request.identity().session()).hasValue("resp_0002");
        assertThat(request.identity().user()).hasValue("u-18");
        assertThat(request.caller().workload()).hasValue("invoice-extract");
        assertThat(request.tokens()).hasValue(new Tokens(5_000, 0, 0, 0, 900, 600));
    }

    @Test
    void addsTheCachedTokensThatAnthropicCountsBesideTheInput() {
        Request request = sampled(3);
        assertThat(request.tokens()).hasValue(new Tokens(2_750, 2_000, 400, 300, 250, 0));
        assertThat(request.identity().user()).hasValue("u-19");
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
        String small = MESSAGE.replace("\"output_tokens\"", "\"cache_read_input_tokens\": 30, \"output_tokens\"");
        assertThat(request("\"ts\": 1791187200, " + small).tokens()).hasValue(new Tokens(130, 30, 0, 0, 20, 0));
    }

    @Test
    void addsWhatGeminiCountsBesidePromptAndCandidates() {
        Request request = sampled(4);
        assertThat(request.tokens()).hasValue(new Tokens(940, 400, 0, 0, 160, 60));
        assertThat(request.present()).doesNotContain(Field.CACHE_WRITE_TOKENS);
        assertThat(request.call().provider()).hasValue("vertex");
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:17.250Z"));
        assertThat(request.identity().requestId()).hasValue("g-0005");
    }

    @Test
    void readsGeminiAsItsPythonClientSpellsIt() {
        Request request = request("""
                "time": "2026-10-05T08:00:00Z", "response": {"model_version": "gemini-2.5-pro", "response_id": "g-1", \
                "usage_metadata": {"prompt_token_count": 10, "candidates_token_count": 5, "thoughts_token_count": 7, \
                "tool_use_prompt_token_count": 3, "cached_content_token_count": null}}""");
        assertThat(request.tokens()).hasValue(new Tokens(13, 0, 0, 0, 12, 7));
        assertThat(request.call().model()).hasValue("gemini-2.5-pro");
        assertThat(request.call().provider()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response",
                "response_body",
                "body",
                "output",
                "result",
                "completion",
            })
    void findsAnAnswerWhereverTheLoggerPutIt(String place) {
        Request bare = request("\"app\": \"a\", " + CHAT);
        assertThat(request("\"app\": \"a\", \"" + place + "\": {" + CHAT + "}")).isEqualTo(bare);
        String text = ("{" + CHAT + "}").replace("\\", "\\\\").replace("\"", "\\\"");
        assertThat(request("\"app\": \"a\", \"" + place + "\": \"" + text + "\""))
                .isEqualTo(bare);
    }

    @Test
    void readsAnExchangeWithItsStatus() {
        Request request = request("""
                "ts": 1791187200.5, "request": {"url": "/v1/messages", "body": {"model": "claude-sonnet-4-5", "stream": false}}, \
                "response": {"status": 200, "body": {%s}}""".formatted(MESSAGE));
        assertThat(request.completion())
                .isEqualTo(new Completion(Outcome.OK, Streaming.UNSTREAMED, OptionalInt.empty()));
        assertThat(request.present()).contains(Field.HTTP_STATUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ts\": \"2026-10-05T09:00:00Z\" | 2026-10-05T08:00:00Z",
                "\"started_at\": \"2026-10-05T07:59:59.750Z\" | 2026-10-05T07:59:59.750Z",
            })
    void takesALoggersStampForTheStartOnlyWhereItsNameSaysSo(String stamp, Instant start) {
        assertThat(request(stamp + ", " + CHAT).timing().start()).isEqualTo(start);
    }

    @Test
    void reckonsTheStartFromAnEndAndALatency() {
        Request request = request("\"finished_at\": \"2026-10-05T08:00:10Z\", \"duration_s\": 2.5, " + MESSAGE);
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:07.500Z"));
        assertThat(request.timing().latencyMillis()).hasValue(2_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"background\": false | UNKNOWN",
                "\"background\": true | UNSTREAMED",
                "\"background\": true, \"stream\": true | STREAMED",
                "\"stream\": false | UNSTREAMED",
            })
    void takesBackgroundForNobodyWaitingAndItsAbsenceForNothing(String members, Streaming streaming) {
        Request request = request(RESPONSE + ", " + members);
        assertThat(request.completion().streaming()).isEqualTo(streaming);
        assertThat(request.present().contains(Field.STREAM)).isEqualTo(streaming != Streaming.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"object\": \"response\", \"id\": \"resp_1\", \"status\": \"queued\"",
                "\"object\": \"response\", \"id\": \"resp_1\", \"status\": \"in_progress\"",
                "\"type\": \"response.output_text.delta\", \"delta\": \"…\"",
            })
    void leavesOutWhatOnlyLeadsToAnAnswer(String members) {
        ReadOnce read = ReadOnce.text("{" + RESPONSE + "}\n{" + members + "}\n");
        assertThat(read.collected().requests()).hasSize(1);
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.PART, 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"object\": \"response\", \"status\": \"failed\", \"error\": {\"code\": \"server_error\"} | FAILED",
                "\"object\": \"response\", \"status\": \"cancelled\" | CANCELLED",
                "\"object\": \"response\", \"status\": \"incomplete\", \"usage\": {\"output_tokens\": 9} | OK",
                "\"error\": {\"type\": \"tokens\", \"code\": \"rate_limit_exceeded\"} | RATE_LIMITED",
                "\"type\": \"error\", \"error\": {\"type\": \"overloaded_error\"} | RATE_LIMITED",
                "\"error\": {\"code\": 429, \"status\": \"RESOURCE_EXHAUSTED\"} | RATE_LIMITED",
                "\"error\": \"timed out\" | TIMEOUT",
                "\"status_code\": 500 | FAILED",
                "\"object\": \"chat.completion\", \"choices\": [{\"finish_reason\": \"error\"}] | FAILED",
                "\"usageMetadata\": {\"promptTokenCount\": 9}, \"candidates\": [{\"finishReason\": \"SAFETY\"}] | OK",
            })
    void tellsHowACallEnded(String members, Outcome outcome) {
        Collected read = ReadOnce.text("{" + CHAT + "}\n{\"ts\": 1791187200, " + members + "}")
                .collected();
        assertThat(read.problems()).isEmpty();
        assertThat(read.requests().get(1).completion().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"gen-1\", \"provider\": \"DeepInfra\" | openrouter",
                "\"provider\": \"azure\" | azure",
                "\"id\": \"msg_bdrk_1\" | bedrock",
                "\"id\": \"msg_vrtx_1\" | vertex",
            })
    void namesTheProviderThatSendsTheBill(String members, String provider) {
        assertThat(request(CHAT + ", " + members).call().provider()).hasValue(provider);
    }

    @Test
    void asksForATimeWhereNeitherTheAnswerNorTheLogTellsOne() {
        assertThat(ReadOnce.text("{" + MESSAGE + "}").collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .isEqualTo("ts: found '', expected the time of the call;"
                                + " the answer itself tells none, so log one beside it"));
    }

    @Test
    void tellsALineThatIsNoAnswer() {
        ReadOnce read = ReadOnce.text("{" + CHAT + "}\n{\"ts\": 1791187200, \"message\": \"starting\"}\n");
        assertThat(read.collected().problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.reason()).startsWith("object: found '', expected the answer of a model"));
    }

    @Test
    void leavesOutWhatTheLoggersOwnCacheServed() {
        ReadOnce read = ReadOnce.text("{\"cache_hit\": true, " + CHAT + "}");
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.GATEWAY_CACHE, 1L));
    }
}
