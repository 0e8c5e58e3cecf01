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
import org.junit.jupiter.params.provider.ValueSource;

class HeliconeFormatTest implements FormatContract {
    private static final SampleLine STREAMED = call(0);
    private static final SampleLine NIGHTLY = call(1);

    private static SampleLine call(int index) {
        return SampleLine.of("helicone/sample.jsonl", index);
    }

    @Override
    public String id() {
        return "helicone";
    }

    @Override
    public String sample() {
        return Samples.text("helicone/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(STREAMED.request())
                .isEqualTo(new Request(
                        new Identity(
                                Optional.of("9a000000-0000-4000-8000-000000000001"),
                                Optional.of("s-1"),
                                Optional.of("u-17"),
                                Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.of(4_200), OptionalLong.of(650)),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("gpt-4o-2024-08-06"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 1_024, 0, 0, 300, 40)),
                        Optional.of(Money.usd("0.00472")),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                        new Caller(
                                Optional.of("support-chat"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("helpdesk"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(
                                        "Feature:support-chat",
                                        "App:helpdesk",
                                        "Helicone-Session-Id:s-1",
                                        "Helicone-Session-Path:/chat")),
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
                                Field.HTTP_STATUS,
                                Field.STREAM,
                                Field.SERVICE_TIER,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.WORKLOAD,
                                Field.SERVICE,
                                Field.TAGS,
                                Field.CACHE_HIT)));
    }

    @Test
    void addsCachedTokensToThePromptTokensWhichLeaveThemOut() {
        assertThat(NIGHTLY.request().tokens()).hasValue(new Tokens(8_000, 5_000, 1_000, 0, 500, 0));
    }

    @Test
    void readsTheExportersCsvWhoseModelAndLatencyAreEmpty() {
        ReadOnce read = ReadOnce.text(Samples.text("helicone/sample.csv"));
        Request request = read.collected().requests().get(0);
        assertThat(read.units()).isEqualTo(3);
        assertThat(request.call().model()).hasValue("gpt-4o");
        assertThat(request.timing().latencyMillis()).hasValue(4_200);
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(request.caller().workload()).hasValue("support-chat");
        assertThat(request.identity().requestId()).hasValue("5b1c0000-0000-4000-8000-000000000001");
        assertThat(request.cost()).hasValue(Money.usd("0.00472"));
    }

    @Test
    void readsTheOlderNameOfTheCost() {
        String csv = Samples.text("helicone/sample.csv").replaceFirst("cost\n", "cost_usd\n");
        assertThat(ReadOnce.text(csv).collected().requests().get(0).cost()).hasValue(Money.usd("0.00472"));
    }

    @Test
    void readsTheExportersJsonWhichEndsInAComma() {
        String json = "[\n" + STREAMED.line() + ",\n" + NIGHTLY.line() + ",\n]\n";
        ReadOnce read = ReadOnce.text(json);
        assertThat(read.result().fileProblems()).isEmpty();
        assertThat(read.collected().requests()).containsExactly(STREAMED.request(), NIGHTLY.request());
    }

    @Test
    void readsTheDashboardsExportAsTheSameCalls() {
        ReadOnce read = ReadOnce.text(Samples.text("helicone/dashboard.jsonl"));
        Request request = read.collected().requests().get(0);
        assertThat(request.identity()).isEqualTo(STREAMED.request().identity());
        assertThat(request.timing()).isEqualTo(STREAMED.request().timing());
        assertThat(request.tokens()).isEqualTo(STREAMED.request().tokens());
        assertThat(request.cost()).isEqualTo(STREAMED.request().cost());
        assertThat(request.completion()).isEqualTo(STREAMED.request().completion());
        assertThat(request.caller()).isEqualTo(STREAMED.request().caller());
        assertThat(read.summary().ignored()).containsEntry(Ignored.GATEWAY_CACHE, 1L);
    }

    @Test
    void readsTheDashboardsCsv() {
        String csv = "_type,id,model,heliconeMetadata\nopenai-chat,r-1,gpt-4o,\"{\"\"requestId\"\":\"\"r-1\"\","
                + "\"\"createdAt\"\":\"\"2026-10-05T08:00:00Z\"\",\"\"latency\"\":1200,\"\"promptTokens\"\":10,"
                + "\"\"status\"\":{\"\"code\"\":200,\"\"statusType\"\":\"\"success\"\"}}\"\n";
        Request request = ReadOnce.text(csv).collected().requests().get(0);
        assertThat(request.timing().latencyMillis()).hasValue(1_200);
        assertThat(request.tokens()).hasValue(new Tokens(10, 0, 0, 0, 0, 0));
        assertThat(request.completion().outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void readsTheTablesCostsAsBillionthsOfADollar() {
        Request request = ReadOnce.text(
                        "{\"request_id\": \"r\", \"organization_id\": \"o\", \"request_created_at\": \"2026-10-05 08:00:00.100\","
                                + " \"status\": 200, \"latency\": 950, \"model\": \"gpt-4o\", \"prompt_tokens\": 10, \"cost\": 4720000}\n")
                .collected()
                .requests()
                .get(0);
        assertThat(request.cost().orElseThrow().amount()).isEqualByComparingTo("0.00472");
        assertThat(request.timing().latencyMillis()).hasValue(950);
    }

    @Test
    void leavesOutWhatTheGatewaysCacheServed() {
        call(3).isIgnoredAs(Ignored.GATEWAY_CACHE);
    }

    @ParameterizedTest
    @CsvSource({
        "200, OK",
        "429, RATE_LIMITED",
        "500, FAILED",
        "-1, TIMEOUT",
        "-2, UNKNOWN",
        "-3, CANCELLED",
        "-4, FAILED",
        "0, UNKNOWN",
    })
    void tellsHowACallEnded(String status, Outcome outcome) {
        Request request = STREAMED.with("\"response_status\": " + status).request();
        assertThat(request.completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void takesATimedFirstTokenForAStream() {
        Request request = NIGHTLY.with("\"time_to_first_token\": 8990").request();
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(NIGHTLY.with("\"time_to_first_token\": 0").request())
                .satisfies(zero -> assertThat(zero.completion().streaming()).isEqualTo(Streaming.UNKNOWN))
                .satisfies(zero -> assertThat(zero.present()).doesNotContain(Field.FIRST_TOKEN));
    }

    @Test
    void takesASessionsNameOrAPromptForTheWorkloadWhereNothingNamesOne() {
        assertThat(NIGHTLY.request().caller().workload()).hasValue("nightly-invoices");
        assertThat(call(2).request().caller().workload()).hasValue("nightly-summary");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOM,", "AZURE, azure", "AWS, bedrock", "GOOGLE, gemini", "google-ai-studio, gemini", "GROQ, groq"})
    void namesTheProvider(String name, String provider) {
        Request request = STREAMED.with("\"provider\": \"" + name + "\"").request();
        assertThat(request.call().provider()).isEqualTo(Optional.ofNullable(provider));
        assertThat(request.present().contains(Field.PROVIDER)).isEqualTo(provider != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"request_body\": {\"_type\": \"tool\", \"toolName\": \"search\"}",
                "\"request_body\": {\"_type\": \"vector_db\"}",
                "\"model_override\": \"tool:search\"",
            })
    void leavesOutToolsAndVectorDatabases(String members) {
        NIGHTLY.with(members).isIgnoredAs(Ignored.TOOL_CALL);
    }

    @Test
    void takesACostOfZeroForTokensAsMissing() {
        assertThat(STREAMED.with("\"cost\": 0").request().cost()).isEmpty();
    }
}
