package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FileProblem;
import dev.batchable.input.ReadOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a batch job of Bedrock leaves in S3 tells no time, and a call without a time is none that can be counted.
class BedrockBatchRefusalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"recordId\":\"A1\",\"modelInput\":{\"inputText\":\"…\"},\"modelOutput\":{\"inputTextTokenCount\":8}}",
                "{\"recordId\":\"A2\",\"modelInput\":{},\"error\":{\"errorCode\":400,\"errorMessage\":\"bad request\"}}",
                "{\"recordId\":\"A3\",\"modelInput\":{},\"modelOutput\":{\"model\":\"claude-haiku-4-5\",\"type\":\"message\","
                        + "\"usage\":{\"input_tokens\":8,\"output_tokens\":3}}}",
            })
    void refusesTheRecordsOfABatchWithoutTimesAndSaysHowToAddThem(String record) {
        assertThat(reason(record))
                .startsWith(
                        "it is the output of a Bedrock batch job; its lines tell neither time nor model; write both")
                .contains("jq -c");
    }

    @Test
    void refusesTheManifestAndNamesTheRecords() {
        assertThat(reason("{\"totalRecordCount\":2,\"processedRecordCount\":2,\"successRecordCount\":1,"
                        + "\"errorRecordCount\":1,\"inputTokenCount\":8,\"outputTokenCount\":3}"))
                .startsWith("it is the manifest of a Bedrock batch job")
                .contains("*.jsonl.out");
    }

    private static String reason(String text) {
        return ReadOnce.text(text + "\n").result().fileProblems().stream()
                .map(FileProblem::reason)
                .findFirst()
                .orElse("none");
    }
}
