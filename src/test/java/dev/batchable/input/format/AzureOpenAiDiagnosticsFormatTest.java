package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Samples;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
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

class AzureOpenAiDiagnosticsFormatTest implements FormatContract {
    @Override
    public String id() {
        return "azure-openai-diagnostics";
    }

    @Override
    public String sample() {
        return Samples.text("azure-openai-diagnostics/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(OneFile.requests(sample()).get(0))
                .isEqualTo(new Request(
                        new Identity(Optional.of("c-1"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.of(2_000), OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("azure"),
                                Optional.of("gpt-4o"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.of("westeurope"),
                                Optional.of("models"),
                                1),
                        Optional.empty(),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.STREAMED, OptionalInt.empty()),
                        PlainCaller.of(Optional.of("models"), Optional.empty()),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.HTTP_STATUS,
                                Field.STREAM,
                                Field.REGION,
                                Field.REQUEST_ID,
                                Field.ACCOUNT,
                                Field.PROJECT)));
    }

    @Test
    void takesANegativeDurationForNone() {
        Request request = OneFile.requests(sample()).get(1);
        assertThat(request.timing())
                .isEqualTo(
                        new Timing(Instant.parse("2026-10-05T08:00:03Z"), OptionalLong.empty(), OptionalLong.empty()));
        assertThat(request.present()).doesNotContain(Field.LATENCY, Field.END);
        assertThat(request.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNSTREAMED);
        assertThat(request.call().model()).hasValue("embed");
    }

    @Test
    void leavesOutOtherCategoriesAndWhatCallsNoModel() {
        assertThat(OneFile.ignored(sample())).isEqualTo(Map.of(Ignored.ADMINISTRATION, 1L, Ignored.CONTEXT, 1L));
    }

    @Test
    void readsTheTimeOfTheEntryAndTheDurationWhereTicksAreMissing() {
        Request request = OneFile.request("""
                        TenantId,"TimeGenerated [UTC]",Category,OperationName,CorrelationId,DurationMs,ResultSignature,modelDeploymentName_s,streamType_s
                        t-1,"10/5/2026, 8:00:02.000 AM",RequestResponse,ChatCompletions_Create,c-1,1990,200,chat,Streaming
                        """);
        assertThat(request.timing())
                .isEqualTo(new Timing(
                        Instant.parse("2026-10-05T08:00:02Z"), OptionalLong.of(1_990), OptionalLong.empty()));
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
        assertThat(request.call().model()).hasValue("chat");
        assertThat(request.present()).contains(Field.START, Field.LATENCY);
    }

    @Test
    void readsPropertiesInACellAndEntriesInAPage() {
        String csv = "TimeGenerated,OperationName,CorrelationId,ResultSignature,properties_s\n"
                + "2026-10-05T08:00:02Z,ChatCompletions_Create,c-1,200,"
                + "\"{\"\"streamType\"\":\"\"Streaming\"\",\"\"modelName\"\":\"\"gpt-4o\"\"}\"\n";
        assertThat(OneFile.request(csv).call().model()).hasValue("gpt-4o");
        List<String> entries = sample().lines().toList();
        assertThat(OneFile.requests("{\"records\":[" + String.join(",", entries) + "]}"))
                .isEqualTo(OneFile.requests(sample()));
    }

    @ParameterizedTest
    @CsvSource({
        "ChatCompletions_Create, CHAT",
        "chat-completions, CHAT",
        "Completions_Create, COMPLETION",
        "Embeddings_Create, EMBEDDING",
        "ImageGenerations_Create, IMAGE",
        "Transcriptions_Create, AUDIO",
        "Responses_Create, CHAT",
        "Responses_Get,",
        "Create_Thread,",
        "ListKey,",
    })
    void tellsTheOperationByItsName(String name, Operation operation) {
        assertThat(AzureOperations.of(name)).isEqualTo(Optional.ofNullable(operation));
    }
}
