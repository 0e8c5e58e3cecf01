package dev.batchable.report;

import static dev.batchable.report.WorkloadFixture.evidence;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Appendix.Crowding;
import dev.batchable.report.Appendix.ForeignSpend;
import dev.batchable.report.Appendix.Headroom;
import dev.batchable.report.Appendix.Incident;
import dev.batchable.report.Appendix.MadeGood;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.OwnerTotal;
import dev.batchable.report.Appendix.PriceRow;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Reaction;
import dev.batchable.report.Appendix.Rule;
import dev.batchable.report.Appendix.Scope;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.InputFigures.Kind;
import dev.batchable.report.ReconciliationReport.ByModel;
import dev.batchable.report.ReconciliationReport.Charge;
import dev.batchable.report.ReconciliationReport.MatchedBy;
import dev.batchable.report.ReconciliationReport.Residual;
import dev.batchable.report.ReconciliationReport.Uncompared;
import dev.batchable.report.Totals.Batchable;
import dev.batchable.report.Totals.Coverage;
import dev.batchable.report.Totals.Shadows;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.Totals.Unpriced;
import dev.batchable.report.WorkloadUsage.Peaks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The report of a small company for October 2026, one workload of every kind. Totals are worked out by hand:
///
///     invoice-extract   move     1,000.00 realtime, of it 20.00 waste; saves 470.40 / 480.20 / 490.00
///     report-summaries  undecided  640.00 realtime; max_latency decides 310.00
///     ticket-triage     split      396.00 realtime, 60 % moves; saves 116.424 / 117.612 / 118.80
///     legal-review      blocked    250.00 realtime
///     backfill-2026     move        80.00 realtime, once; saves 36.00 / 38.00 / 40.00 in the window
///     support-chat      keep       900.00 realtime
///     rag-cache         keep       120.00 realtime; a move would cost 12.00 more
///     nightly-digest    deferred    10.00 realtime, 500.00 on batch
///     smoke-test        keep         0.004 realtime
///     (unattributed)…   undecided    0.00, unpriced
///
/// hence 3,896.004 spent, 3,396.004 of it realtime, 3,316.004 of that every month.
public final class ReportFixtures {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private ReportFixtures() {}

    public static AuditReport company() {
        return report(workloads(), Optional.empty(), Optional.empty());
    }

    public static AuditReport companyWithBill() {
        return companyWithBill(workloads());
    }

    /// Other workloads beside the company's totals.
    public static AuditReport companyWithBill(List<WorkloadReport> workloads) {
        AuditReport report = report(workloads, Optional.of(bill()), Optional.of(decimal("0.982728")));
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
                gate, report.conclusions().findings(), report.conclusions().assumptions()));
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
                                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                        new Unpriced(0, 0),
                        Optional.empty(),
                        new Coverage(
                                BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO)),
                new SavingTotals(Estimate.ZERO, Estimate.ZERO, BigDecimal.ZERO),
                List.of(),
                new Appendix(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                Optional.empty(),
                new Conclusions(GateOutcome.NOT_ASKED, List.of(), List.of()));
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

    public static WorkloadReport invoiceExtract() {
        return new WorkloadFixture("invoice-extract")
                .owner("billing-team")
                .requests(42_000)
                .line(TokenKind.INPUT, 300_000_000, "2.00")
                .line(TokenKind.OUTPUT, 50_000_000, "8.00")
                .waste("20.00")
                .verdict(
                        Verdict.MOVE,
                        "nobody waits, and it finishes 20 h before its next run",
                        "Send the nightly run to the Batch API.")
                .saves(Tier.BATCH, "1", "470.40", "480.20", "490.00")
                .deadlineAssumed("results by 08:30 instead of 03:00")
                .answer(
                        QuestionId.USER_WAITING,
                        "no",
                        Lean.BATCH,
                        Origin.OBSERVED,
                        evidence(
                                "session-pauses",
                                "9 % of 412 sessions hold a pause over 60 s",
                                "50 % or more where people read answers",
                                Lean.BATCH),
                        evidence(
                                "streaming",
                                "0 % of calls streamed",
                                "50 % or more where somebody reads along",
                                Lean.BATCH))
                .answer(QuestionId.MAX_LATENCY, "5h30m", Lean.BATCH, Origin.ASSUMED)
                .answer(QuestionId.DEGRADATION, "queue", Lean.BATCH, Origin.DECLARED)
                .answer(QuestionId.PARTIAL_ASYNC, "whole", Lean.BATCH, Origin.DECLARED)
                .recipe(
                        "Write the requests to a JSONL file with a custom id each, at most 50,000 requests and 200 MB",
                        "Submit it to /v1/batches with a window of 24 h and poll its state",
                        "At 07:30 send what is missing to the realtime endpoint")
                .build();
    }

    public static WorkloadReport supportChat() {
        return new WorkloadFixture("support-chat")
                .owner("cx")
                .model("anthropic", "claude-sonnet-4-5")
                .requests(61_500)
                .line(TokenKind.INPUT, 100_000_000, "3.00")
                .line(TokenKind.CACHE_READ, 500_000_000, "0.30")
                .line(TokenKind.OUTPUT, 30_000_000, "15.00")
                .verdict(Verdict.KEEP, "users read the answer as it streams", "Leave it; put a fallback in place.")
                .saves(Tier.BATCH, "1", "300.00", "420.00", "450.00")
                .answer(QuestionId.USER_WAITING, "yes", Lean.REALTIME, Origin.OBSERVED)
                .controls(List.of("headroom"), List.of("fallback", "degraded-mode"))
                .waiver(new WaiverReport(
                        "cx",
                        "contract until Q2",
                        LocalDate.parse("2027-03-31"),
                        Optional.of(new Amount("USD", decimal("1000"))),
                        WaiverStatus.IN_FORCE))
                .build();
    }

    public static WorkloadReport reportSummaries() {
        return new WorkloadFixture("report-summaries")
                .requests(8_000)
                .line(TokenKind.INPUT, 160_000_000, "2.00")
                .line(TokenKind.OUTPUT, 40_000_000, "8.00")
                .verdict(
                        Verdict.UNDECIDED,
                        "nobody seems to wait, but no deadline is known",
                        "Declare max_latency of report-summaries.")
                .saves(Tier.BATCH, "1", "300.80", "310.00", "320.00")
                .decides(QuestionId.MAX_LATENCY, "310.00")
                .answer(QuestionId.USER_WAITING, "no", Lean.BATCH, Origin.OBSERVED)
                .build();
    }

    private static List<WorkloadReport> workloads() {
        return List.of(
                invoiceExtract(),
                reportSummaries(),
                legalReview(),
                ticketTriage(),
                backfill(),
                supportChat(),
                ragCache(),
                nightlyDigest(),
                new WorkloadFixture("smoke-test").requests(2).logged("0.004").build(),
                unattributed());
    }

    private static WorkloadReport ticketTriage() {
        return new WorkloadFixture("ticket-triage")
                .owner("cx")
                .model("openai", "o4-mini")
                .requests(30_000)
                .line(TokenKind.INPUT, 200_000_000, "1.10")
                .line(TokenKind.OUTPUT, 40_000_000, "4.40")
                .verdict(
                        Verdict.SPLIT,
                        "60 % of calls follow the answer that the user sees",
                        "Set service_tier to flex on the follow-up calls.")
                .saves(Tier.FLEX, "0.6", "116.424", "117.612", "118.80")
                .controls(List.of(), List.of("fallback"))
                .recipe("Set service_tier to flex where the ticket is already answered")
                .build();
    }

    private static WorkloadReport legalReview() {
        return new WorkloadFixture("legal-review")
                .owner("legal")
                .requests(900)
                .line(TokenKind.INPUT, 125_000_000, "2.00")
                .verdict(
                        Verdict.BLOCKED,
                        "it could wait, but its data may not be stored",
                        "Ask the provider whether zero retention covers batch files.")
                .saves(Tier.BATCH, "1", "100.00", "120.00", "125.00")
                .blockers("zero-retention")
                .build();
    }

    private static WorkloadReport backfill() {
        return new WorkloadFixture("backfill-2026")
                .requests(5_000)
                .line(TokenKind.INPUT, 40_000_000, "2.00")
                .oneOff()
                .verdict(Verdict.MOVE, "a one-off over two days that nobody waited for", "Run the next one as a batch.")
                .saves(Tier.BATCH, "1", "36.00", "38.00", "40.00")
                .build();
    }

    private static WorkloadReport ragCache() {
        return new WorkloadFixture("rag-cache")
                .requests(12_000)
                .line(TokenKind.CACHE_READ, 240_000_000, "0.50")
                .verdict(
                        Verdict.KEEP,
                        "batch would lose its cache hits and cost more",
                        "Leave it; ask again when batch keeps cache hits.")
                .saves(Tier.BATCH, "1", "-40.00", "-12.00", "5.00")
                .build();
    }

    private static WorkloadReport nightlyDigest() {
        return new WorkloadFixture("nightly-digest")
                .owner("billing-team")
                .requests(20_000)
                .logged("10.00")
                .deferred("500.00")
                .verdict(Verdict.DEFERRED, "98 % of its spend is on batch already", "Nothing to do.")
                .build();
    }

    private static WorkloadReport unattributed() {
        return new WorkloadFixture("(unattributed) mistral/mistral-large-2411/chat")
                .unattributed()
                .model("mistral", "mistral-large-2411")
                .requests(1_200)
                .unpriced(1_200, 3_400_000, "mistral-large-2411")
                .verdict(
                        Verdict.UNDECIDED,
                        "its calls carry no key, project or tag",
                        "Tag the calls, and price the model with --prices.")
                .build();
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
                        decimal("480.20")),
                workloads,
                appendix(),
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
                                "completion times are assumed: prior of the catalog")));
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
                new Shadows(decimal("640.00"), decimal("250"), decimal("20.00"), BigDecimal.ZERO, decimal("3316.004")),
                new Unpriced(1_200, 3_400_000),
                Optional.of(BigDecimal.ZERO),
                new Coverage(decimal("0.999933"), decimal("0.993355"), billed, decimal("0.955"), BigDecimal.ONE));
    }

    private static Appendix appendix() {
        return new Appendix(
                List.of(
                        owner(
                                Optional.of("cx"),
                                2,
                                "1296",
                                "1296",
                                "237.6",
                                "0",
                                estimate("116.424", "117.612", "118.80")),
                        owner(
                                Optional.of("billing-team"),
                                2,
                                "1510",
                                "1010",
                                "980",
                                "0",
                                estimate("470.40", "480.20", "490.00")),
                        owner(Optional.empty(), 5, "840.004", "840.004", "80", "640", Estimate.ZERO),
                        owner(Optional.of("legal"), 1, "250", "250", "0", "0", Estimate.ZERO)),
                List.of(new PriceRow(
                        "openai/gpt-4.1/standard/base/input/2025-04-14",
                        new Appendix.Subject("openai", "gpt-4.1", Tier.STANDARD, TokenKind.INPUT, "base"),
                        decimal("2.00"),
                        "USD",
                        new Appendix.Validity(Optional.of(LocalDate.parse("2025-04-14")), Optional.empty()),
                        new Appendix.Origin("https://openai.com/api/pricing", Optional.empty(), "vendor"),
                        Optional.empty())),
                List.of(new QuotaDomain(
                        new Scope("openai", Optional.of("prod"), Optional.of("eu"), "gpt-4.1"),
                        67_900,
                        14,
                        Peaks.UNKNOWN,
                        new Headroom(
                                new Peaks(OptionalLong.of(90), OptionalLong.of(25_000)),
                                OptionalLong.of(60),
                                OptionalLong.of(40_000)),
                        List.of(
                                new Member(
                                        "invoice-extract",
                                        42_000,
                                        false,
                                        14,
                                        Optional.of(new Crowding(
                                                decimal("0.61"), decimal("0.5"), decimal("12.5"), decimal("7")))),
                                new Member("support-chat", 25_900, true, 0, Optional.empty())))),
                List.of(new Incident(
                        "openai/gpt-4.1",
                        "errors",
                        Instant.parse("2026-10-12T14:00:00Z"),
                        Instant.parse("2026-10-12T14:25:00Z"),
                        420,
                        210,
                        Optional.of(decimal("2.5")),
                        List.of(new Reaction(
                                "invoice-extract",
                                400,
                                200,
                                new MadeGood(150, 3, 40, 2),
                                "retry",
                                true,
                                Optional.of(decimal("3.2")))))),
                List.of(
                        new Rule("session-pauses.human-share", decimal("0.5"), "share", "labelled public traces"),
                        new Rule(
                                "session-pauses.automated-weight",
                                decimal("1.0"),
                                "log-odds",
                                "labelled public traces"),
                        new Rule(
                                "session-pauses.human-weight", decimal("-2.35"), "log-odds", "labelled public traces")),
                List.of(new ForeignSpend("support-chat", new Amount("JPY", decimal("1200")), 3)));
    }

    private static OwnerTotal owner(
            Optional<String> name,
            long workloads,
            String spend,
            String realtime,
            String could,
            String open,
            Estimate monthly) {
        return new OwnerTotal(
                name, workloads, decimal(spend), decimal(realtime), decimal(could), decimal(open), monthly);
    }

    private static ReconciliationReport bill() {
        return new ReconciliationReport(
                "USD",
                new ReconciliationReport.Balance(decimal("2316"), decimal("2276"), decimal("40"), decimal("20")),
                new TreeMap<>(Map.of(Tier.STANDARD, decimal("2300"), Tier.BATCH, decimal("16"))),
                List.of(new Residual("missing logs", decimal("40"))),
                List.of(
                        row("openai", "gpt-4.1", "980", "1000", "980", MatchedBy.QUANTITY, Optional.of("discount")),
                        row("openai", "o4-mini", "436", "396", "396", MatchedBy.QUANTITY, Optional.of("missing logs")),
                        row("anthropic", "claude-sonnet-4-5", "900", "900", "900", MatchedBy.AMOUNT, Optional.empty())),
                new Uncompared(
                        List.of(charge("tax", "VAT 19 %", "440"), charge("credit", "Start-up credit", "-50")),
                        List.of(charge("usage", "September usage", "12.5")),
                        List.of()));
    }

    private static ByModel row(
            String provider,
            String model,
            String billed,
            String logged,
            String explained,
            MatchedBy by,
            Optional<String> reason) {
        return new ByModel(
                provider,
                Optional.of(model),
                decimal(billed),
                decimal(logged),
                decimal(explained),
                decimal(billed).subtract(decimal(logged)),
                by,
                reason);
    }

    private static Charge charge(String category, String description, String amount) {
        return new Charge(
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                "openai",
                category,
                description,
                new Amount("USD", decimal(amount)));
    }

    public static Estimate estimate(String low, String expected, String high) {
        return new Estimate(decimal(low), decimal(expected), decimal(high));
    }

    public static BigDecimal decimal(String figure) {
        return new BigDecimal(figure);
    }
}
