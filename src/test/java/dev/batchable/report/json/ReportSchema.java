package dev.batchable.report.json;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schema of `report.json`, for tests of anything that writes one.
public final class ReportSchema {
    static final Path FILE = Path.of("docs/report.schema.json");

    private final Schema schema;

    private ReportSchema(Schema schema) {
        this.schema = schema;
    }

    public static ReportSchema load() {
        return load(FILE);
    }

    /// The schema of another document that the program writes.
    public static ReportSchema load(Path file) {
        try {
            return new ReportSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with a report, one line each; empty where nothing is.
    public List<String> errors(String json) {
        return errors(new JsonMapper().readTree(json));
    }

    List<String> errors(JsonNode json) {
        return schema
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
