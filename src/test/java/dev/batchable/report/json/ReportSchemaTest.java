package dev.batchable.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.AuditReport;
import dev.batchable.report.CompanyWorkloads;
import dev.batchable.report.ReportFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportSchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ReportSchema schema = ReportSchema.load();

    static Stream<AuditReport> reports() {
        return JsonReportTest.reports();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void acceptsEveryReport(AuditReport report) {
        assertThat(schema.errors(JsonReport.toText(report))).isEmpty();
    }

    /// Every member of every object is required, and no object may hold another: a schema that let one
    /// through would say nothing about it.
    @Test
    void noticesEveryMissingAndEveryUnknownMember() {
        AuditReport small = ReportFixtures.companyWithBill(List.of(
                CompanyWorkloads.invoiceExtract(), CompanyWorkloads.supportChat(), CompanyWorkloads.reportSummaries()));
        String text = JsonReport.toText(small);
        List<String> unnoticed = new ArrayList<>();
        JsonNode root = MAPPER.readTree(text);
        for (ObjectNode part : parts(root)) {
            for (String name : List.copyOf(part.propertyNames())) {
                JsonNode value = part.get(name);
                part.remove(name);
                note(root, "without " + name, unnoticed);
                part.set(name, value);
            }
            part.put("surplus", 1);
            note(root, "with surplus in " + part.propertyNames(), unnoticed);
            part.remove("surplus");
        }
        assertThat(unnoticed).isEmpty();
    }

    /// One object of each shape.
    private List<ObjectNode> parts(JsonNode root) {
        List<ObjectNode> parts = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            JsonNode node = open.removeFirst();
            if (node instanceof ObjectNode object && !seen.contains(List.copyOf(object.propertyNames()))) {
                seen.add(List.copyOf(object.propertyNames()));
                parts.add(object);
            }
            node.forEach(open::add);
        }
        assertThat(parts).hasSizeGreaterThan(35);
        return parts;
    }

    private void note(JsonNode root, String change, List<String> unnoticed) {
        if (schema.errors(root).isEmpty()) {
            unnoticed.add(change);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schemaVersion" : 1           | "schemaVersion" : 2
            "asOf" : "2026-11-01"         | "asOf" : "1 November"
            "asOf" : "2026-11-01"         | "asOf" : null
            "currency" : "USD"            | "currency" : "usd"
            "kind" : "requests"           | "kind" : "request"
            "verdict" : "move"            | "verdict" : "maybe"
            "target" : "batch"            | "target" : "standard"
            "share" : 1                   | "share" : 1.01
            "requests" : 180602           | "requests" : -1
            "requests" : 180602           | "requests" : 0.5
            "priced" : 0.993355           | "priced" : "99 %"
            "realtimeSpend" : 3396.004    | "realtimeSpend" : -1
            "hourOfWeek" : [ 1,           | "hourOfWeek" : [
            "why" : null                  | "why" : "both"
            "rated" : null                | "rated" : 0
            "status" : "failed"           | "status" : "broken"
            "from" : "2026-10-12T14:00:00Z" | "from" : "noon"
            """)
    void noticesAValueThatCannotBe(String original, String replacement) {
        String text = JsonReport.toText(ReportFixtures.companyWithBill());
        int at = text.indexOf(original);
        assertThat(at).as(original).isNotNegative();

        String broken = text.substring(0, at) + replacement + text.substring(at + original.length());

        assertThat(schema.errors(broken)).isNotEmpty();
    }

    @Test
    void describesEveryMember() throws IOException {
        List<String> bare = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(MAPPER.readTree(Files.readString(ReportSchema.FILE))));
        while (!open.isEmpty()) {
            JsonNode node = open.removeFirst();
            if (node.path("properties").isObject() && node.has("required")) {
                node.path("properties")
                        .propertyStream()
                        .filter(member -> member.getValue()
                                .path("description")
                                .asString("")
                                .isBlank())
                        .forEach(member -> bare.add(member.getKey()));
                assertThat(node.path("additionalProperties").isBoolean()).isTrue();
            }
            node.forEach(open::add);
        }
        assertThat(bare).isEmpty();
    }
}
