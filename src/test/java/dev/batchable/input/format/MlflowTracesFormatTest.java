package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Problem;
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
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowTracesFormatTest implements FormatContract {
    @Override
    public String id() {
        return "mlflow-traces";
    }

    @Override
    public String sample() {
        return Samples.text("mlflow-traces/sample.jsonl");
    }

    @Test
    void readsOneSpanWhole() {
        assertThat(parts(sample()).get(0))
                .isEqualTo(new Part(
                        "aWRlbnRpdHk=",
                        new SourceRef("in", 1),
                        Part.Role.CALL,
                        "c3BhbjI=",
                        Optional.of("c3BhbjE="),
                        "openai",
                        new Request(
                                new Identity(
                                        Optional.of("c3BhbjI="),
                                        Optional.of("s-4"),
                                        Optional.of("u-17"),
                                        Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:00.100Z"),
                                        OptionalLong.of(2_000),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-5-mini"),
                                        Operation.CHAT,
                                        Tier.FLEX,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1_000, 600, 0, 0, 200, 0)),
                                Optional.of(Money.usd("0.0005")),
                                new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                                new Caller(
                                        Optional.of("extract-invoice"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of()),
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
                                        Field.COST,
                                        Field.STATUS,
                                        Field.STREAM,
                                        Field.SERVICE_TIER,
                                        Field.REQUEST_ID,
                                        Field.SESSION,
                                        Field.USER,
                                        Field.WORKLOAD))));
    }

    @Test
    void takesSpansOfModelsForCallsAndNeverTheSumOfTheTrace() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().parts())
                .extracting(part -> part.facts().tokens().map(Tokens::input).orElse(0L))
                .containsExactly(1_000L, 2_450L, 700L, 0L);
        assertThat(read.summary().ignored())
                .isEqualTo(Map.of(Ignored.WRAPPER, 1L, Ignored.TOOL_CALL, 1L, Ignored.CONTEXT, 1L));
    }

    @Test
    void addsCachedTokensThatExceedTheInput() {
        assertThat(parts(sample()).get(1).facts().tokens()).hasValue(new Tokens(2_450, 2_000, 400, 0, 60, 0));
    }

    @Test
    void readsAttributesEncodedOnceTwiceOrNotAtAll() {
        Part embedding = parts(sample()).get(2);
        assertThat(embedding.facts().call().operation()).isEqualTo(Operation.EMBEDDING);
        assertThat(embedding.facts().identity().requestId()).hasValue("embd-1");
        assertThat(embedding.parent()).isEmpty();
        Part failed = parts(sample()).get(3);
        assertThat(failed.facts().call().operation()).isEqualTo(Operation.CHAT);
        assertThat(failed.facts().call().model()).hasValue("gpt-5-mini");
        assertThat(failed.facts().caller().workload()).hasValue("search");
        assertThat(failed.facts().identity().user()).hasValue("u-18");
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_CODE_OK, '', OK",
        "STATUS_CODE_UNSET, '', OK",
        "STATUS_CODE_ERROR, 429 Too Many Requests, RATE_LIMITED",
        "STATUS_CODE_ERROR, '', FAILED",
        "OK, left over, OK",
    })
    void tellsTheOutcomeByTheStatus(String code, String message, Outcome outcome) {
        String span =
                SPAN.replace("STATUS_CODE_OK", code).replace("\"message\": \"\"", "\"message\": \"" + message + "\"");
        assertThat(only(span).facts().completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void readsASingleSpan() {
        Part part = only(SPAN);
        assertThat(part.group()).isEqualTo("tr-9");
        assertThat(part.call()).isEqualTo("c3Bhbg==");
        assertThat(part.witness()).isEqualTo("mlflow-traces");
        assertThat(part.facts().tokens()).hasValue(new Tokens(63, 0, 0, 0, 153, 0));
        assertThat(part.facts().identity().requestId()).hasValue("chatcmpl-9");
    }

    @Test
    void readsSpansOfSchemaVersionTwo() {
        Part part = only("""
                {"info": {"request_id": "7", "timestamp_ms": 1791187200000, "request_metadata": {}, "tags": {}},
                 "data": {"spans": [{"name": "chat", "context": {"span_id": "0x84", "trace_id": "0x19"}, "parent_id": "0x83",
                   "start_time": 1791187200000000000, "end_time": 1791187201500000000, "status_code": "OK",
                   "attributes": {"mlflow.traceRequestId": "\\"7\\"", "mlflow.spanType": "\\"CHAT_MODEL\\""}}]}}""");
        assertThat(part.group()).isEqualTo("0x19");
        assertThat(part.call()).isEqualTo("0x84");
        assertThat(part.parent()).hasValue("0x83");
        assertThat(part.facts().timing().latencyMillis()).hasValue(1_500);
        assertThat(part.facts().tokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"traces\": [%s]}", "[%s]", "%s"})
    void readsTracesOfAPageAndOfAnArray(String page) {
        String traces = sample().lines().findFirst().orElseThrow();
        assertThat(parts(String.format(Locale.ROOT, page, traces))).hasSize(2);
    }

    @Test
    void namesTheMissingTimeOfASpan() {
        assertThat(ReadOnce.text(SPAN.replace("start_time_unix_nano", "began"))
                        .collected()
                        .problems())
                .extracting(Problem::reason)
                .containsExactly("start: found '', expected the time at which it began");
    }

    private static final String SPAN = """
            {"span_id": "c3Bhbg==", "name": "chat", "status": {"code": "STATUS_CODE_OK", "message": ""}, \
            "start_time_unix_nano": "1791187200000000000", "end_time_unix_nano": "1791187202000000000", \
            "attributes": {"mlflow.traceRequestId": "tr-9", "mlflow.spanType": "CHAT_MODEL", \
            "gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.response.model": "qwen3", \
            "gen_ai.response.id": "chatcmpl-9", "gen_ai.usage.input_tokens": "63", "gen_ai.usage.output_tokens": "153", \
            "mlflow.chat.tokenUsage": "{\\"input_tokens\\": 63, \\"output_tokens\\": 153, \\"total_tokens\\": 216}"}}
            """;

    private static Part only(String file) {
        assertThat(ReadOnce.text(file).collected().problems())
                .extracting(Problem::reason)
                .isEmpty();
        assertThat(parts(file)).hasSize(1);
        return parts(file).get(0);
    }

    private static List<Part> parts(String file) {
        return ReadOnce.text(file).collected().parts();
    }
}
