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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CloudflareAiGatewayFormatTest implements FormatContract {
    @Override
    public String id() {
        return "cloudflare-ai-gateway";
    }

    @Override
    public String sample() {
        return Samples.text("cloudflare-ai-gateway/sample.jsonl");
    }

    private List<Request> calls() {
        return ReadOnce.text(sample()).collected().requests();
    }

    private static Request only(String json) {
        ReadOnce read = ReadOnce.text(json + "\n");
        assertThat(read.collected().problems()).isEmpty();
        return read.collected().requests().get(0);
    }

    @Test
    void readsOneCallWhole() {
        assertThat(calls().get(0))
                .isEqualTo(new Request(
                        new Identity(
                                Optional.of("01JB0000000000000000000001"),
                                Optional.empty(),
                                Optional.of("u-17"),
                                Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.of(4_200), OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("gpt-4o"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_200, 0, 0, 0, 300, 0)),
                        Optional.of(Money.usd("0.006")),
                        new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.of(0)),
                        new Caller(
                                Optional.of("support-chat"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("care"),
                                Optional.empty(),
                                List.of("user:u-17", "feature:support-chat", "team:care")),
                        Set.of(
                                Field.START,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.COST,
                                Field.STATUS,
                                Field.HTTP_STATUS,
                                Field.RETRIES,
                                Field.REQUEST_ID,
                                Field.USER,
                                Field.WORKLOAD,
                                Field.TEAM,
                                Field.TAGS,
                                Field.CACHE_HIT)));
    }

    @Test
    void leavesOutWhatTheGatewaysCacheServed() {
        assertThat(ReadOnce.text(sample()).summary().ignored())
                .containsExactlyEntriesOf(Map.of(Ignored.GATEWAY_CACHE, 1L));
    }

    @Test
    void countsTheStepsBeforeAsRetries() {
        assertThat(calls().get(1).completion().retries()).hasValue(1);
    }

    @Test
    void readsARefusedCallOfAnotherProvider() {
        Request request = calls().get(2);
        assertThat(request.call().provider()).hasValue("gemini");
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
        assertThat(request.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(request.caller()).isEqualTo(Caller.NONE);
    }

    @Test
    void readsAPageOfTheApi() {
        String page = "{\"result\": [" + String.join(", ", sample().lines().toList())
                + "], \"result_info\": {\"count\": 4}, \"success\": true, \"errors\": []}";
        ReadOnce read = ReadOnce.text(page);
        assertThat(read.collected().requests()).isEqualTo(calls());
        assertThat(read.units()).isEqualTo(4);
    }

    @Test
    void readsCapitalisedNamesAndNoEncryptedMetadata() {
        Request request =
                only("{\"CreatedAt\": \"2026-10-05T08:00:00Z\", \"Provider\": \"openai\", \"Model\": \"gpt-4o\","
                        + " \"TokensIn\": 12, \"TokensOut\": 3, \"Cached\": \"false\", \"StatusCode\": 200, \"Duration\": 900,"
                        + " \"Metadata\": {\"key\": \"k\", \"iv\": \"i\", \"data\": \"d\"}}");
        assertThat(request.tokens()).hasValue(new Tokens(12, 0, 0, 0, 3, 0));
        assertThat(request.timing().latencyMillis()).hasValue(900);
        assertThat(request.completion().outcome()).isEqualTo(Outcome.OK);
        assertThat(request.caller()).isEqualTo(Caller.NONE);
    }

    @Test
    void refusesWhatLogpushDelivers() {
        String cipher = "{\"type\": \"encrypted\", \"key\": \"k\", \"iv\": \"i\", \"data\": \"d\"}";
        ReadOnce read = ReadOnce.text("{\"Cached\": false, \"Endpoint\": \"chat/completions\", \"Gateway\": \"prod\","
                + " \"Metadata\": " + cipher
                + ", \"Model\": \"gpt-4o\", \"Provider\": \"openai\", \"RateLimited\": false,"
                + " \"RequestBody\": " + cipher + ", \"ResponseBody\": " + cipher + ", \"StatusCode\": 200}\n");
        assertThat(read.result().inputs()).isEmpty();
        assertThat(read.result().fileProblems().get(0).reason())
                .startsWith("it is a Cloudflare AI Gateway Logpush file");
    }
}
