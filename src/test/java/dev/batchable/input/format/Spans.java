package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.ReadOnce;
import dev.batchable.record.Part;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes OTLP JSON for tests: a span of two seconds of the service `shop`, reported by `acme`.
final class Spans {
    private Spans() {}

    /// @param attributes as `name=value name=value`, all of them text
    static String span(String attributes) {
        return named("x", attributes);
    }

    static String named(String name, String attributes) {
        return "{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"b7ad6b7169203331\","
                + "\"parentSpanId\":\"\",\"name\":\"" + name + "\",\"startTimeUnixNano\":\"1793520000000000000\","
                + "\"endTimeUnixNano\":\"1793520002000000000\",\"attributes\":[" + attributes(attributes)
                + "],\"status\":{}}";
    }

    private static String attributes(String attributes) {
        return Stream.of(attributes.strip().split(" ", -1))
                .map(attribute -> attribute.split("=", 2))
                .map(pair -> "{\"key\":\"" + pair[0] + "\",\"value\":{\"stringValue\":\""
                        + pair[1].replace("\"", "\\\"") + "\"}}")
                .collect(Collectors.joining(","));
    }

    static String resource(String spans) {
        return "{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"shop\"}}]},"
                + "\"scopeSpans\":[{\"scope\":{\"name\":\"acme\"},\"spans\":[" + spans + "]}]}";
    }

    static String document(String spans) {
        return "{\"resourceSpans\":[" + resource(spans) + "]}";
    }

    /// The one part that a text holds.
    static Part only(String text) {
        Collected read = ReadOnce.text(text).collected();
        assertThat(read.problems()).isEmpty();
        assertThat(read.parts()).hasSize(1);
        return read.parts().get(0);
    }
}
