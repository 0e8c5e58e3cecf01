package dev.batchable.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.NetTotals;
import dev.batchable.report.ReportFixtures;
import dev.batchable.report.SavingTotals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    static Stream<AuditReport> reports() {
        return Stream.of(ReportFixtures.company(), ReportFixtures.companyWithBill(), ReportFixtures.empty());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsBackExactlyWhatItWrote(AuditReport report) throws IOException {
        assertThat(read(JsonReport.toText(report))).isEqualTo(report);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void givesTheSameBytesAgainAfterReading(AuditReport report) throws IOException {
        String text = JsonReport.toText(report);

        assertThat(JsonReport.toText(read(text)))
                .isEqualTo(text)
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void indentsByTwoSpacesAndKeepsTheOrderOfTheContract() {
        assertThat(JsonReport.toText(ReportFixtures.company())).startsWith("""
                        {
                          "schemaVersion" : 1,
                          "tool" : {
                            "name" : "batchable",
                            "version" : "0.1.0"
                          },
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "1E+3, 1000",
        "1E-9, 0.000000001",
        "0.000, 0",
        "-12.00, -12",
        "123456789012345678901234567890.123456789, 123456789012345678901234567890.123456789"
    })
    void writesFiguresPlainWithoutTrailingZeros(String figure, String written) throws IOException {
        AuditReport report = reportWithSaving(new BigDecimal(figure));

        String text = JsonReport.toText(report);

        assertThat(text).contains("\"ofWhichDeadlineAssumed\" : " + written + "\n");
        assertThat(read(text)).isEqualTo(report);
    }

    @Test
    void writesUnknownAsNull() {
        assertThat(JsonReport.toText(ReportFixtures.company()))
                .contains("\"reconciliation\" : null", "\"ttftMs\" : null", "\"billed\" : null");
    }

    @Test
    void leavesTheStreamsOpen() throws IOException {
        boolean[] closed = new boolean[1];
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void close() {
                closed[0] = true;
            }
        };

        JsonReport.write(ReportFixtures.empty(), out);

        assertThat(closed[0]).isFalse();
    }

    @Test
    void passesOnWhatTheStreamReports() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> JsonReport.write(ReportFixtures.company(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void saysWhereAValueOfAnotherKindStands() {
        assertRefused("\"asOf\" : \"2026-11-01\"", "\"asOf\" : 20261101", "$.asOf: expected text, found 20261101");
        assertRefused(
                "\"bytes\" : 48120331", "\"bytes\" : 1.5", "$.inputs[0].bytes: expected a whole number, found 1.5");
        assertRefused(
                "\"bytes\" : 48120331", "\"bytes\" : \"x\"", "$.inputs[0].bytes: expected a whole number, found \"x\"");
        assertRefused("\"rate\" : 1.08", "\"rate\" : true", "$.exchange[0].rate: expected a number, found true");
        assertRefused("\"rules\" : [ ]", "\"rules\" : { }", "$.gate.rules: expected an array, found an object");
        assertRefused("\"totals\" : {", "\"totals\" : [ ], \"x\" : {", "$.totals: expected an object, found an array");
        assertRefused("\"streamed\" : null", "\"streamed\" : 1", "$.workloads[0].key.streamed: expected true or false");
    }

    @Test
    void saysWhichValuesAreKnown() {
        assertRefused(
                "\"verdict\" : \"move\"",
                "\"verdict\" : \"shift\"",
                "$.workloads[0].verdict: expected one of deferred, blocked, keep, split, move, undecided,"
                        + " found \"shift\"");
    }

    @Test
    void refusesDaysAndZonesThatDoNotExist() {
        assertRefused(
                "\"asOf\" : \"2026-11-01\"",
                "\"asOf\" : \"2026-11-31\"",
                "$.asOf: expected a day such as 2026-10-31, found \"2026-11-31\"");
        assertRefused("Europe/Berlin", "Europe/Atlantis", "$.window.timeZone: expected a time zone such as UTC");
        assertRefused("2026-10-12T14:00:00Z", "noon", "$.incidents[0].from: expected an instant");
    }

    @Test
    void refusesMissingUnknownAndRepeatedMembers() {
        assertRefused("\"asOf\" : \"2026-11-01\",", "", "$.asOf: is missing");
        assertRefused("\"asOf\"", "\"foo\" : 1, \"asOf\"", "$.foo: is not a member of a report of this version");
        assertRefused("\"asOf\"", "\"asOf\" : \"2026-11-02\", \"asOf\"", "no JSON");
    }

    @Test
    void refusesAnotherVersion() {
        assertRefused("\"schemaVersion\" : 1", "\"schemaVersion\" : 2", "$.schemaVersion: expected 1, found 2");
    }

    @Test
    void refusesFiguresThatDoNotTieOut() {
        assertRefused("\"units\" : 180702", "\"units\" : 180703", "$.inputs[0]: units do not tie out: 180703 read");
        assertRefused("\"spend\" : 3896.004", "\"spend\" : 3896.005", "$.totals: spend does not tie out");
        assertRefused("\"residual\" : 40", "\"residual\" : 41", "$.reconciliation: the bill does not tie out");
    }

    @Test
    void refusesAnAnswerThatIsHalfKnown() {
        assertRefused(
                "\"confidence\" : 0.95",
                "\"confidence\" : null",
                "$.workloads[0].answers[0]: value, confidence and source are known together or not at all");
    }

    @Test
    void refusesWhatIsNoReport() {
        assertThatThrownBy(() -> read("")).hasMessage("$: expected a report, found nothing");
        assertThatThrownBy(() -> read("[]")).hasMessage("$: expected an object, found an array");
        assertThatThrownBy(() -> read("null")).hasMessage("$: expected an object, found null");
        assertThatThrownBy(() -> read("{"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> read(JsonReport.toText(ReportFixtures.empty()) + "{}"))
                .hasMessage("$: expected one report, found more behind it");
    }

    @Test
    void cutsLongTextInMessages() {
        assertRefused(
                "\"verdict\" : \"move\"", "\"verdict\" : \"" + "x".repeat(90) + "\"", "\"" + "x".repeat(40) + "...\"");
    }

    private static void assertRefused(String original, String replacement, String message) {
        String text = JsonReport.toText(ReportFixtures.companyWithBill()).replace("\r", "");
        String broken = text.contains(original)
                ? replaceFirst(text, original, replacement)
                : replaceFirst(JsonReport.toText(ReportFixtures.company()), original, replacement);

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining(message);
    }

    private static String replaceFirst(String text, String original, String replacement) {
        int at = text.indexOf(original);
        assertThat(at).as(original).isNotNegative();
        return text.substring(0, at) + replacement + text.substring(at + original.length());
    }

    private static AuditReport reportWithSaving(BigDecimal figure) {
        AuditReport empty = ReportFixtures.empty();
        return new AuditReport(
                empty.basis(),
                empty.sources(),
                empty.totals(),
                new SavingTotals(Estimate.ZERO, Estimate.ZERO, figure, NetTotals.NONE),
                List.of(),
                empty.appendix(),
                Optional.empty(),
                empty.conclusions());
    }

    private static AuditReport read(String text) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
