package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static dev.batchable.report.ReportFixtures.estimate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.OutcomeUnit;
import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.Range;
import dev.batchable.price.RatedLine;
import dev.batchable.price.TargetRating;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.SessionSample.Session;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Arithmetic;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.Decision.Score;
import dev.batchable.report.Estimate;
import dev.batchable.report.SavingTotals;
import dev.batchable.report.Totals;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadUsage;
import dev.batchable.report.assembly.AuditFacts.Background;
import dev.batchable.report.json.JsonReport;
import dev.batchable.report.json.ReportSchema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportAssemblyTest {
    private static JudgedFixture mover() {
        return new JudgedFixture("mover")
                .owner("ann")
                .calls(Tier.STANDARD, Outcome.OK, 100)
                .calls(Tier.STANDARD, Outcome.FAILED, 10)
                .repeats(5)
                .spends("110.5", "0", "10.5")
                .verdict(Verdict.MOVE)
                .moves(Tier.BATCH, "1", "40", "45.25", "50")
                .deadlineAssumed("results by 08:30");
    }

    private static JudgedFixture splitter() {
        return new JudgedFixture("splitter")
                .owner("bob")
                .calls(Tier.STANDARD, Outcome.OK, 31)
                .spends("62", "3", "0")
                .verdict(Verdict.SPLIT)
                .moves(Tier.FLEX, "0.5", "10", "11", "12");
    }

    private static JudgedFixture keeper() {
        return new JudgedFixture("keeper")
                .owner("ann")
                .calls(Tier.STANDARD, Outcome.OK, 7)
                .spends("7", "0", "0")
                .moves(Tier.BATCH, "1", "-4", "-2", "1");
    }

    private static JudgedFixture open() {
        return new JudgedFixture("open")
                .calls(Tier.STANDARD, Outcome.OK, 20)
                .spends("20.004", "0", "0")
                .verdict(Verdict.UNDECIDED)
                .moves(Tier.BATCH, "1", "8", "9", "10")
                .decides(QuestionId.MAX_LATENCY, "9");
    }

    private static JudgedFixture once() {
        return new JudgedFixture("once")
                .oneOff()
                .calls(Tier.STANDARD, Outcome.OK, 2)
                .spends("4", "0", "0")
                .verdict(Verdict.MOVE)
                .moves(Tier.BATCH, "1", "1", "1.5", "2");
    }

    static AuditReport company() {
        return Facts.of(keeper(), open(), splitter(), mover(), once())
                .input(190, 10)
                .assemble();
    }

    @Test
    void workloadsSumToTheTotal() {
        AuditReport report = company();

        assertThat(report.totals().spend())
                .isEqualTo(new Totals.TierSpend(
                        decimal("206.504"), decimal("203.504"), decimal("3"), BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(report.workloads().stream()
                        .map(w -> w.spend().tiers())
                        .reduce(Totals.TierSpend.ZERO, Totals.TierSpend::plus))
                .isEqualTo(report.totals().spend());
        assertThat(report.totals().requests()).isEqualTo(OptionalLong.of(170));
        assertThat(report.totals().cacheServed()).isEqualTo(3);
    }

    @Test
    void countsTheSavingsOfRecommendedMovesAndNoOthers() {
        SavingTotals savings = company().savings();

        // mover + splitter + once in the window; once saves nothing a month; only the mover's deadline is assumed.
        assertThat(savings.window()).isEqualTo(estimate("51", "57.75", "64"));
        assertThat(savings.monthly()).isEqualTo(estimate("50", "56.25", "62"));
        assertThat(savings.ofWhichDeadlineAssumed()).isEqualTo(decimal("45.25"));
    }

    @Test
    void callsMovableSpendAndItsCallsBatchableByTheMovedShare() {
        Totals.Batchable batchable = company().totals().batchable();

        // 100 + 31 × 0.5 + 4 of money; 95 calls without failures and repeats, 15.5 rounded up, and 2.
        assertThat(batchable.spend()).isEqualTo(decimal("135"));
        assertThat(batchable.requests()).isEqualTo(95 + 16 + 2);
    }

    @Test
    void namesTheShadowsOfSpend() {
        Totals.Shadows shadows = Facts.of(
                        mover(),
                        open(),
                        new JudgedFixture("b").spends("5", "0", "0").verdict(Verdict.BLOCKED),
                        new JudgedFixture("m").unattributed().spends("1", "2", "0"),
                        once())
                .assemble()
                .totals()
                .shadows();

        assertThat(shadows.undecided()).isEqualTo(decimal("20.004"));
        assertThat(shadows.blocked()).isEqualTo(decimal("5"));
        assertThat(shadows.waste()).isEqualTo(decimal("10.5"));
        assertThat(shadows.unattributed()).isEqualTo(decimal("3"));
        assertThat(shadows.monthlyRealtime()).isEqualTo(decimal("136.504"));
    }

    @Test
    void ordersWorkloadsByMoneyAtStake() {
        assertThat(company().workloads())
                .extracting(WorkloadReport::name)
                .containsExactly("mover", "splitter", "open", "once", "keeper");
        assertThat(company().workloads())
                .extracting(WorkloadReport::atStake)
                .containsExactly(decimal("45.25"), decimal("11"), decimal("9"), decimal("1.5"), BigDecimal.ZERO);
    }

    @Test
    void isTheSameWhateverTheOrderOfJudgements() {
        AuditReport turned = Facts.of(once(), mover(), open(), keeper(), splitter())
                .input(190, 10)
                .assemble();

        assertThat(JsonReport.toText(turned)).isEqualTo(JsonReport.toText(company()));
    }

    @Test
    void fitsItsSchema() {
        assertThat(ReportSchema.load().errors(JsonReport.toText(withSixAnswers())))
                .isEmpty();
    }

    private static AuditReport withSixAnswers() {
        JudgedFixture workload = mover();
        for (QuestionId question : QuestionId.values()) {
            workload.open(question);
        }
        return Facts.of(workload).input(1, 0).assemble();
    }

    @Test
    void leavesCallsUnknownThatNoSourceCounts() {
        AuditReport report = Facts.of(
                        new JudgedFixture("bucket").uncounted(500).resolution(Duration.ofDays(1)), splitter())
                .assemble();

        WorkloadReport bucket = report.workload("bucket").orElseThrow();
        assertThat(bucket.usage().requests()).isEmpty();
        assertThat(bucket.usage().peaks()).isEqualTo(WorkloadUsage.Peaks.UNKNOWN);
        assertThat(report.totals().requests()).isEqualTo(OptionalLong.of(31));
        assertThat(report.conclusions().assumptions())
                .contains("calls of bucket are not counted by their source and in no count of requests");
        assertThat(Facts.of(new JudgedFixture("b").uncounted(500))
                        .assemble()
                        .totals()
                        .requests())
                .isEmpty();
        assertThat(Facts.of().assemble().totals().requests()).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void tellsTheBusiestMinute() {
        WorkloadReport workload = Facts.of(new JudgedFixture("w")
                        .calls(Tier.STANDARD, Outcome.OK, 3)
                        .minute(1, 2, 50, 0)
                        .minute(2, 1, 90, 0))
                .assemble()
                .workloads()
                .get(0);

        assertThat(workload.usage().peaks())
                .isEqualTo(new WorkloadUsage.Peaks(OptionalLong.of(2), OptionalLong.of(90)));
    }

    @Test
    void countsOutcomesByKind() {
        WorkloadReport workload = Facts.of(new JudgedFixture("w")
                        .calls(Tier.STANDARD, Outcome.OK, 1)
                        .calls(Tier.STANDARD, Outcome.FAILED, 2)
                        .calls(Tier.STANDARD, Outcome.RATE_LIMITED, 3)
                        .calls(Tier.STANDARD, Outcome.TIMEOUT, 4)
                        .calls(Tier.STANDARD, Outcome.CANCELLED, 5)
                        .calls(Tier.STANDARD, Outcome.UNKNOWN, 6))
                .assemble()
                .workloads()
                .get(0);

        assertThat(workload.usage().outcomes()).isEqualTo(new WorkloadUsage.Outcomes(1, 2, 3, 4, 5, 6));
        assertThat(workload.usage().requests()).isEqualTo(OptionalLong.of(21));
    }

    @Test
    void dividesAllSpendByWhatSucceeded() {
        // 110.5 ÷ 100 successful calls; by outcomes of 4 calls each, four times that.
        assertThat(costPerSuccess(mover())).contains(decimal("1.105"));
        assertThat(costPerSuccess(new JudgedFixture("w")
                        .calls(Tier.STANDARD, Outcome.OK, 3)
                        .unpriced(3, 40, "m1")))
                .isEmpty();
        assertThat(costPerSuccess(mover().outcome(new OutcomeUnit.Calls(4), SessionSample.EMPTY)))
                .contains(decimal("4.42"));
        assertThat(costPerSuccess(new JudgedFixture("w")
                        .calls(Tier.STANDARD, Outcome.UNKNOWN, 9)
                        .spends("1", "0", "0")))
                .isEmpty();
    }

    @Test
    void countsTracesOnlyWhereAllOfThemAreKnown() {
        List<Session> two = List.of(new Session(1, List.of(), 60), new Session(2, List.of(), 50));

        assertThat(costPerSuccess(mover().outcome(new OutcomeUnit.PerTrace(), new SessionSample(two, true, 110))))
                .contains(decimal("55.25"));
        assertThat(costPerSuccess(mover().outcome(new OutcomeUnit.PerTrace(), new SessionSample(two, false, 110))))
                .isEmpty();
        assertThat(costPerSuccess(mover().outcome(new OutcomeUnit.PerTrace(), SessionSample.EMPTY)))
                .isEmpty();
    }

    private static Optional<BigDecimal> costPerSuccess(JudgedFixture workload) {
        return Facts.of(workload).assemble().workloads().get(0).spend().costPerSuccess();
    }

    @Test
    void scoresADerivedAnswerOnceWithTheOneItFollowsFrom() {
        WorkloadReport workload = Facts.of(new JudgedFixture("w")
                        .answer(QuestionId.USER_WAITING, Lean.REALTIME, Optional.empty())
                        .answer(QuestionId.MAX_LATENCY, Lean.BATCH, Optional.empty())
                        .answer(QuestionId.DEFERRAL_COST, Lean.BATCH, Optional.of(QuestionId.MAX_LATENCY))
                        .answer(QuestionId.QUOTA_DOMAIN, Lean.NEITHER, Optional.empty())
                        .open(QuestionId.DEGRADATION))
                .assemble()
                .workloads()
                .get(0);

        assertThat(workload.decision().score()).isEqualTo(new Score(1, 1, 1, 1));
        assertThat(workload.answers().get(0).known().orElseThrow().confidence()).isEqualTo(decimal("0.1235"));
        assertThat(workload.answers().get(4).why()).contains("too little data");
        assertThat(workload.answers().get(0).evidence().get(0).samples()).isEqualTo(7);
    }

    @Test
    void listsTheDaysThatWereNotObserved() {
        Basis.Period period = Facts.of(mover())
                .observed(Set.of(LocalDate.parse("2026-10-02"), LocalDate.parse("2026-10-01")))
                .assemble()
                .basis()
                .window();

        assertThat(period.days()).isEqualTo(31);
        assertThat(period.observedDays()).isEqualTo(2);
        assertThat(period.unobservedDays()).hasSize(29).startsWith(LocalDate.parse("2026-10-03"));
    }

    @Test
    void saysEachAssumptionOnceInAStableOrder() {
        AuditReport report = Facts.of(mover(), splitter())
                .background(new Background(List.of(), List.of("no bill was read", "no bill was read")))
                .assemble();

        assertThat(report.conclusions().assumptions())
                .containsExactly(
                        "no bill was read",
                        "calls without a service tier are taken as standard",
                        "completion times are assumed",
                        "mover: nobody declared a deadline; assumed results by 08:30");
    }

    @Test
    void countsTheTierSavingOnlyOfWhatStays() {
        // All of the mover moves and half of the splitter; the keeper stays whole.
        AuditReport report = Facts.of(mover(), splitter(), keeper())
                .tierSaving("mover", "9")
                .tierSaving("splitter", "4")
                .tierSaving("keeper", "1")
                .assemble();

        assertThat(report.totals().tierSaving()).contains(decimal("3"));
    }

    @Test
    void leavesTheTierSavingUnknownWherePriorityHasNoPricePair() {
        JudgedFixture priority = new JudgedFixture("p").line(Tier.PRIORITY, "row");

        assertThat(Facts.of(priority).assemble().totals().tierSaving()).isEmpty();
        assertThat(Facts.of(mover()).assemble().totals().tierSaving()).contains(BigDecimal.ZERO);
    }

    @Test
    void tracesTheLinesToTheTargetThatWasChosen() {
        RatedLine onBatch = new RatedLine(
                new RatedLine.Place("openai", "gpt-4.1", Tier.STANDARD, "base"),
                Optional.of(TokenKind.INPUT),
                1_000,
                Optional.of(decimal("2.00")),
                Optional.of("row"),
                decimal("0.002"),
                RatedLine.Basis.PRICED,
                Optional.of(new Range(decimal("0.001"), decimal("0.001"), decimal("0.001"))));
        Range cost = new Range(decimal("60"), decimal("55"), decimal("50"));
        TargetRating.Terms terms = new TargetRating.Terms(
                CompletionDistribution.prior(Tier.BATCH, Duration.ofHours(24)),
                Range.ZERO,
                decimal("100"),
                cost,
                List.of(onBatch));
        JudgedFixture workload = mover().line(Tier.STANDARD, "row")
                .target(new TargetRating.Unrated(Tier.FLEX, TargetRating.Reason.NO_PRICE, "no flex price"))
                .target(new TargetRating.Rated(
                        Tier.BATCH,
                        decimal("100"),
                        decimal("3"),
                        cost,
                        decimal("50"),
                        Range.ZERO,
                        List.of("prices are of October"),
                        terms));

        Arithmetic arithmetic = Facts.of(workload).assemble().workloads().get(0).arithmetic();

        assertThat(arithmetic.lines())
                .singleElement()
                .extracting(Arithmetic.Line::targetAmount)
                .isEqualTo(Optional.of(estimate("0.001", "0.001", "0.001")));
        assertThat(arithmetic.targets().get(0).unrated())
                .contains(new Arithmetic.Unrated(TargetRating.Reason.NO_PRICE, "no flex price"));
        assertThat(arithmetic.targets().get(1).rated())
                .contains(new Arithmetic.Rated(
                        decimal("100"),
                        decimal("3"),
                        estimate("60", "55", "50"),
                        decimal("50"),
                        Estimate.ZERO,
                        decimal("100"),
                        estimate("60", "55", "50"),
                        List.of("prices are of October")));
    }
}
