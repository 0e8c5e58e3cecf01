package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.batchable.input.Collected;
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
import org.junit.jupiter.params.provider.ValueSource;

class LangfuseFormatTest implements FormatContract {
    @Override
    public String id() {
        return "langfuse";
    }

    @Override
    public String sample() {
        return Samples.text("langfuse/sample.jsonl");
    }

    @Test
    void readsOneGenerationWhole() {
        assertThat(ReadOnce.text(sample()).collected().parts().get(0))
                .isEqualTo(new Part(
                        "t-1",
                        new SourceRef("in", 1),
                        Part.Role.CALL,
                        "o-1",
                        Optional.of("o-2"),
                        "langfuse-sdk",
                        new Request(
                                new Identity(
                                        Optional.of("o-1"), Optional.of("s-4"), Optional.of("u-17"), Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:00Z"),
                                        OptionalLong.of(3_000),
                                        OptionalLong.of(900)),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-5-mini"),
                                        Operation.CHAT,
                                        Tier.FLEX,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1_000, 600, 0, 0, 100, 20)),
                                Optional.of(Money.usd("0.0003")),
                                new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                                new Caller(
                                        Optional.of("extract-invoice"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("extract"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of("nightly")),
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
                                        Field.SERVICE_TIER,
                                        Field.REQUEST_ID,
                                        Field.SESSION,
                                        Field.USER,
                                        Field.WORKLOAD,
                                        Field.SERVICE,
                                        Field.TAGS))));
    }

    @Test
    void takesGenerationsAndEmbeddingsForCallsAndNothingElse() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().parts())
                .extracting(Part::call, part -> part.facts().call().operation())
                .containsExactly(
                        tuple("o-1", Operation.CHAT),
                        tuple("o-3", Operation.CHAT),
                        tuple("o-4", Operation.EMBEDDING),
                        tuple("o-5", Operation.CHAT));
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.WRAPPER, 1L, Ignored.TOOL_CALL, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"observations.csv", "blob.jsonl", "trace.json"})
    void readsTheSameCallsFromEveryKindOfExport(String name) {
        ReadOnce read = ReadOnce.text(Samples.text("langfuse/" + name));
        assertThat(read.summary().file().format()).isEqualTo("langfuse");
        assertThat(read.units()).isEqualTo(6);
        assertThat(read.collected().parts())
                .extracting(part -> part.facts().timing())
                .isEqualTo(calls(sample()).stream().map(Request::timing).toList());
        assertThat(read.collected().parts())
                .extracting(part -> part.facts().tokens())
                .isEqualTo(calls(sample()).stream().map(Request::tokens).toList());
        Request first = read.collected().parts().get(0).facts();
        Request expected = calls(sample()).get(0);
        assertThat(first.identity()).isEqualTo(expected.identity());
        assertThat(first.cost()).isEqualTo(expected.cost());
        assertThat(first.call()).isEqualTo(expected.call());
        assertThat(first.caller()).isEqualTo(expected.caller());
        assertThat(first.completion()).isEqualTo(expected.completion());
    }

    @Test
    void readsAPageOfTheApi() {
        String page = "{\"data\": [" + String.join(",", sample().lines().toList()) + "], \"meta\": {\"page\": 1}}";
        assertThat(calls(page)).isEqualTo(calls(sample()));
    }

    @Test
    void keepsTheCostOfATraceFromItsObservations() {
        Request call = only("""
                {"id": "t-1", "timestamp": "2026-10-05T08:00:00Z", "name": "intake", "sessionId": "s-4", "totalCost": 9.5,
                 "tags": ["nightly"], "observations": [
                   {"id": "o-1", "traceId": "t-1", "type": "GENERATION", "startTime": "2026-10-05T08:00:00Z",
                    "model": "gpt-4o", "usageDetails": {"input": 10, "output": 5}, "costDetails": {}}]}""");
        assertThat(call.cost()).isEmpty();
        assertThat(call.identity().session()).hasValue("s-4");
        assertThat(call.caller().tags()).containsExactly("nightly");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"input\":49,\"output\":40,\"total\":89}|49 0 0 0 40 0",
                "{\"input\":20,\"input_cached_tokens\":80,\"output\":5,\"output_reasoning_tokens\":3}|100 80 0 0 8 3",
                "{\"input\":5,\"input_cache_read\":60,\"output\":5}|65 60 0 0 5 0",
                "{\"input\":5,\"cache_read_input_tokens\":60,\"cache_creation_input_tokens\":30}|95 60 30 0 0 0",
                "{\"input\":5,\"input_cache_creation\":3,\"input_cache_creation_5m\":2,\"input_cache_creation_1h\":1}|8 0 2 1 0 0",
                "{\"input\":190,\"prompt_details.cache_read\":64,\"output\":164,\"completion_details.reasoning\":9}|190 64 0 0 164 9",
                "{\"input\":300,\"output\":50,\"reasoning.output_tokens\":30}|300 0 0 0 50 30",
                "{\"input\":30,\"cache_read.input_tokens\":90}|120 90 0 0 0 0",
                "{\"prompt_token_count\":7,\"candidates_token_count\":4,\"thoughts_token_count\":6}|7 0 0 0 10 6",
                "{\"input\":10,\"input_audio_tokens\":4,\"output\":1,\"output_audio_tokens\":2}|14 0 0 0 3 0",
                "{\"input\":\"12\",\"output\":3.0}|12 0 0 0 3 0",
            })
    void addsUpWhatIsCountedApartAndNotWhatIsCountedWithin(String details, String expected) {
        Tokens tokens = call("usageDetails", details).tokens().orElseThrow();
        assertThat(tokens.input() + " " + tokens.cacheRead() + " " + tokens.cacheWrite5m() + " " + tokens.cacheWrite1h()
                        + " " + tokens.output() + " " + tokens.reasoning())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"input\":0,\"output\":0,\"total\":0}", "{\"total\":12}"})
    void takesZeroUsageForUnknown(String details) {
        Request call = call("usageDetails", details);
        assertThat(call.tokens()).isEmpty();
        assertThat(call.present()).doesNotContain(Field.CACHE_READ_TOKENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"inputUsage\": 10, \"outputUsage\": 5",
                "\"usage\": {\"input\": 10, \"output\": 5, \"unit\": \"TOKENS\"}",
                "\"promptTokens\": 10, \"completionTokens\": 5",
            })
    void takesOlderNamesOfUsageWhereThereIsNoMap(String usage) {
        Request call = only(CALL.replace("\"usageDetails\": {\"input\": 10, \"output\": 5}", usage));
        assertThat(call.tokens()).hasValue(new Tokens(10, 0, 0, 0, 5, 0));
    }

    @Test
    void takesACostOfZeroForAMissingPriceAlsoWhereUsageIsUnknown() {
        Request call = only(CALL.replace("{\"input\": 10, \"output\": 5}", "{}").replace("0.25", "0"));
        assertThat(call.cost()).isEmpty();
        assertThat(call.present()).doesNotContain(Field.COST);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, '', OK",
        "WARNING, slow answer, OK",
        "ERROR, '', FAILED",
        "ERROR, Request timed out., TIMEOUT",
        "ERROR, 429 Too Many Requests, RATE_LIMITED",
    })
    void tellsFailureByTheLevel(String level, String message, Outcome outcome) {
        String json = CALL.replace("DEFAULT", level)
                .replace("\"statusMessage\": null", "\"statusMessage\": \"" + message + "\"");
        assertThat(only(json).completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotTakeACallThatNeverEndedForAnswered() {
        Request call =
                only(CALL.replace("{\"input\": 10, \"output\": 5}", "{}").replace("\"2026-10-05T08:00:02Z\"", "null"));
        assertThat(call.completion().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(call.timing().latencyMillis()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T08:00:00.500Z, 500, STREAMED",
        "2026-10-05T08:00:02Z,, UNKNOWN",
        "2026-10-05T07:59:59Z,, UNKNOWN",
    })
    void believesAFirstTokenBeforeTheEndOnly(String instant, Long millis, Streaming streaming) {
        Request call =
                only(CALL.replace("\"completionStartTime\": null", "\"completionStartTime\": \"" + instant + "\""));
        assertThat(call.timing().firstTokenMillis())
                .isEqualTo(millis == null ? OptionalLong.empty() : OptionalLong.of(millis));
        assertThat(call.completion().streaming()).isEqualTo(streaming);
        assertThat(call.present().contains(Field.FIRST_TOKEN)).isEqualTo(millis != null);
    }

    @Test
    void reckonsTheLatencyFromTheEndWhateverIsStored() {
        assertThat(only(CALL.replace("\"latency\": 2", "\"latencyMs\": 99"))
                        .timing()
                        .latencyMillis())
                .hasValue(2_000);
    }

    @Test
    void readsMillisecondsOfTheEventsTableWhereTheTimesAreLeftOut() {
        Request call = only(CALL.replace("\"endTime\": \"2026-10-05T08:00:02Z\"", "\"latencyMs\": 1500")
                .replace("\"completionStartTime\": null", "\"timeToFirstTokenMs\": 300"));
        assertThat(call.timing().latencyMillis()).hasValue(1_500);
        assertThat(call.timing().firstTokenMillis()).hasValue(300);
    }

    @ParameterizedTest
    @CsvSource({
        "ai.generateText, false",
        "ai.streamText answers, false",
        "ai.generateText.doGenerate, true",
        "ai.embed.doEmbed, true",
        "ai.generate, true",
    })
    void leavesOutWhatTheAiSdkWrapsAroundItsCalls(String name, boolean call) {
        ReadOnce read = ReadOnce.text(CALL.replace("\"extract\"", "\"" + name + "\""));
        assertThat(read.collected().parts()).hasSize(call ? 1 : 0);
        assertThat(read.summary().ignored()).isEqualTo(call ? Map.of() : Map.of(Ignored.WRAPPER, 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "openai.responses, openai",
        "google.vertex.chat, vertex",
        "google.generative-ai, gemini",
        "amazon-bedrock, bedrock",
        "azure-openai.chat, azure",
        "gcp.vertex_ai, vertex",
        "some-host, some-host",
    })
    void namesTheProviderThatAnInstrumentationWrote(String spelling, String provider) {
        Request call = call("metadata", "{\"attributes\": {\"gen_ai.system\": \"" + spelling + "\"}}");
        assertThat(call.call().provider()).hasValue(provider);
    }

    @Test
    void goesByAnExplicitTagBeforeTheNameOfTheTrace() {
        String named = "\"traceName\": \"chat\", \"traceTags\": [\"feature:refunds\"]";
        assertThat(only(CALL.replace("\"traceName\": null", named)).caller().workload())
                .hasValue("refunds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"output\": -5}| usageDetails.output: found '-5', expected a whole number",
                "{\"input\": 1.5}| usageDetails.input: found '1.5', expected a whole number",
                "[7]| usageDetails: found '7', expected a map of counts",
            })
    void namesTheUsageThatCannotBeRead(String details, String problem) {
        Collected read = ReadOnce.text(CALL.replace("{\"input\": 10, \"output\": 5}", details))
                .collected();
        assertThat(read.problems()).extracting(Problem::reason).containsExactly(problem);
    }

    private static final String CALL = """
            {"id": "o-1", "traceId": "t-1", "type": "GENERATION", "name": "extract", "level": "DEFAULT", \
            "statusMessage": null, "startTime": "2026-10-05T08:00:00Z", "endTime": "2026-10-05T08:00:02Z", \
            "completionStartTime": null, "latency": 2, "parentObservationId": null, "model": "gpt-4o", \
            "usageDetails": {"input": 10, "output": 5}, "totalCost": 0.25, "traceName": null, "metadata": {}}
            """;

    private static Request call(String key, String json) {
        return only(CALL.replaceAll("\"" + key + "\": \\{.*?\\}", "\"" + key + "\": " + json));
    }

    private static Request only(String file) {
        assertThat(ReadOnce.text(file).collected().problems())
                .extracting(Problem::reason)
                .isEmpty();
        List<Request> calls = calls(file);
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static List<Request> calls(String file) {
        return ReadOnce.text(file).collected().parts().stream().map(Part::facts).toList();
    }
}
