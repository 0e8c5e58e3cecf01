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
import dev.batchable.record.Money;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteLlmLoggingPayloadFormatTest implements FormatContract {
    @Override
    public String id() {
        return "litellm-logging-payload";
    }

    @Override
    public String sample() {
        return Samples.text("litellm-logging-payload/sample.jsonl");
    }

    /// One payload with further members, those of the same name replaced.
    private static String payload(String members) {
        return """
                {"id": "chatcmpl-1", "call_type": "acompletion", "stream": null, "status": "success", "model": "gpt-4o",
                 "startTime": 1791187200.5, "endTime": 1791187202.5, "completionStartTime": 1791187202.5,
                 "response_cost": 0.001, "prompt_tokens": 100, "completion_tokens": 20, "error_str": null,
                 "error_information": {"error_code": "", "error_class": ""}, %s}""".formatted(members).replace("\n", " ");
    }

    private static Request request(String members) {
        Collected read = ReadOnce.text(payload(members)).collected();
        assertThat(read.problems()).isEmpty();
        assertThat(read.requests()).hasSize(1);
        return read.requests().get(0);
    }

    @Test
    void readsOneCallWhole() {
        assertThat(ReadOnce.text(sample()).collected().requests().get(0))
                .isEqualTo(new Request(
                        new Identity(
                                Optional.of("chatcmpl-slp-0001"),
                                Optional.of("trace-1"),
                                Optional.of("u-17"),
                                Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:00.250Z"),
                                OptionalLong.of(4_200),
                                OptionalLong.of(650)),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("gpt-4o"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 1_024, 0, 0, 300, 40)),
                        Optional.of(Money.usd("0.006")),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.of(0)),
                        new Caller(
                                Optional.of("answers"),
                                Optional.of("support-chat"),
                                Optional.of("3f1c9a"),
                                Optional.empty(),
                                Optional.of("helpdesk"),
                                Optional.of("care"),
                                Optional.of("Mozilla/5.0"),
                                List.of()),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.LATENCY,
                                Field.FIRST_TOKEN,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.COST,
                                Field.STATUS,
                                Field.STREAM,
                                Field.RETRIES,
                                Field.SERVICE_TIER,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.USER_AGENT,
                                Field.WORKLOAD,
                                Field.KEY_ALIAS,
                                Field.KEY_ID,
                                Field.PROJECT,
                                Field.TEAM)));
    }

    @Test
    void readsTimesAsTextAndTokenDetailsOfARedactedResponse() {
        Request request = ReadOnce.text(sample()).collected().requests().get(1);
        assertThat(request.timing())
                .isEqualTo(new Timing(
                        Instant.parse("2026-10-05T01:00:00Z"), OptionalLong.of(9_000), OptionalLong.empty()));
        assertThat(request.tokens()).hasValue(new Tokens(8_000, 5_000, 600, 400, 500, 0));
        assertThat(request.call().region()).hasValue("us-east-1");
        assertThat(request.caller().workload()).hasValue("invoices");
        assertThat(request.identity().repeatKey()).hasValue("5c0a9f");
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNSTREAMED);
    }

    @Test
    void readsAnErrorAndABatchAndLeavesOutWhatTheCacheServed() {
        ReadOnce read = ReadOnce.text(sample());
        List<Request> requests = read.collected().requests();
        assertThat(requests).hasSize(4);
        assertThat(requests.get(2).completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(requests.get(3).call().tier()).isEqualTo(Tier.BATCH);
        assertThat(requests.get(3).call().count()).isEqualTo(500);
        assertThat(requests.get(3).timing().latencyMillis()).isEmpty();
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.GATEWAY_CACHE, 1L));
    }

    /// The logger writes one object over many lines; exports gather them in arrays.
    @Test
    void readsTheSameFromOneObjectAFileAndFromAnArray() {
        List<String> lines = sample().lines().toList();
        String expected = ReadOnce.text(sample()).collected().records().get(0);
        String spread = lines.get(0).replace(", \"", ",\n  \"");
        assertThat(ReadOnce.text(spread).collected().records()).containsExactly(expected);
        String array = lines.stream().collect(Collectors.joining(",\n", "[", "]"));
        assertThat(ReadOnce.text(array).collected().records())
                .isEqualTo(ReadOnce.text(sample()).collected().records());
    }

    @ParameterizedTest
    @CsvSource({"true, STREAMED", "false, UNSTREAMED", "null, UNKNOWN"})
    void believesTheFlagMoreThanTheTimes(String flag, Streaming streaming) {
        assertThat(request("\"stream\": " + flag).completion().streaming()).isEqualTo(streaming);
    }

    @Test
    void fallsBackToTheParametersOfTheCall() {
        Request request =
                request("\"model_parameters\": {\"stream\": true, \"service_tier\": \"flex\", \"user\": \"u-3\"}");
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(request.call().tier()).isEqualTo(Tier.FLEX);
        assertThat(request.identity().user()).hasValue("u-3");
    }

    @Test
    void believesTheTierThatServedMoreThanTheOneAskedFor() {
        Request request = request(
                "\"model_parameters\": {\"service_tier\": \"priority\"}, \"response\": {\"service_tier\": \"default\"}");
        assertThat(request.call().tier()).isEqualTo(Tier.STANDARD);
    }

    @Test
    void takesAnErrorTextAloneForAFailure() {
        assertThat(request("\"status\": null, \"error_str\": \"litellm.Timeout: timed out\"")
                        .completion()
                        .outcome())
                .isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void hasTheIdOfTheSpendLogSoThatCopiesMeet() {
        String spendLog = """
                {"request_id": "chatcmpl-1", "call_type": "acompletion", "spend": 0.001, "model": "gpt-4o",
                 "startTime": "2026-10-05 08:00:00.500000"}""".replace("\n", " ");
        Request copy = ReadOnce.text(spendLog).collected().requests().get(0);
        Request request = request("\"trace_id\": null");
        assertThat(request.identity().requestId()).isEqualTo(copy.identity().requestId());
        assertThat(request.timing().start()).isEqualTo(copy.timing().start());
    }

    @Test
    void leavesOutToolCalls() {
        assertThat(ReadOnce.text(payload("\"metadata\": {\"mcp_tool_call_metadata\": {\"name\": \"find_customer\"}}"))
                        .summary()
                        .ignored())
                .isEqualTo(Map.of(Ignored.TOOL_CALL, 1L));
    }
}
