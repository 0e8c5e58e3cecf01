package dev.batchable.report;

import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.InputFigures.Kind;
import dev.batchable.report.Totals.Batchable;
import dev.batchable.report.Totals.Coverage;
import dev.batchable.report.Totals.Shadows;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.Totals.Unpriced;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The report of a small company for October 2026, with the totals of its [CompanyWorkloads].
public final class ReportFixtures {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private ReportFixtures() {}

    public static AuditReport company() {
        return report(CompanyWorkloads.workloads(), Optional.empty(), Optional.empty());
    }

    public static AuditReport companyWithBill() {
        return companyWithBill(CompanyWorkloads.workloads());
    }

    /// Other workloads beside the company's totals.
    public static AuditReport companyWithBill(List<WorkloadReport> workloads) {
        AuditReport report = report(workloads, Optional.of(CompanyBill.bill()), Optional.of(decimal("0.982728")));
        GateOutcome gate = new GateOutcome(
                GateOutcome.Status.FAILED,
                List.of(
                        new RuleOutcome(
                                "fail-above",
                                decimal("500"),
                                Optional.of(decimal("586.824")),
                                "USD/month",
                                GateOutcome.Status.FAILED,
                                "586.82 USD a month is left on the table, above the limit of 500 USD."),
                        new RuleOutcome(
                                "min-coverage",
                                decimal("0.9"),
                                Optional.of(decimal("0.955")),
                                "share",
                                GateOutcome.Status.PASSED,
                                "Coverage is 95.5 %, at least 90 % are asked for.")));
        return report.withConclusions(new Conclusions(
                gate,
                report.conclusions().findings(),
                report.conclusions().assumptions(),
                report.conclusions().opportunities()));
    }

    /// A report with nothing in it.
    public static AuditReport empty() {
        return new AuditReport(
                basis(),
                new Sources(List.of(), List.of(), List.of()),
                new Totals(
                        OptionalLong.empty(),
                        0,
                        TierSpend.ZERO,
                        new Batchable(0, BigDecimal.ZERO),
                        new Shadows(
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO),
                        new Unpriced(0, 0),
                        Optional.empty(),
                        new Coverage(
                                BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO)),
                new SavingTotals(Estimate.ZERO, Estimate.ZERO, BigDecimal.ZERO, NetTotals.NONE),
                List.of(),
                new Appendix(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                Optional.empty(),
                new Conclusions(GateOutcome.NOT_ASKED, List.of(), List.of(), List.of()));
    }

    /// The company with other workloads; its totals stay as they are.
    public static AuditReport with(List<WorkloadReport> workloads) {
        AuditReport report = company();
        return new AuditReport(
                report.basis(),
                report.sources(),
                report.totals(),
                report.savings(),
                workloads,
                report.appendix(),
                report.reconciliation(),
                report.conclusions());
    }

    private static AuditReport report(
            List<WorkloadReport> workloads, Optional<ReconciliationReport> bill, Optional<BigDecimal> billed) {
        return new AuditReport(
                basis(),
                sources(bill.isPresent()),
                totals(billed),
                new SavingTotals(
                        estimate("622.824", "635.812", "648.80"),
                        estimate("586.824", "597.812", "608.80"),
                        decimal("480.20"),
                        new NetTotals(
                                Optional.of(new AfterMove.Net(
                                        estimate("576.824", "591.812", "607.80"), estimate("10", "6", "1"))),
                                Optional.of(decimal("900")),
                                1,
                                Optional.of(
                                        AfterMove.Payback.of(decimal("900"), estimate("460.40", "474.20", "489.00"))))),
                workloads,
                CompanyAppendix.appendix(),
                bill,
                new Conclusions(
                        GateOutcome.NOT_ASKED,
                        List.of(new Finding(
                                "declaration-contradicted",
                                Severity.WARNING,
                                "ticket-triage",
                                "The policy declares user_waiting: no, but the logs show streamed answers.",
                                Optional.of(decimal("396")))),
                        List.of(
                                "calls without a service tier are taken as standard",
                                "completion times are assumed: prior of the catalog"),
                        CompanyOpportunities.all()));
    }

    private static Basis basis() {
        return new Basis(
                new Basis.Tool("batchable", "0.1.0"),
                new Basis.Catalog("2026.11", Optional.of(LocalDate.parse("2026-11-02")), HASH),
                Optional.of(new Basis.PolicyFile("batchable.yaml", HASH)),
                LocalDate.parse("2026-11-01"),
                new Basis.Period(
                        LocalDate.parse("2026-10-01"),
                        LocalDate.parse("2026-11-01"),
                        31,
                        30,
                        ZoneId.of("Europe/Berlin"),
                        List.of(LocalDate.parse("2026-10-17"))),
                "USD",
                List.of(new Basis.Exchange("EUR", "USD", decimal("1.080"), LocalDate.parse("2026-10-31"), "ECB")));
    }

    private static Sources sources(boolean billed) {
        InputFigures log = new InputFigures(
                "logs/october.jsonl.gz",
                Kind.REQUESTS,
                "litellm-jsonl",
                new InputFigures.Stored(48_120_331, HASH),
                new InputFigures.Lines(180_704, 2),
                new InputFigures.Units(180_702, 180_602, 60, 28, 12),
                List.of(new InputFigures.Reason("served by the gateway's cache", 60)),
                Optional.empty());
        InputFigures invoice = new InputFigures(
                "bills/october.csv",
                Kind.BILLING,
                "focus",
                new InputFigures.Stored(12_040, HASH),
                new InputFigures.Lines(41, 0),
                new InputFigures.Units(40, 40, 0, 0, 0),
                List.of(),
                Optional.of(List.of(new Amount("USD", decimal("2706.00")))));
        return new Sources(
                billed ? List.of(log, invoice) : List.of(log),
                List.of(new Sources.FileProblem("logs/old.zip", "an archive that ends too early")),
                List.of(new Sources.LineProblem(
                        "logs/october.jsonl.gz", 90_112, "no JSON: expected an object, found text", 12)));
    }

    private static Totals totals(Optional<BigDecimal> billed) {
        return new Totals(
                OptionalLong.of(180_602),
                60,
                new TierSpend(
                        decimal("3896.004"), decimal("3396.004"), decimal("500"), BigDecimal.ZERO, BigDecimal.ZERO),
                new Batchable(65_000, decimal("1297.60")),
                new Shadows(
                        decimal("640.00"),
                        decimal("250"),
                        decimal("20.00"),
                        BigDecimal.ZERO,
                        decimal("3316.004"),
                        decimal("900")),
                new Unpriced(1_200, 3_400_000),
                Optional.of(BigDecimal.ZERO),
                new Coverage(decimal("0.999933"), decimal("0.993355"), billed, decimal("0.955"), BigDecimal.ONE));
    }

    public static Estimate estimate(String low, String expected, String high) {
        return new Estimate(decimal(low), decimal(expected), decimal(high));
    }

    public static BigDecimal decimal(String figure) {
        return new BigDecimal(figure);
    }

    /// What a move leaves of a month's saving.
    static AfterMove after(Estimate monthly, Estimate deferralCost, Optional<BigDecimal> once) {
        AfterMove.Net net = AfterMove.Net.of(monthly, deferralCost);
        return new AfterMove(
                Optional.of(net),
                once,
                once.map(money -> AfterMove.Payback.of(money, net.monthly())),
                Optional.of(new Estimate(new BigDecimal("0.02"), new BigDecimal("0.018"), new BigDecimal("0.0175"))));
    }
}
