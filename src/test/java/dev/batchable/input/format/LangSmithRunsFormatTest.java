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

class LangSmithRunsFormatTest implements FormatContract {
    private static final String IDS = "0192b7c1-0000-7000-8000-0000000000";

    @Override
    public String id() {
        return "langsmith-runs";
    }

    @Override
    public String sample() {
        return Samples.text("langsmith-runs/sample.jsonl");
    }

    private List<Part> parts() {
        return ReadOnce.text(sample()).collected().parts();
    }

    /// A line of the sample, counted from 0.
    private String line(int number) {
        return sample().lines().toList().get(number);
    }

    @Test
    void readsOneRunWhole() {
        assertThat(parts().get(0))
                .isEqualTo(new Part(
                        IDS + "0a",
                        new SourceRef("in", 2),
                        Part.Role.CALL,
                        IDS + "02",
                        Optional.of(IDS + "01"),
                        "langsmith-runs",
                        new Request(
                                new Identity(
                                        Optional.of("chatcmpl-9"),
                                        Optional.of("t-1"),
                                        Optional.of("u-7"),
                                        Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-11-02T08:00:01Z"),
                                        OptionalLong.of(3500),
                                        OptionalLong.of(600)),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-4.1-2025-04-14"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1000, 400, 100, 0, 200, 50)),
                                Optional.of(Money.usd("0.0036")),
                                new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                                new Caller(
                                        Optional.of("triage"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("1ffd059c-0000-4000-8000-000000000001"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of("nightly", "feature:triage")),
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
                                        Field.PROJECT,
                                        Field.TAGS))));
    }

    @Test
    void countsRunsOfModelsAndEmbeddingsOnly() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().parts())
                .extracting(Part::call)
                .containsExactly(IDS + "02", IDS + "05", IDS + "06", IDS + "07");
        assertThat(read.summary().ignored())
                .isEqualTo(Map.of(Ignored.WRAPPER, 1L, Ignored.TOOL_CALL, 1L, Ignored.OTHER_SPAN, 1L));
    }

    @ParameterizedTest
    @CsvSource({"'{\"runs\": [%s], \"cursors\": {\"next\": null}}'", "{\"data\": [%s]}", "[%s]"})
    void readsThePagesOfTheInterface(String page) {
        assertThat(Spans.only(page.replace("%s", line(1))).facts())
                .isEqualTo(parts().get(0).facts());
    }

    @Test
    void takesZerosForTokensThatNobodyCounted() {
        Request failed = parts().get(2).facts();
        assertThat(failed.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(failed.tokens()).isEmpty();
        assertThat(failed.cost()).isEmpty();
        assertThat(failed.present()).doesNotContain(Field.INPUT_TOKENS, Field.OUTPUT_TOKENS, Field.COST);
    }

    @Test
    void readsCacheWritesByTheirTimeToLive() {
        assertThat(parts().get(3).facts().tokens()).hasValue(new Tokens(900, 300, 100, 200, 10, 0));
    }

    @Test
    void takesTheSessionOfTheTopForTheProject() {
        Request embedding = parts().get(1).facts();
        assertThat(embedding.identity().session()).isEmpty();
        assertThat(embedding.caller().project()).hasValue("1ffd059c-0000-4000-8000-000000000001");
        assertThat(embedding.caller().workload()).hasValue("search");
        assertThat(embedding.call().provider()).hasValue("gemini");
        assertThat(embedding.call().operation()).isEqualTo(Operation.EMBEDDING);
    }

    @Test
    void leavesOutAFirstTokenBeforeTheStart() {
        Request facts = Spans.only(line(1).replace("2026-11-02T08:00:01.600000", "2026-11-02T07:00:00"))
                .facts();
        assertThat(facts.timing().firstTokenMillis()).isEmpty();
        assertThat(facts.present()).doesNotContain(Field.FIRST_TOKEN);
    }

    @Test
    void readsTimesOfTheJavaScriptLibrary() {
        String millis = line(1).replace("\"2026-11-02T08:00:01.000000\"", "1793606401000")
                .replace("\"2026-11-02T08:00:04.500000\"", "1793606404500");
        assertThat(Spans.only(millis).facts()).isEqualTo(parts().get(0).facts());
    }

    @ParameterizedTest
    @CsvSource({
        "usage_metadata, '\"outputs\": {\"usage_metadata\": %s}'",
        "metadata, '\"extra\": {\"metadata\": {\"usage_metadata\": %s}}'",
    })
    void readsUsageWhereTheRunItselfHoldsNone(String name, String place) {
        String usage = "{\"input_tokens\": 70, \"output_tokens\": 7, \"input_token_details\": {\"cache_read\": 60}}";
        String run = "{\"run_type\":\"llm\",\"id\":\"a\",\"trace_id\":\"a\",\"start_time\":\"2026-11-02T08:00:00\","
                + place.replace("%s", usage) + "}";
        assertThat(Spans.only(run).facts().tokens()).as(name).hasValue(new Tokens(70, 60, 0, 0, 7, 0));
    }
}
