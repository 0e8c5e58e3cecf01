package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
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

class OpenRouterGenerationsFormatTest implements FormatContract {
    @Override
    public String id() {
        return "openrouter-generations";
    }

    @Override
    public String sample() {
        return Samples.text("openrouter-generations/sample.csv");
    }

    private Request sampled(int row) {
        return ReadOnce.text(sample()).collected().requests().get(row);
    }

    /// As the interface answers, with further members.
    private static Request generation(String members) {
        Collected read = ReadOnce.text("""
                {"data": {"id": "gen-1", "created_at": "2026-10-05T08:00:00.433273+00:00", "model": "openai/gpt-4.1",
                  "provider_name": "Google", "api_type": "completions", "streamed": true, "total_cost": 0.0015,
                  "tokens_prompt": 9, "tokens_completion": 24, "native_tokens_prompt": 10, "native_tokens_cached": 3,
                  "native_tokens_completion": 25, "native_tokens_reasoning": 5, "finish_reason": "stop", %s}}
                """.formatted(members)).collected();
        assertThat(read.problems()).isEmpty();
        return read.requests().get(0);
    }

    @Test
    void readsOneCallWhole() {
        assertThat(sampled(0))
                .isEqualTo(new Request(
                        new Identity(
                                Optional.of("gen-1791187200-aaa"),
                                Optional.empty(),
                                Optional.of("u-17"),
                                Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:00.713Z"),
                                OptionalLong.of(6_200),
                                OptionalLong.of(900)),
                        new ModelCall(
                                Optional.of("openrouter"),
                                Optional.of("anthropic/claude-4.5-sonnet-20250929"),
                                Operation.UNKNOWN,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(10_000, 4_000, 0, 0, 500, 120)),
                        Optional.of(Money.usd("0.0123")),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                        new Caller(
                                Optional.empty(),
                                Optional.of("support-chat"),
                                Optional.empty(),
                                Optional.of("Helpdesk"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("standard")),
                        Set.of(
                                Field.START,
                                Field.LATENCY,
                                Field.FIRST_TOKEN,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.COST,
                                Field.BYOK_COST,
                                Field.STATUS,
                                Field.STREAM,
                                Field.REQUEST_ID,
                                Field.USER,
                                Field.KEY_ALIAS,
                                Field.SERVICE,
                                Field.TAGS)));
    }

    @Test
    void addsWhatTheOwnKeyWasChargedAndNamesWhoChargedIt() {
        assertThat(sampled(1).cost().orElseThrow().amount()).isEqualByComparingTo("0.0105");
        assertThat(sampled(1).call().provider()).hasValue("openai");
        assertThat(sampled(1).completion().streaming()).isEqualTo(Streaming.UNSTREAMED);
    }

    @Test
    void believesACostOfZeroForAFreeVariantOnly() {
        assertThat(sampled(2).cost())
                .hasValueSatisfying(cost -> assertThat(cost.amount()).isZero());
        String paid = sample().replace(",free,", ",floor,");
        assertThat(ReadOnce.text(paid).collected().requests().get(2).cost()).isEmpty();
    }

    @Test
    void knowsACancelledCall() {
        assertThat(sampled(3).completion().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(sampled(3).present()).contains(Field.ERROR);
    }

    @Test
    void readsOlderExportsWithFewerColumns() {
        Request request = ReadOnce.text("""
                generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug,variant
                gen-1791187200-old,2026-10-05 08:00:00.713,0.0123,10389,137,openai/gpt-oss-120b,free
                """).collected().requests().get(0);
        assertThat(request.tokens()).hasValue(new Tokens(10_389, 0, 0, 0, 137, 0));
        assertThat(request.cost()).hasValue(Money.usd("0.0123"));
        assertThat(request.completion())
                .isEqualTo(new Completion(Outcome.UNKNOWN, Streaming.UNKNOWN, OptionalInt.empty()));
        assertThat(request.present())
                .doesNotContain(Field.CACHE_READ_TOKENS, Field.LATENCY, Field.CURRENCY, Field.STREAM);
    }

    @Test
    void takesTheProvidersOwnCountsFromTheInterface() {
        Request request = generation("\"is_byok\": false, \"upstream_inference_cost\": 0.0012");
        assertThat(request.tokens()).hasValue(new Tokens(10, 3, 0, 0, 25, 5));
        assertThat(request.cost()).hasValue(Money.usd("0.0015"));
        assertThat(request.call().provider()).hasValue("openrouter");
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
    }

    @Test
    void leavesTheCostToTheProviderWhereTheInterfaceTellsTheFeeOnly() {
        Request request = generation("\"is_byok\": true");
        assertThat(request.cost()).isEmpty();
        assertThat(request.call().provider()).hasValue("vertex");
        assertThat(request.present()).doesNotContain(Field.COST);
    }

    @ParameterizedTest
    @CsvSource({"1250, 1200, 1250", "300, 1200, 1200", "1250.5, null, 1251"})
    void takesTheLongerOfTwoTimesForTheLatency(String latency, String generation, long millis) {
        Request request = generation("\"latency\": " + latency + ", \"generation_time\": " + generation);
        assertThat(request.timing().latencyMillis()).hasValue(millis);
        assertThat(request.timing().firstTokenMillis()).isEmpty();
        assertThat(request.present()).contains(Field.LATENCY).doesNotContain(Field.FIRST_TOKEN);
    }

    @Test
    void readsRecordsOfTheInterfaceSavedTogether() {
        String record = "{\"id\": \"gen-%d\", \"created_at\": \"2026-10-05T08:00:00Z\", \"native_tokens_prompt\": 5}";
        String lines = record.formatted(1) + "\n" + record.formatted(2) + "\n";
        assertThat(ReadOnce.text(lines).collected().requests()).hasSize(2);
        assertThat(ReadOnce.text("{\"data\": [" + lines.strip().replace("\n", ",") + "]}")
                        .collected()
                        .requests())
                .hasSize(2);
    }
}
