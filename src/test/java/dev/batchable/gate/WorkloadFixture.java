package dev.batchable.gate;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.report.AfterMove;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.Arithmetic;
import dev.batchable.report.Decision;
import dev.batchable.report.Estimate;
import dev.batchable.report.Handling;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.QueueTurns;
import dev.batchable.report.SavingReport;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadSpend;
import dev.batchable.report.WorkloadUsage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A workload of a report, put together by what a test is about. Its month is as long as its window.
public final class WorkloadFixture {
    private static final Estimate MONTH = new Estimate(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

    private final String name;
    private final Verdict verdict;
    private final BigDecimal realtime;
    private final List<AnswerReport> answers = new ArrayList<>();
    private Recurrence recurrence = Recurrence.RECURRING;
    private CallerSource source = CallerSource.KEY_ALIAS;
    private Optional<String> owner = Optional.empty();
    private Optional<Operation> operation = Optional.empty();
    private Optional<Boolean> streamed = Optional.empty();
    private Optional<SavingReport> saving = Optional.empty();
    private Optional<WaiverReport> waiver = Optional.empty();
    private Optional<Decision.Decides> decides = Optional.empty();

    private WorkloadFixture(String name, Verdict verdict, String realtime) {
        this.name = name;
        this.verdict = verdict;
        this.realtime = new BigDecimal(realtime);
    }

    /// @param realtime realtime spend of the window and of a month
    public static WorkloadFixture workload(String name, Verdict verdict, String realtime) {
        return new WorkloadFixture(name, verdict, realtime);
    }

    public WorkloadFixture saving(String low, String expected) {
        Estimate monthly = new Estimate(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(expected));
        saving = Optional.of(new SavingReport(
                monthly,
                recurrence == Recurrence.RECURRING ? monthly : Estimate.ZERO,
                new BigDecimal(expected),
                BigDecimal.ZERO,
                Optional.empty(),
                List.of(),
                AfterMove.UNKNOWN,
                new QueueTurns(1, BigDecimal.ZERO, BigDecimal.ZERO)));
        return this;
    }

    public WorkloadFixture oneOff() {
        recurrence = Recurrence.ONE_OFF;
        return this;
    }

    public WorkloadFixture waived(WaiverStatus status) {
        waiver = Optional.of(new WaiverReport("cx", "contract", LocalDate.of(2027, 3, 31), Optional.empty(), status));
        return this;
    }

    public WorkloadFixture decides(QuestionId question, String monthly) {
        decides = Optional.of(new Decision.Decides(
                question,
                new BigDecimal(monthly),
                new BigDecimal(monthly),
                List.of(outcome("in favour", Verdict.MOVE, monthly), outcome("against", Verdict.KEEP, "0"))));
        return this;
    }

    private static Decision.Outcome outcome(String answer, Verdict then, String money) {
        Estimate saved = new Estimate(new BigDecimal(money), new BigDecimal(money), new BigDecimal(money));
        return new Decision.Outcome(answer, List.of(), then, Optional.empty(), saved, saved);
    }

    public WorkloadFixture answer(AnswerReport answer) {
        answers.add(answer);
        return this;
    }

    public WorkloadFixture ownedBy(String team) {
        owner = Optional.of(team);
        return this;
    }

    public WorkloadFixture from(CallerSource callerSource) {
        source = callerSource;
        return this;
    }

    public WorkloadFixture part(Operation partOperation, boolean partStreamed) {
        operation = Optional.of(partOperation);
        streamed = Optional.of(partStreamed);
        return this;
    }

    BigDecimal realtime() {
        return realtime;
    }

    boolean isUndecided() {
        return verdict == Verdict.UNDECIDED;
    }

    boolean recurs() {
        return recurrence == Recurrence.RECURRING;
    }

    WorkloadReport build() {
        return new WorkloadReport(
                new WorkloadReport.Identity(name, owner, key(), List.of("openai"), List.of("gpt-4.1")),
                usage(),
                spend(),
                new Decision(
                        verdict,
                        "because of the test",
                        saving.map(any -> Tier.BATCH),
                        saving.map(any -> BigDecimal.ONE),
                        new Decision.Score(0, 0, 0, 6),
                        List.of(),
                        decides,
                        "Read on."),
                answers,
                new Arithmetic(List.of(), List.of()),
                saving,
                new Handling(waiver, Handling.Controls.NONE, List.of()));
    }

    private WorkloadReport.Key key() {
        boolean unattributed = source == CallerSource.UNATTRIBUTED;
        return new WorkloadReport.Key(
                source,
                unattributed ? "(unattributed)" : name.split("/", -1)[0],
                operation,
                streamed,
                unattributed ? Optional.of("openai") : Optional.empty(),
                unattributed ? Optional.of("gpt-4.1") : Optional.empty());
    }

    private WorkloadUsage usage() {
        return new WorkloadUsage(
                OptionalLong.of(100),
                new WorkloadUsage.TokenSums(1_000, 0, 0, 100, 0),
                new WorkloadUsage.Outcomes(100, 0, 0, 0, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(WorkloadUsage.HOURS, 0L),
                WorkloadUsage.Peaks.UNKNOWN,
                recurrence);
    }

    private WorkloadSpend spend() {
        return new WorkloadSpend(
                new TierSpend(realtime, realtime, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                BigDecimal.ZERO,
                realtime,
                Optional.empty(),
                recurs() ? realtime : BigDecimal.ZERO,
                MONTH,
                WorkloadSpend.Unpriced.NOTHING,
                List.of());
    }
}
