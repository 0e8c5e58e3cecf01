package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.ReadOnce;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceRefusalsTest {
    private static String refusal(ReadOnce read) {
        assertThat(read.result().inputs()).isEmpty();
        assertThat(read.result().fileProblems()).hasSize(1);
        return read.result().fileProblems().get(0).reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{}}]}]}]} | OpenTelemetry logs",
                "{\"resourceMetrics\":[{\"scopeMetrics\":[]}]} | OpenTelemetry metrics",
                "{\"data\":[{\"traceID\":\"1\",\"spans\":[{\"operationName\":\"x\",\"startTime\":1}],\"processes\":{}}]} | Jaeger",
                "[{\"traceId\":\"1\",\"id\":\"2\",\"timestamp\":1,\"localEndpoint\":{\"serviceName\":\"x\"}}] | Zipkin",
                "[[{\"traceId\":\"1\",\"id\":\"2\",\"timestamp\":1,\"localEndpoint\":{\"serviceName\":\"x\"}}]] | Zipkin",
            })
    void saysHowToExportTracesThatAreNotRead(String text, String what) {
        assertThat(refusal(ReadOnce.text(text))).contains(what).contains("format: json");
    }

    @ParameterizedTest
    @CsvSource({"'\u0000\u0000\u0001\u0002(\u00b5/\u00fd...'", "'\u0000\u0000\u0001\u0002\n\u0005abc'"})
    void saysHowToExportWithoutLengthsBeforeTheMessages(String bytes) {
        assertThat(refusal(ReadOnce.bytes(bytes.getBytes(StandardCharsets.ISO_8859_1))))
                .contains("format: json and no compression");
    }

    @Test
    void takesOtherBytesForBinary() {
        assertThat(refusal(ReadOnce.bytes(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})))
                .startsWith("binary, not text");
    }
}
