package dev.batchable.report.json;

import dev.batchable.report.AuditReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// `report.json`: writes and reads an [AuditReport] member by member, in the order of
/// `docs/report.schema.json`. Equal reports give equal bytes: two spaces of indent, `\n` at every line end and
/// at the end of the file, figures in plain decimal without trailing zeros.
public final class JsonReport {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private JsonReport() {}

    /// Writes the report and leaves the stream open.
    public static void write(AuditReport report, OutputStream out) throws IOException {
        JsonDocument.write(report, AuditReportJson::write, out);
    }

    static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(new Indented(), out, JsonEncoding.UTF8);
    }

    public static String toText(AuditReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(report, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses nothing", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Reads a report and leaves the stream open.
    ///
    /// @throws ReportFormatException where the bytes are no JSON, or no report of this version
    public static AuditReport read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() == null) {
                throw new ReportFormatException("$", "expected a report, found nothing");
            }
            Json json = Json.read(parser);
            if (parser.nextToken() != null) {
                throw new ReportFormatException("$", "expected one report, found more behind it");
            }
            return JsonIn.object(json, "$", AuditReportJson::read);
        } catch (StreamReadException e) {
            throw new ReportFormatException("$", "expected a report, found no JSON: " + where(e));
        } catch (JacksonException e) {
            throw ioException(e);
        }
    }

    private static String where(StreamReadException e) {
        return e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")";
    }

    static IOException ioException(JacksonException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    /// One `\n` whatever the platform, so that the bytes are the same everywhere.
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
