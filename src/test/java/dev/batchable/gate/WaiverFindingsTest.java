package dev.batchable.gate;

import static dev.batchable.gate.WorkloadFixture.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Verdict;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.PolicyReader;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.Handling.WaiverStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverFindingsTest {
    private static final String WAIVER =
            "version: 1\nwaivers:\n  - {workload: \"support-*\", owner: cx, reason: contract, expires: 2027-03-31}\n";

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, ''",
        "2027-02-28, ''", // 31 days ahead
        "2027-03-01, waiver-expiring", // 30 days ahead
        "2027-03-31, waiver-expiring",
        "2027-04-01, waiver-expired",
    })
    void followsTheLastDayOfAWaiver(LocalDate asOf, String expected) throws PolicyException {
        AuditReport report = ReportFixture.of(
                        workload("support-chat", Verdict.MOVE, "500").saving("200", "300"))
                .asOf(asOf)
                .build();

        assertThat(findings(report))
                .extracting(Finding::id)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void putsTheMoneyOfAnExpiredWaiverBesideIt() throws PolicyException {
        AuditReport report = ReportFixture.of(
                        workload("support-chat", Verdict.MOVE, "500").saving("200", "300"),
                        workload("support-mail", Verdict.SPLIT, "500").saving("20", "30"),
                        workload("support-voice", Verdict.KEEP, "500").saving("7", "9"))
                .asOf(LocalDate.of(2027, 4, 1))
                .build();

        assertThat(findings(report))
                .containsExactly(new Finding(
                        "waiver-expired",
                        Severity.WARNING,
                        "support-*",
                        "The waiver of cx on line 3 of the policy (contract) expired on 2027-03-31"
                                + " and excuses nothing any more.",
                        Optional.of(new BigDecimal("220"))));
    }

    @Test
    void findsAWaiverWithoutAWorkload() throws PolicyException {
        AuditReport report =
                ReportFixture.of(workload("chat", Verdict.KEEP, "500")).build();

        assertThat(findings(report))
                .containsExactly(new Finding(
                        "waiver-orphaned",
                        Severity.WARNING,
                        "support-*",
                        "The waiver of cx on line 3 of the policy (contract) matches no workload of this report;"
                                + " remove it or mend its glob.",
                        Optional.empty()));
    }

    @Test
    void findsWorkloadsThatHaveOutgrownTheirCeiling() throws PolicyException {
        AuditReport report = ReportFixture.of(workload("support-chat", Verdict.MOVE, "512.345")
                        .saving("200", "300")
                        .waived(WaiverStatus.ABOVE_CEILING))
                .build();

        assertThat(findings(report))
                .containsExactly(new Finding(
                        "waiver-above-ceiling",
                        Severity.WARNING,
                        "support-chat",
                        "Monthly realtime spend of 512.35 USD under the waiver of cx is above its ceiling,"
                                + " so it excuses nothing any more.",
                        Optional.of(new BigDecimal("200"))));
    }

    @Test
    void findsCeilingsThatCannotBeCompared() throws PolicyException {
        AuditReport report = ReportFixture.of(
                        workload("support-chat", Verdict.KEEP, "500").waived(WaiverStatus.CEILING_UNKNOWN))
                .build();

        assertThat(findings(report))
                .extracting(Finding::id, Finding::money)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("waiver-ceiling-unknown", Optional.empty()));
    }

    @Test
    void saysSoInTheReportAlsoWhereNoGateIsAsked() throws PolicyException {
        AuditReport report =
                ReportFixture.of(workload("chat", Verdict.KEEP, "500")).build();
        AuditReport judged = Gate.judge(report, GatePolicy.of(PolicyReader.read("p.yaml", WAIVER)))
                .in(report);

        assertThat(judged.conclusions().findings()).extracting(Finding::id).containsExactly("waiver-orphaned");
    }

    private static List<Finding> findings(AuditReport report) throws PolicyException {
        return WaiverFindings.of(report, PolicyReader.read("p.yaml", WAIVER).waivers());
    }
}
