package dev.batchable.report;

import static dev.batchable.report.ReportFixtures.decimal;
import static dev.batchable.report.WorkloadFixture.evidence;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One workload of every kind. The totals of the report are worked out from them by hand:
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
public final class CompanyWorkloads {
    private CompanyWorkloads() {}

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
                .toll(ReportFixtures.estimate("10", "6", "1"), "900")
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

    static List<WorkloadReport> workloads() {
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
}
