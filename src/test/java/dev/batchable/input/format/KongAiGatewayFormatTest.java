package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KongAiGatewayFormatTest implements FormatContract {
    private static final SampleLine CHAT = call(0);

    private static SampleLine call(int index) {
        return SampleLine.of("kong-ai-gateway/sample.jsonl", index);
    }

    @Override
    public String id() {
        return "kong-ai-gateway";
    }

    @Override
    public String sample() {
        return Samples.text("kong-ai-gateway/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(CHAT.request())
                .isEqualTo(new Request(
                        new Identity(Optional.of("k-1"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:00.100Z"),
                                OptionalLong.of(4_200),
                                OptionalLong.of(631)),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("gpt-4o-2024-08-06"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 1_024, 0, 0, 300, 40)),
                        Optional.of(Money.usd("0.006")),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.of(0)),
                        new Caller(
                                Optional.empty(),
                                Optional.of("helpdesk"),
                                Optional.of("8f000000-0000-4000-8000-000000000001"),
                                Optional.of("support-chat"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("python-httpx/0.28"),
                                List.of()),
                        Set.of(
                                Field.START,
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
                                Field.HTTP_STATUS,
                                Field.STREAM,
                                Field.RETRIES,
                                Field.REQUEST_ID,
                                Field.KEY_ALIAS,
                                Field.KEY_ID,
                                Field.SERVICE,
                                Field.USER_AGENT,
                                Field.CACHE_HIT)));
    }

    @Test
    void readsTheSingularTokenNamesOfOlderVersions() {
        Request request = call(1).request();
        assertThat(request.tokens()).hasValue(new Tokens(28, 0, 0, 0, 20, 0));
        assertThat(request.cost()).hasValue(Money.usd("0.0038"));
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNKNOWN);
    }

    @Test
    void countsEveryTryButTheFirstAsARetry() {
        assertThat(call(1).request().completion().retries()).hasValue(2);
        assertThat(call(2).request().completion().retries()).isEmpty();
        assertThat(call(2).request().present()).doesNotContain(Field.RETRIES);
    }

    @Test
    void readsACallThatGotNoAnswer() {
        Request request = call(2).request();
        assertThat(request.call().model()).hasValue("gpt-4o-mini");
        assertThat(request.call().provider()).hasValue("azure");
        assertThat(request.call().operation()).isEqualTo(Operation.UNKNOWN);
        assertThat(request.tokens()).isEmpty();
        assertThat(request.completion())
                .isEqualTo(new Completion(Outcome.RATE_LIMITED, Streaming.UNSTREAMED, OptionalInt.empty()));
        assertThat(request.present()).doesNotContain(Field.OPERATION);
    }

    @ParameterizedTest
    @CsvSource({"oneshot, UNSTREAMED", "stream, STREAMED", "realtime, STREAMED", "other, STREAMED"})
    void tellsStreamingByTheModeAndElseByTheFirstToken(String mode, Streaming streaming) {
        Request request = CHAT.replacing("\"request_mode\":\"stream\"", "\"request_mode\":\"" + mode + "\"")
                .request();
        assertThat(request.completion().streaming()).isEqualTo(streaming);
    }

    @Test
    void leavesOutWhatTheSemanticCacheServed() {
        call(3).isIgnoredAs(Ignored.GATEWAY_CACHE);
    }

    @Test
    void leavesOutToolCallsAndOtherTraffic() {
        call(4).isIgnoredAs(Ignored.TOOL_CALL);
        call(5).isIgnoredAs(Ignored.OTHER_TRAFFIC);
    }

    @Test
    void readsABatchOfTheHttpLog() {
        ReadOnce read = ReadOnce.text("[" + CHAT.line() + "," + call(5).line() + "]");
        assertThat(read.collected().requests()).containsExactly(CHAT.request());
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    void takesACostOfZeroForTokensAsMissing() {
        assertThat(CHAT.replacing("\"cost\":0.006", "\"cost\":0").request().cost())
                .isEmpty();
    }
}
