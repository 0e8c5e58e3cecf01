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

class PortkeyFormatTest implements FormatContract {
    private static final SampleLine CHAT = call(0);
    private static final SampleLine NIGHTLY = call(1);

    private static SampleLine call(int index) {
        return SampleLine.of("portkey/sample.jsonl", index);
    }

    @Override
    public String id() {
        return "portkey";
    }

    @Override
    public String sample() {
        return Samples.text("portkey/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(CHAT.request())
                .isEqualTo(new Request(
                        new Identity(Optional.of("pk-0001"), Optional.of("t-1"), Optional.of("u-17"), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.of(4_200), OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("gpt-4o"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 1_024, 0, 0, 300, 40)),
                        Optional.of(Money.usd("0.00472")),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.of(0)),
                        new Caller(
                                Optional.empty(),
                                Optional.of("helpdesk-openai"),
                                Optional.empty(),
                                Optional.of("helpdesk"),
                                Optional.empty(),
                                Optional.of("care"),
                                Optional.empty(),
                                List.of("_user:u-17", "app:helpdesk", "team:care")),
                        Set.of(
                                Field.START,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.COST,
                                Field.CURRENCY,
                                Field.STATUS,
                                Field.HTTP_STATUS,
                                Field.STREAM,
                                Field.RETRIES,
                                Field.SERVICE_TIER,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.KEY_ALIAS,
                                Field.SERVICE,
                                Field.TEAM,
                                Field.TAGS)));
    }

    @Test
    void readsCentsAsCents() {
        assertThat(CHAT.with("\"cost\": 125").request().cost()).hasValue(Money.usd("1.25"));
    }

    @Test
    void takesACostOfZeroForTokensAsMissing() {
        assertThat(CHAT.with("\"cost\": 0").request().cost()).isEmpty();
    }

    @Test
    void readsTheSameCallsFromCsv() {
        List<Request> requests =
                ReadOnce.text(Samples.text("portkey/sample.csv")).collected().requests();
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0).caller()).isEqualTo(CHAT.request().caller());
        assertThat(requests.get(0).completion()).isEqualTo(CHAT.request().completion());
        assertThat(requests.get(0).cost()).isEqualTo(CHAT.request().cost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Mon Oct 05 2026 08:00:00 GMT+0000 (Coordinated Universal Time)\"",
                "\"Mon Oct 05 2026 10:00:00 GMT+0200 (Central European Summer Time)\"",
                "\"2026-10-05 08:00:00\"",
                "1791187200",
                "1791187200000",
            })
    void readsEverySpellingOfTheStart(String text) {
        Request request = CHAT.with("\"created_at\": " + text).request();
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:00Z"));
    }

    @Test
    void readsBodiesThatAreColumnsOfTheirOwn() {
        Request request = CHAT.replacing("\"request\":", "\"request.body\":")
                .replacing("\"response\":", "\"response.body\":")
                .replacing("\"stream_mode\":\"TRUE\"", "\"stream_mode\":\"\"")
                .request();
        assertThat(request).isEqualTo(CHAT.request());
        assertThat(CHAT.replacing("\"response\":", "\"response\":{\"body\":")
                        .replacing(",\"is_success\"", "},\"is_success\"")
                        .request())
                .isEqualTo(CHAT.request());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"metadata.key\": [\"_user\", \"feature\"], \"metadata.value\": [\"u-9\", \"invoices\"]",
                "\"metadata\": {\"key\": [\"_user\", \"feature\"], \"value\": [\"u-9\", \"invoices\"]}",
                "\"metadata\": \"{\\\"_user\\\": \\\"u-9\\\", \\\"feature\\\": \\\"invoices\\\"}\"",
                "\"metadata\": [{\"key\": \"_user\", \"value\": \"u-9\"}, {\"key\": \"feature\", \"value\": \"invoices\"}]",
            })
    void readsMetadataInEveryLayout(String members) {
        Request request = NIGHTLY.replacing("\"metadata\":{}", members).request();
        assertThat(request.identity().user()).hasValue("u-9");
        assertThat(request.caller().workload()).hasValue("invoices");
        assertThat(request.present()).contains(Field.USER, Field.WORKLOAD);
    }

    @Test
    void believesNoColumnsOfMetadataThatDoNotFit() {
        Request request = NIGHTLY.replacing(
                        "\"metadata\":{}", "\"metadata.key\": [\"_user\", \"a\"], \"metadata.value\": [\"\", \"b\"]")
                .request();
        assertThat(request.identity().user()).isEmpty();
        assertThat(request.caller().tags()).isEmpty();
        assertThat(request.present()).doesNotContain(Field.USER, Field.TAGS);
    }

    @Test
    void takesThePromptForTheWorkloadWhereNothingNamesOne() {
        assertThat(NIGHTLY.request().caller().workload()).hasValue("invoice-extract");
    }

    @Test
    void addsCachedTokensThatTheUnitsLeftOut() {
        assertThat(NIGHTLY.request().tokens()).hasValue(new Tokens(8_000, 5_000, 600, 400, 500, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIT", "SEMANTIC HIT", "hit"})
    void leavesOutWhatTheGatewaysCacheServed(String status) {
        CHAT.with("\"cache_status\": \"" + status + "\"").isIgnoredAs(Ignored.GATEWAY_CACHE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 200, OK",
        "true, 200, OK",
        "0, 429, RATE_LIMITED",
        "0, 408, TIMEOUT",
        "0, 446, FAILED",
        "0, 200, FAILED",
        "FALSE, null, FAILED",
    })
    void tellsHowACallEnded(String success, String code, Outcome outcome) {
        Request request = CHAT.replacing("\"response_status_code\":200", "\"response_status_code\":" + code)
                .with("\"is_success\": \"" + success + "\"")
                .request();
        assertThat(request.completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotCountRetriesThatAllFailed() {
        Request request = call(2).request();
        assertThat(request.completion().retries()).isEmpty();
        assertThat(request.present()).doesNotContain(Field.RETRIES);
        assertThat(NIGHTLY.request().completion().retries()).hasValue(2);
    }

    @Test
    void readsAResponseTimeInMillisecondsWhateverItLooksLike() {
        assertThat(CHAT.with("\"response_time\": 812.4").request().timing().latencyMillis())
                .hasValue(812);
    }

    @ParameterizedTest
    @CsvSource({"azure-openai, azure", "vertex-ai, vertex", "bedrock, bedrock", "mistral-ai, mistral"})
    void namesTheProviderCanonically(String name, String provider) {
        assertThat(CHAT.with("\"ai_org\": \"" + name + "\"").request().call().provider())
                .hasValue(provider);
    }
}
