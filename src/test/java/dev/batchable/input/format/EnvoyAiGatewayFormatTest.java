package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
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

class EnvoyAiGatewayFormatTest implements FormatContract {
    private static final SampleLine CHAT = call(0);

    private static SampleLine call(int index) {
        return SampleLine.of("envoy-ai-gateway/sample.jsonl", index);
    }

    @Override
    public String id() {
        return "envoy-ai-gateway";
    }

    @Override
    public String sample() {
        return Samples.text("envoy-ai-gateway/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(CHAT.request())
                .isEqualTo(new Request(
                        new Identity(Optional.of("e-1"), Optional.of("s-1"), Optional.of("u-17"), Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:00.100Z"),
                                OptionalLong.of(4_200),
                                OptionalLong.empty()),
                        new ModelCall(
                                Optional.empty(),
                                Optional.of("gpt-4o-2024-08-06"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 1_024, 0, 0, 300, 40)),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                        new Caller(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("care"),
                                Optional.of("curl/8.7.1"),
                                List.of()),
                        Set.of(
                                Field.START,
                                Field.LATENCY,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.HTTP_STATUS,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.TEAM,
                                Field.USER_AGENT)));
    }

    @ParameterizedTest
    @CsvSource({
        "200, -, OK",
        "504, UT, TIMEOUT",
        "503, 'URX,UT', TIMEOUT",
        "0, DC, CANCELLED",
        "200, DC, CANCELLED",
        "429, RL, RATE_LIMITED",
        "429, -, RATE_LIMITED",
        "503, URX, FAILED",
        "0, UF, FAILED",
        "0, -, UNKNOWN",
    })
    void tellsHowACallEndedByItsFlagsAndThenByItsStatus(String code, String flags, Outcome outcome) {
        Request request = CHAT.replacing("\"response_flags\":\"-\"", "\"response_flags\":\"" + flags + "\"")
                .with("\"response_code\": " + code)
                .request();
        assertThat(request.completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void readsACallThatGotNoAnswer() {
        Request request = call(2).request();
        assertThat(request.call().model()).hasValue("gpt-4o-mini");
        assertThat(request.tokens()).isEmpty();
        assertThat(request.timing().latencyMillis()).hasValue(15_000);
    }

    @Test
    void takesADashForNothing() {
        Request request = call(2).replacing("\"genai_tokens_input\":null", "\"genai_tokens_input\":\"-\"")
                .request();
        assertThat(request.tokens()).isEmpty();
        assertThat(request.call().model()).hasValue("gpt-4o-mini");
    }

    @Test
    void leavesOutToolCallsAndOtherTraffic() {
        call(3).isIgnoredAs(Ignored.TOOL_CALL);
        call(3).replacing("\"mcp_method\":\"tools/call\"", "\"mcp_method\":null")
                .isIgnoredAs(Ignored.TOOL_CALL);
        call(4).isIgnoredAs(Ignored.OTHER_TRAFFIC);
    }

    @Test
    void readsAnEmbedding() {
        assertThat(call(1).request().call().operation()).isEqualTo(Operation.EMBEDDING);
    }
}
