package dev.batchable.gate;

import static dev.batchable.gate.WorkloadFixture.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Verdict;
import dev.batchable.gate.GatePolicy.Baseline;
import dev.batchable.gate.GatePolicy.Figure;
import dev.batchable.policy.Policy;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.PolicyReader;
import dev.batchable.report.AuditReport;
import dev.batchable.report.GateOutcome;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.GateOutcome.Status;
import dev.batchable.report.Handling.WaiverStatus;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    /// Two recurring moves save 300 to 400 and 200 to 300; 2,000 of realtime spend, a quarter of it undecided.
    private static ReportFixture fixture() {
        return ReportFixture.of(
                workload("embed", Verdict.MOVE, "700").saving("300", "400"),
                workload("label", Verdict.SPLIT, "500").saving("200", "300"),
                workload("chat", Verdict.KEEP, "300").saving("100", "150"),
                workload("agent", Verdict.UNDECIDED, "500").saving("50", "80"));
    }

    @Test
    void judgesNothingWithoutLimits() throws PolicyException {
        assertThat(judge(fixture().build(), "{}")).isEqualTo(GateOutcome.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fail_above: 499.99 USD | FAILED",
                "fail_above: 500 USD | PASSED",
                "fail_above: 499 | FAILED",
                "fail_above: 24.9% | FAILED",
                "fail_above: 25% | PASSED",
                "warn_above: 499.99 USD | WARNED",
                "warn_above: 500 USD | PASSED",
                "max_undecided: 24.9% | INCONCLUSIVE",
                "max_undecided: 25% | PASSED",
                "min_coverage: 100% | PASSED",
            })
    void judgesEachLimitByTheLowSavingOfRecommendedMoves(String limit, Status expected) throws PolicyException {
        assertThat(judge(fixture().build(), "{" + limit + "}").status()).isEqualTo(expected);
    }

    @Test
    void saysWhatWasFoundAndWhatWasAllowed() throws PolicyException {
        GateOutcome outcome = judge(fixture().build(), "{fail_above: 20%, warn_above: 100 USD, max_undecided: 30%}");

        assertThat(outcome.rules())
                .containsExactly(
                        rule(
                                "fail-above",
                                "0.2",
                                "0.25",
                                "share",
                                Status.FAILED,
                                "500.00 USD a month is left on the table (low estimate), above the limit of"
                                        + " 20 % of monthly realtime spend."),
                        rule(
                                "warn-above",
                                "100",
                                "500",
                                "USD/month",
                                Status.WARNED,
                                "500.00 USD a month is left on the table (low estimate), above the limit of"
                                        + " 100.00 USD."),
                        rule(
                                "max-undecided",
                                "0.3",
                                "0.25",
                                "share",
                                Status.PASSED,
                                "25 % of realtime spend is undecided, within the allowed 30 %."));
    }

    @Test
    void judgesTheExpectedSavingWhereAsked() throws PolicyException {
        GatePolicy policy = policy("{fail_above: 600 USD}");

        assertThat(Gate.judge(fixture().build(), policy).outcome().status()).isEqualTo(Status.PASSED);
        assertThat(Gate.judge(fixture().build(), policy.on(Figure.EXPECTED))
                        .outcome()
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void failsOnAProvenLowAlsoAtPoorCoverage() throws PolicyException {
        AuditReport poor = fixture().coverage("0.4").build();
        String limits = "{fail_above: 400 USD, min_coverage: 95%, max_undecided: 1%}";

        assertThat(judge(poor, limits).status()).isEqualTo(Status.FAILED);
        assertThat(judge(poor, limits).rules())
                .extracting(RuleOutcome::status)
                .containsExactly(Status.FAILED, Status.INCONCLUSIVE, Status.INCONCLUSIVE);
    }

    @Test
    void holdsAFailureThatIsOnlyExpectedBackAtPoorCoverage() throws PolicyException {
        AuditReport poor = ReportFixture.of(
                        workload("embed", Verdict.MOVE, "700").saving("300", "700"))
                .coverage("0.4")
                .build();
        GatePolicy policy = policy("{fail_above: 400 USD, min_coverage: 95%}").on(Figure.EXPECTED);

        assertThat(Gate.judge(poor, policy).outcome().status()).isEqualTo(Status.INCONCLUSIVE);
    }

    @Test
    void isInconclusiveRatherThanPassedOrWarnedAtPoorCoverage() throws PolicyException {
        AuditReport poor = fixture().coverage("0.9499").build();

        assertThat(judge(poor, "{fail_above: 900 USD, warn_above: 100 USD, min_coverage: 95%}")
                        .status())
                .isEqualTo(Status.INCONCLUSIVE);
        assertThat(judge(fixture().coverage("0.95").build(), "{min_coverage: 95%}")
                        .rules())
                .containsExactly(rule(
                        "min-coverage",
                        "0.95",
                        "0.95",
                        "share",
                        Status.PASSED,
                        "Overall coverage is 95 %, not below the required 95 %."));
    }

    @Test
    void excusesWaivedSpendAndNamesIt() throws PolicyException {
        AuditReport report = ReportFixture.of(
                        workload("embed", Verdict.MOVE, "700").saving("300", "400"),
                        workload("label", Verdict.MOVE, "500")
                                .saving("200", "300")
                                .waived(WaiverStatus.IN_FORCE),
                        workload("agent", Verdict.UNDECIDED, "800").waived(WaiverStatus.IN_FORCE))
                .build();

        GateOutcome outcome = judge(report, "{fail_above: 300 USD, max_undecided: 0%}");

        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.rules().get(0).text())
                .isEqualTo("300.00 USD a month is left on the table (low estimate), within the limit of 300.00 USD;"
                        + " waivers excuse another 200.00 USD.");
        assertThat(outcome.rules().get(1).text())
                .isEqualTo("0 % of realtime spend is undecided, within the allowed 0 %; waivers excuse another 40 %.");
        assertThat(report.savings().monthly().low()).isEqualByComparingTo("500");
    }

    @ParameterizedTest
    @EnumSource(value = WaiverStatus.class, names = "IN_FORCE", mode = EnumSource.Mode.EXCLUDE)
    void countsSpendWhoseWaiverDoesNotHold(WaiverStatus status) throws PolicyException {
        AuditReport report = ReportFixture.of(workload("label", Verdict.MOVE, "500")
                        .saving("200", "300")
                        .waived(status))
                .build();

        assertThat(judge(report, "{fail_above: 199 USD}").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void leavesOneOffsOutside() throws PolicyException {
        AuditReport report = ReportFixture.of(
                        workload("backfill", Verdict.MOVE, "900").oneOff().saving("400", "450"))
                .build();
        GatePolicy policy = policy("{fail_above: 0 USD, warn_above: 0%}")
                .against(new Baseline(ReportFixture.of().build(), true));

        assertThat(Gate.judge(report, policy).outcome().status()).isEqualTo(Status.PASSED);
    }

    @Test
    void failsOnAMoveThatTheBaselineDoesNotHave() throws PolicyException {
        AuditReport earlier =
                ReportFixture.of(workload("embed", Verdict.KEEP, "700")).build();
        AuditReport report = ReportFixture.of(
                        workload("embed", Verdict.MOVE, "700").saving("300", "400"),
                        workload("enrich", Verdict.MOVE, "100").saving("40", "50"),
                        workload("waived", Verdict.MOVE, "100")
                                .saving("40", "50")
                                .waived(WaiverStatus.IN_FORCE),
                        workload("agent", Verdict.UNDECIDED, "100"))
                .coverage("0.1")
                .build();

        GateOutcome failed = Gate.judge(report, policy("{min_coverage: 95%}").against(new Baseline(earlier, true)))
                .outcome();
        GateOutcome warned = Gate.judge(report, policy("{}").against(new Baseline(earlier, false)))
                .outcome();
        GateOutcome passed = Gate.judge(report, policy("{}").against(new Baseline(report, true)))
                .outcome();

        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.rules().get(1))
                .isEqualTo(rule(
                        "fail-on-new",
                        "0",
                        "1",
                        "workloads",
                        Status.FAILED,
                        "New since the baseline and should move: enrich (3 new in all, 0 gone)."));
        assertThat(warned.status()).isEqualTo(Status.WARNED);
        assertThat(passed.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void convertsALimitByTheNewestRateOfThePolicy() throws PolicyException {
        String exchange = """
                exchange:
                  - {from: EUR, to: USD, rate: 2, date: 2026-09-30, source: ECB}
                  - {from: EUR, to: USD, rate: 1.25, date: 2026-10-31, source: ECB}
                  - {from: EUR, to: USD, rate: 9, date: 2026-11-02, source: after the report's day}
                  - {from: USD, to: EUR, rate: 7, date: 2026-10-31, source: ECB}
                """;
        GatePolicy policy = GatePolicy.of(read("version: 1\ngate: {fail_above: 400 EUR}\n" + exchange));

        // 400 EUR are exactly the 500 USD left.
        assertThat(Gate.judge(fixture().build(), policy).outcome().rules())
                .containsExactly(rule(
                        "fail-above",
                        "500",
                        "500",
                        "USD/month",
                        Status.PASSED,
                        "500.00 USD a month is left on the table (low estimate), within the limit of"
                                + " 400 EUR (500.00 USD)."));
    }

    @Test
    void isInconclusiveWhereALimitCannotBeConverted() throws PolicyException {
        GateOutcome outcome = judge(fixture().build(), "{fail_above: 1 CHF}");

        assertThat(outcome.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(outcome.rules().get(0).actual()).isEmpty();
        assertThat(outcome.rules().get(0).unit()).isEqualTo("CHF/month");
    }

    @Test
    void takesAnEmptyReportAsWithinEveryShare() throws PolicyException {
        GateOutcome outcome = judge(ReportFixture.of().build(), "{fail_above: 0%, max_undecided: 0%}");

        assertThat(outcome.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void prefersLimitsOfTheCommandLineOneByOne() throws PolicyException {
        GatePolicy merged = policy("{fail_above: 1 USD, max_undecided: 30%}")
                .overriddenBy(read("version: 1\ngate: {fail_above: 900 USD, min_coverage: 50%}")
                        .gate());

        assertThat(merged.limits())
                .isEqualTo(read("version: 1\ngate: {fail_above: 900 USD, max_undecided: 30%, min_coverage: 50%}")
                        .gate());
    }

    @Test
    void putsItsJudgementIntoTheReport() throws PolicyException {
        GateResult result = Gate.judge(fixture().build(), policy("{fail_above: 1 USD}"));

        assertThat(result.in(fixture().build()).conclusions().gate()).isEqualTo(result.outcome());
    }

    private static GateOutcome judge(AuditReport report, String limits) throws PolicyException {
        return Gate.judge(report, policy(limits)).outcome();
    }

    private static GatePolicy policy(String limits) throws PolicyException {
        return GatePolicy.of(read("version: 1\ngate: " + limits));
    }

    private static Policy read(String text) throws PolicyException {
        return PolicyReader.read("p.yaml", text);
    }

    private static RuleOutcome rule(String rule, String limit, String actual, String unit, Status status, String text) {
        return new RuleOutcome(rule, new BigDecimal(limit), Optional.of(new BigDecimal(actual)), unit, status, text);
    }
}
