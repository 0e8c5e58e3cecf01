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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatadogLlmObservabilityFormatTest implements FormatContract {
    @Override
    public String id() {
        return "datadog-llm-observability";
    }

    @Override
    public String sample() {
        return Samples.text("datadog-llm-observability/sample.json");
    }

    @Test
    void readsOneSpanWhole() {
        Part part = parts(sample()).get(0);
        assertThat(part)
                .isEqualTo(new Part(
                        "6903738200000000af2d",
                        new SourceRef("in", part.place().line()),
                        Part.Role.CALL,
                        "101",
                        Optional.of("100"),
                        "datadog-llm-observability",
                        new Request(
                                new Identity(
                                        Optional.of("101"), Optional.of("s-4"), Optional.of("u-17"), Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:00Z"),
                                        OptionalLong.of(2_000),
                                        OptionalLong.of(250)),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-5-mini"),
                                        Operation.CHAT,
                                        Tier.FLEX,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1_000, 600, 0, 0, 200, 50)),
                                Optional.of(Money.usd("0.000007500")),
                                new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                                new Caller(
                                        Optional.of("extract-invoice"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("invoices"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(
                                                "service:intake",
                                                "env:prod",
                                                "error:0",
                                                "version:",
                                                "feature:extract-invoice")),
                                Set.of(
                                        Field.START,
                                        Field.LATENCY,
                                        Field.FIRST_TOKEN,
                                        Field.PROVIDER,
                                        Field.MODEL,
                                        Field.OPERATION,
                                        Field.INPUT_TOKENS,
                                        Field.CACHE_READ_TOKENS,
                                        Field.CACHE_WRITE_TOKENS,
                                        Field.OUTPUT_TOKENS,
                                        Field.REASONING_TOKENS,
                                        Field.COST,
                                        Field.STATUS,
                                        Field.STREAM,
                                        Field.SERVICE_TIER,
                                        Field.REQUEST_ID,
                                        Field.SESSION,
                                        Field.USER,
                                        Field.WORKLOAD,
                                        Field.SERVICE,
                                        Field.TAGS))));
    }

    @Test
    void takesModelSpansForCallsAndNothingElse() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().parts())
                .extracting(Part::call, part -> part.facts().call().operation().id())
                .extracting(Object::toString)
                .containsExactly(
                        "(\"101\", \"chat\")",
                        "(\"102\", \"chat\")",
                        "(\"103\", \"embedding\")",
                        "(\"104\", \"chat\")");
        assertThat(read.summary().ignored())
                .isEqualTo(Map.of(Ignored.WRAPPER, 2L, Ignored.TOOL_CALL, 1L, Ignored.CONTEXT, 1L));
    }

    @Test
    void countsCachedTokensAsPartOfTheInput() {
        assertThat(parts(sample()).get(1).facts().tokens()).hasValue(new Tokens(2_450, 2_000, 300, 100, 60, 0));
    }

    @Test
    void takesACostOfZeroForAMissingPrice() {
        assertThat(parts(sample()).get(1).facts().cost()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1791187200000", "1791187200000000", "1791187200000000000"})
    void tellsTheUnitOfTheStartByItsSize(String start) {
        assertThat(only("\"start_ns\": " + start).timing().start()).isEqualTo("2026-10-05T08:00:00Z");
    }

    @Test
    void takesTheParentOfARootForNone() {
        assertThat(parts(span("\"start_ns\": 1791187200000, \"parent_id\": \"undefined\""))
                        .get(0)
                        .parent())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ok, error:0, OK",
        "error, error.type:RateLimitError, RATE_LIMITED",
        "error, error_type:APITimeoutError, TIMEOUT",
        "error, error:1, FAILED",
    })
    void tellsFailureByStatusAndTags(String status, String tag, Outcome outcome) {
        Request call = only("\"start_ns\": 1791187200000, \"status\": \"" + status + "\", \"tags\": [\"" + tag + "\"]");
        assertThat(call.completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void knowsNoModelWhereNoneWasGiven() {
        Request call = parts(sample()).get(3).facts();
        assertThat(call.call().model()).isEmpty();
        assertThat(call.call().provider()).isEmpty();
        assertThat(call.present()).doesNotContain(Field.MODEL, Field.PROVIDER);
    }

    @Test
    void readsElementsOfAPageKeptAsLines() {
        String span = span("\"start_ns\": 1791187200000");
        assertThat(parts(span + "\n" + span.replace("\"7\"", "\"8\"") + "\n"))
                .extracting(Part::call)
                .containsExactly("7", "8");
    }

    private static String span(String more) {
        return "{\"id\": \"7\", \"type\": \"span\", \"attributes\": {\"ml_app\": \"a\", \"span_kind\": \"llm\","
                + " \"span_id\": \"7\", \"trace_id\": \"t\", " + more + "}}";
    }

    private static Request only(String more) {
        assertThat(ReadOnce.text(span(more)).collected().problems())
                .extracting(Problem::reason)
                .isEmpty();
        return parts(span(more)).get(0).facts();
    }

    private static List<Part> parts(String file) {
        return ReadOnce.text(file).collected().parts();
    }
}
