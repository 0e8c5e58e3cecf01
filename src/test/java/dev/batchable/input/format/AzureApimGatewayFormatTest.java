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

class AzureApimGatewayFormatTest implements FormatContract {
    @Override
    public String id() {
        return "azure-apim-gateway";
    }

    @Override
    public String sample() {
        return Samples.text("azure-apim-gateway/sample.jsonl");
    }

    @Test
    void readsWhatTheGatewayAddsToACall() {
        assertThat(OneFile.parts(sample()).get(0))
                .isEqualTo(new Part(
                        "c-1",
                        new SourceRef("in", 1),
                        Part.Role.SUPPLEMENT,
                        "c-1",
                        Optional.empty(),
                        "azure-apim",
                        new Request(
                                new Identity(
                                        Optional.of("c-1"), Optional.empty(), Optional.of("u-9"), Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:00.123Z"),
                                        OptionalLong.of(1_500),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.of("azure"),
                                        Optional.empty(),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.of("westeurope"),
                                        Optional.of("models"),
                                        1),
                                Optional.empty(),
                                Optional.empty(),
                                new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                                new Caller(
                                        Optional.empty(),
                                        Optional.of("invoice-bot"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("ledger"),
                                        Optional.empty(),
                                        Optional.of("OpenAI/Python 1.40"),
                                        List.of()),
                                Set.of(
                                        Field.START,
                                        Field.LATENCY,
                                        Field.PROVIDER,
                                        Field.OPERATION,
                                        Field.HTTP_STATUS,
                                        Field.ACCOUNT,
                                        Field.REGION,
                                        Field.REQUEST_ID,
                                        Field.USER,
                                        Field.USER_AGENT,
                                        Field.KEY_ALIAS,
                                        Field.PROJECT))));
    }

    @Test
    void readsACallByItselfWhereBodiesAreLogged() {
        Part call = OneFile.parts(sample()).get(2);
        assertThat(call.role()).isEqualTo(Part.Role.CALL);
        assertThat(call.facts().tokens()).hasValue(new Tokens(100, 40, 0, 0, 30, 5));
        assertThat(call.facts().call().model()).hasValue("gpt-4o-2024-08-06");
    }

    @Test
    void takesAFailedCallForOneSinceTheLogOfModelsDoesNotHoldIt() {
        assertThat(OneFile.parts(sample()).get(1).role()).isEqualTo(Part.Role.CALL);
        String other =
                sample().lines().skip(1).findFirst().orElseThrow().replace("ChatCompletions_Create", "get-order");
        assertThat(OneFile.part(other).role()).isEqualTo(Part.Role.SUPPLEMENT);
    }

    @Test
    void tellsSubscriptionsWithAndWithoutANameFromTheSharedOne() {
        List<Caller> callers = OneFile.parts(sample()).stream()
                .map(part -> part.facts().caller())
                .toList();
        assertThat(callers)
                .extracting(Caller::keyAlias)
                .containsExactly(Optional.of("invoice-bot"), Optional.empty(), Optional.empty());
        assertThat(callers)
                .extracting(Caller::keyId)
                .containsExactly(Optional.empty(), Optional.of("66f0a1b2c3d4e5f601234567"), Optional.empty());
        assertThat(OneFile.parts(sample()).get(1).facts().completion().outcome())
                .isEqualTo(Outcome.RATE_LIMITED);
    }

    @Test
    void leavesOutWhatTheGatewaysCacheServed() {
        String hit = sample().lines().findFirst().orElseThrow().replace("\"cache\":\"none\"", "\"cache\":\"hit\"");
        assertThat(OneFile.ignored(hit)).isEqualTo(Map.of(Ignored.GATEWAY_CACHE, 1L));
        assertThat(OneFile.part(hit.replace("ChatCompletions_Create", "get-orders"))
                        .role())
                .isEqualTo(Part.Role.SUPPLEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://models.cognitiveservices.azure.com/openai, azure",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model, bedrock",
        "https://api.anthropic.com/v1/messages, anthropic",
        "https://orders.example.com,",
    })
    void knowsTheProviderByTheAddressBehindTheGateway(String address, String provider) {
        Part part =
                OneFile.part("TimeGenerated [UTC],CorrelationId,ApiId,BackendUrl,TotalTime,BackendTime,ResponseCode\n"
                        + "\"10/5/2026, 1:00:00.000 PM\",c-1,a," + address + ",1500,1400,200\n");
        assertThat(part.facts().call().provider()).isEqualTo(Optional.ofNullable(provider));
        assertThat(part.facts().timing())
                .isEqualTo(new Timing(
                        Instant.parse("2026-10-05T13:00:00Z"), OptionalLong.of(1_500), OptionalLong.empty()));
    }
}
