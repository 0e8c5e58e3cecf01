package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.Totals;
import dev.batchable.report.json.JsonReport;
import dev.batchable.sample.NextMonth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Waivers of a part of the sample company: 219 USD a month are left on the table in `invoice-extract`, which
/// costs 504 USD a month on realtime and `support-chat` another 169.
class WaiverCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void takeTwoWorkloads() throws IOException {
        Files.write(
                folder.resolve("log.jsonl"),
                NextMonth.gatewayLog().stream()
                        .filter(line -> line.contains("\"invoice-extract\"") || line.contains("\"support-chat\""))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in force      | {workload: '*', expires: 2027-06-30}                         | 2026-11-01 | 0 |",
                "last day      | {workload: '*', expires: 2027-06-30}                         | 2027-06-30 | 0 |"
                        + " waiver-expiring",
                "nearly over   | {workload: '*', expires: 2027-06-30}                         | 2027-05-31 | 0 |"
                        + " waiver-expiring",
                "expired       | {workload: '*', expires: 2027-06-30}                         | 2027-07-01 | 3 |"
                        + " waiver-expired",
                "below ceiling | {workload: '*', expires: 2027-06-30, ceiling: 700 USD/month} | 2026-11-01 | 0 |",
                "above ceiling | {workload: '*', expires: 2027-06-30, ceiling: 600 USD/month} | 2026-11-01 | 3 |"
                        + " waiver-above-ceiling",
                "no such rate  | {workload: '*', expires: 2027-06-30, ceiling: 9000 GBP/month} | 2026-11-01 | 3 |"
                        + " waiver-ceiling-unknown",
                "orphaned      | {workload: 'nobody-*', expires: 2027-06-30}                  | 2026-11-01 | 3 |"
                        + " waiver-orphaned",
                "only a part   | {workload: 'support-*', expires: 2027-06-30}                 | 2026-11-01 | 3 |",
            })
    void excusesWhatItCoversWhileItHolds(String when, String waiver, String asOf, int status, String finding)
            throws IOException {
        Audited audited = audit(asOf, waiver);
        assertThat(audited.result.status()).as(when + audited.result.err()).isEqualTo(status);
        assertThat(audited.waiverFindings()).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void keepsWaivedSpendInEveryFigureAndInSight() throws IOException {
        Audited waived = audit("2026-11-01", "{workload: '*', expires: 2027-06-30}");
        Audited bare = audit("2026-11-01", "{workload: 'nobody', expires: 2027-06-30}");
        Totals totals = waived.report.totals();
        assertThat(totals)
                .usingRecursiveComparison()
                .ignoringFields("shadows.waived")
                .isEqualTo(bare.report.totals());
        assertThat(totals.shadows().waived()).isEqualTo(totals.spend().realtime());
        assertThat(bare.report.totals().shadows().waived()).isZero();
        assertThat(waived.report.savings()).isEqualTo(bare.report.savings());
        String text = waived.result.out().replaceAll("\\s+", " ");
        assertThat(text)
                .contains("in the figures above and excused in the gate alone (cx until 2027-06-30)")
                .contains("Waiver: cx, until 2027-06-30: contract (in force)")
                .contains("waivers excuse another 219.18 USD");
        assertThat(bare.result.out()).doesNotContain("Waived ");
        assertThat(Files.readString(folder.resolve("report.csv"))).contains("waiverStatus");
    }

    @Test
    void showsTheStatusOfAWaiverInTheSpreadsheet() throws IOException {
        audit("2027-07-01", "{workload: invoice-extract, expires: 2027-06-30}");
        assertThat(Files.readAllLines(folder.resolve("report.csv")))
                .filteredOn(line -> line.contains(",invoice-extract,"))
                .singleElement()
                .asString()
                .contains("\"cx until 2027-06-30\",expired,");
    }

    /// The first that holds counts; one that does not hold steps aside for a later one that does.
    @Test
    void takesTheFirstOfSeveralThatHolds() throws IOException {
        Audited audited = audit(
                "2026-11-01",
                "{workload: 'invoice-*', expires: 2026-10-15}",
                "{workload: '*extract', expires: 2027-06-30}",
                "{workload: '*', expires: 2027-08-31}");
        WaiverReport waiver = audited.report
                .workload("invoice-extract")
                .orElseThrow()
                .handling()
                .waiver()
                .orElseThrow();
        assertThat(waiver.expires()).isEqualTo("2027-06-30");
        assertThat(waiver.status()).isEqualTo(WaiverStatus.IN_FORCE);
        assertThat(audited.waiverFindings()).containsExactly("waiver-expired");
    }

    private record Audited(Cli.Result result, AuditReport report) {
        List<String> waiverFindings() {
            return report.conclusions().findings().stream()
                    .map(Finding::id)
                    .filter(id -> id.startsWith("waiver-"))
                    .distinct()
                    .toList();
        }
    }

    private Audited audit(String asOf, String... waivers) throws IOException {
        StringBuilder policy = new StringBuilder(Files.readString(Path.of("samples/batchable.yaml"))
                .replaceAll("(?s)\nwaivers:.*?\n\n", "\n")
                .replaceAll("\ngate: .*\n", "\n"));
        policy.append("\nwaivers:\n");
        for (String waiver : waivers) {
            policy.append("  - ")
                    .append(waiver.replace("}", ", owner: cx, reason: contract}"))
                    .append('\n');
        }
        Path file = folder.resolve("policy.yaml");
        Files.writeString(file, policy);
        Path json = folder.resolve("report.json");
        String csv = folder.resolve("report.csv").toString();
        Cli.Result result = Cli.launch(
                "audit",
                "--policy",
                file.toString(),
                "--as-of",
                asOf,
                "--fail-above",
                "1",
                "-o",
                json.toString(),
                "-o",
                csv,
                folder.resolve("log.jsonl").toString());
        try (InputStream in = Files.newInputStream(json)) {
            return new Audited(result, JsonReport.read(in));
        }
    }
}
