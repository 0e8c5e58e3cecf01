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
import org.junit.jupiter.params.provider.ValueSource;

class AzureApimLlmFormatTest implements FormatContract {
    private static final String ENTRY = """
            {"time":"2026-10-05T08:00:00Z","category":"GatewayLlmLogs","correlationId":"c-1","properties":
             {"deploymentName":"gpt-4o","modelName":"gpt-4o","promptTokens":10,"completionTokens":2,
              "isStreamCompletion":false,"sequenceNumber":0}}""";

    @Override
    public String id() {
        return "azure-apim-llm";
    }

    @Override
    public String sample() {
        return Samples.text("azure-apim-llm/sample.csv");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(OneFile.parts(sample()).get(0))
                .isEqualTo(new Part(
                        "c-1",
                        new SourceRef("in", 2),
                        Part.Role.CALL,
                        "c-1",
                        Optional.empty(),
                        "azure-apim",
                        new Request(
                                new Identity(Optional.of("c-1"), Optional.empty(), Optional.empty(), Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-10-05T08:00:00.123Z"),
                                        OptionalLong.empty(),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.of("azure"),
                                        Optional.of("gpt-4o-mini"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.of("West Europe"),
                                        1),
                                Optional.of(new Tokens(1_000, 0, 0, 0, 200, 0)),
                                Optional.empty(),
                                new Completion(Outcome.UNKNOWN, Streaming.STREAMED, OptionalInt.empty()),
                                Caller.NONE,
                                Set.of(
                                        Field.START,
                                        Field.PROVIDER,
                                        Field.MODEL,
                                        Field.OPERATION,
                                        Field.INPUT_TOKENS,
                                        Field.OUTPUT_TOKENS,
                                        Field.STREAM,
                                        Field.REGION,
                                        Field.REQUEST_ID))));
    }

    @Test
    void countsTheTokensOnceAndNoPiecesOfMessages() {
        List<Part> parts = OneFile.parts(sample());
        assertThat(parts).extracting(Part::call).containsExactly("c-1", "c-2");
        assertThat(parts.get(1).facts().call().operation()).isEqualTo(Operation.EMBEDDING);
        assertThat(OneFile.ignored(sample())).isEqualTo(Map.of(Ignored.PART, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10/5/2026, 8:00:00.123 AM",
                "10/5/2026, 8:00:00.123\u202fAM",
                "2026-10-05T08:00:00.123Z",
                "2026-10-05 08:00:00.123"
            })
    void readsTimesAsThePortalAndAsTheTableWritesThem(String time) {
        String csv = "TimeGenerated,CorrelationId,PromptTokens,CompletionTokens,SequenceNumber\n\"" + time
                + "\",c-1,10,2,0\n";
        assertThat(OneFile.part(csv).facts().timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:00.123Z"));
    }

    @Test
    void doesNotGuessWhichNumberIsTheMonth() {
        assertThat(OneFile.problems("""
                        TimeGenerated [UTC],CorrelationId,PromptTokens,SequenceNumber
                        "05/10/2026, 08:00:00.123",c-1,10,0
                        """))
                .singleElement()
                .asString()
                .startsWith("TimeGenerated [UTC]: found '05/10/2026, 08:00:00.123'");
    }

    @Test
    void readsEntriesInStorageAndInPagesOfAnEventHub() {
        Part expected = OneFile.part(ENTRY.replace("\n", ""));
        assertThat(expected.facts().tokens()).hasValue(new Tokens(10, 0, 0, 0, 2, 0));
        String page = "{\"records\":[" + ENTRY.replace("\n", "") + "]}";
        assertThat(OneFile.part(page)).isEqualTo(expected);
        assertThat(OneFile.parts(page + "\n" + page)).hasSize(2);
        assertThat(OneFile.part("[" + ENTRY.replace("\n", "") + "]")).isEqualTo(expected);
    }

    @Test
    void takesZerosForCountsThatWereNotSeen() {
        Request call =
                OneFile.part(ENTRY.replace("10,", "0,").replace("2,\n", "0,")).facts();
        assertThat(call.tokens()).isEmpty();
        assertThat(call.present()).doesNotContain(Field.INPUT_TOKENS, Field.OUTPUT_TOKENS);
    }

    @Test
    void readsTheRowsOfTheGatewayInTheSameFile() {
        String gateway = Samples.text("azure-apim-gateway/sample.jsonl")
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(OneFile.parts(ENTRY.replace("\n", "") + "\n" + gateway))
                .extracting(Part::role)
                .containsExactly(Part.Role.CALL, Part.Role.SUPPLEMENT);
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, azure", "'',"})
    void knowsAzureByTheDeployment(String deployment, String provider) {
        String entry = ENTRY.replace("\"deploymentName\":\"gpt-4o\"", "\"deploymentName\":\"" + deployment + "\"");
        assertThat(OneFile.part(entry).facts().call().provider()).isEqualTo(Optional.ofNullable(provider));
    }
}
