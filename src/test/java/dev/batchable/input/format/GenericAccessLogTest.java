package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.ReadOnce;
import dev.batchable.input.ReadingOptions;
import dev.batchable.input.Source;
import dev.batchable.policy.FormatMapping;
import dev.batchable.policy.Glob;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The generic format on the logs of proxies, which write a line when a request has ended.
class GenericAccessLogTest {
    private static final Map<String, String> NGINX = Map.of(
            "latency", "request_time",
            "operation", "request_uri",
            "model", "upstream_http_x_model",
            "input_tokens", "upstream_http_x_tokens_in",
            "output_tokens", "upstream_http_x_tokens_out");

    private static Request only(ReadOnce read) {
        assertThat(read.result().fileProblems()).isEmpty();
        assertThat(read.collected().problems()).isEmpty();
        return read.collected().requests().get(0);
    }

    private static ReadOnce mapped(String log) {
        FormatMapping mapping = new FormatMapping(FormatMapping.COMMAND_LINE, "map", Glob.of("*"), NGINX);
        ReadingOptions options = new ReadingOptions(1, ReadingOptions.CHUNK_BYTES, Map.of(), List.of(mapping));
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return ReadOnce.sources(options, Source.stream("access.log", () -> new ByteArrayInputStream(bytes)));
    }

    @Test
    void reckonsTheStartBackFromTheEnd() {
        Request request = only(ReadOnce.text("end_time,latency_ms,model\n2026-10-01T08:00:03Z,1250,gpt-4o\n"));
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-01T08:00:01.750Z"));
        assertThat(request.timing().latencyMillis()).hasValue(1_250);
        assertThat(request.present()).contains(Field.START, Field.END, Field.LATENCY);
    }

    @Test
    void countsARowWithAnEndAloneAsAProblem() {
        ReadOnce read = ReadOnce.text("end_time,latency_ms,model\n2026-10-01T08:00:03Z,,gpt-4o\n");
        assertThat(read.collected().problems()).hasSize(1);
    }

    @Test
    void readsNginxByAMapping() {
        Request request = only(mapped("""
                {"time_iso8601": "2026-10-01T10:00:03+02:00", "request_time": "1.250", "status": "499", \
                "request_uri": "/v1/chat/completions", "http_user_agent": "curl/8", "request_id": "a1", \
                "upstream_http_x_model": "gpt-4o", "upstream_http_x_tokens_in": "12", \
                "upstream_http_x_tokens_out": "-"}
                """));
        assertThat(request.timing().start()).isEqualTo(Instant.parse("2026-10-01T08:00:01.750Z"));
        assertThat(request.completion().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(request.call().operation()).isEqualTo(Operation.CHAT);
        assertThat(request.caller().userAgent()).contains("curl/8");
        assertThat(request.present()).contains(Field.INPUT_TOKENS).doesNotContain(Field.OUTPUT_TOKENS);
    }
}
