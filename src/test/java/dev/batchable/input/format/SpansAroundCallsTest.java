package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Ignored;
import dev.batchable.input.ReadOnce;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who waits often stands only on the spans around the calls.
class SpansAroundCallsTest {
    private static String span(String parent, String attributes) {
        return """
                {"resourceSpans":[{"scopeSpans":[{"scope":{"name":"web"},"spans":[{"traceId":"t-1","spanId":"s-1",\
                "parentSpanId":"%s","name":"POST /ask","startTimeUnixNano":"1793520000000000000","attributes":{%s}}]}]}]}
                """.formatted(parent, attributes);
    }

    private static String run(String metadata) {
        return """
                {"id":"r-1","run_type":"chain","trace_id":"t-1","start_time":"2026-11-01T08:00:00","parent_run_id":null,\
                "extra":{"metadata":{%s}}}
                """.formatted(metadata);
    }

    @Test
    void handsOnTheSessionTheUserAndTheUserAgentOfTheOutermostSpan() {
        Part part = ReadOnce.text(span("", """
                        "session.id":"s-9","user.id":"u-7","user_agent.original":"Mozilla/5.0"
                        """)).collected().parts().get(0);
        assertThat(part.role()).isEqualTo(Part.Role.CONTEXT);
        assertThat(part.group()).isEqualTo("t-1");
        assertThat(part.facts().identity().session()).contains("s-9");
        assertThat(part.facts().identity().user()).contains("u-7");
        assertThat(part.facts().caller().userAgent()).contains("Mozilla/5.0");
        assertThat(part.facts().present()).isEqualTo(Set.of(Field.START, Field.SESSION, Field.USER, Field.USER_AGENT));
    }

    @ParameterizedTest
    @CsvSource({
        "s-0, '\"user_agent.original\":\"OpenAI/Python 1.40\"', " + Ignored.OTHER_SPAN,
        "'', '\"http.method\":\"POST\"', " + Ignored.OTHER_SPAN,
        "'', '\"openinference.span.kind\":\"AGENT\"', " + Ignored.WRAPPER
    })
    void ignoresASpanThatDoesNotTellWhoWaits(String parent, String attributes, String reason) {
        ReadOnce read = ReadOnce.text(span(parent, attributes));
        assertThat(read.collected().parts()).isEmpty();
        assertThat(read.summary().ignored()).isEqualTo(Map.of(reason, 1L));
    }

    @Test
    void handsOnTheThreadOfTheRunAroundTheModel() {
        assertThat(ReadOnce.text(run("\"thread_id\":\"th-1\"")).collected().parts())
                .singleElement()
                .satisfies(part -> assertThat(part.facts().identity().session()).contains("th-1"));
        assertThat(ReadOnce.text(run("")).summary().ignored()).isEqualTo(Map.of(Ignored.WRAPPER, 1L));
    }
}
