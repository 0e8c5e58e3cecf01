package dev.batchable.report.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/// One JSON document, member by member, in the form of `report.json`: equal content gives equal bytes.
public final class JsonDocument {
    private JsonDocument() {}

    /// Writes the document and leaves the stream open.
    public static <T> void write(T content, BiConsumer<T, JsonOut> members, OutputStream out) throws IOException {
        try (JsonGenerator generator = JsonReport.generator(out)) {
            new JsonOut(generator).object(content, members);
        } catch (JacksonException e) {
            throw JsonReport.ioException(e);
        }
        out.write('\n');
        out.flush();
    }
}
