package dev.batchable.report;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.Judgement.ControlStatus;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.price.RatedLine.Basis;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.price.TargetRating.Reason;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.AnswerReport.EvidenceReport;
import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Place;
import dev.batchable.report.Arithmetic.Rated;
import dev.batchable.report.Arithmetic.Target;
import dev.batchable.report.Arithmetic.Unrated;
import dev.batchable.report.Decision.Decides;
import dev.batchable.report.Decision.Outcome;
import dev.batchable.report.Decision.Score;
import dev.batchable.report.Handling.ControlReport;
import dev.batchable.report.Handling.Controls;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.WorkloadReport.Identity;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Peaks;
import dev.batchable.report.WorkloadUsage.Percentiles;
import dev.batchable.report.WorkloadUsage.TokenSums;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Builds one workload of a report for tests; what is not said is plausible and small.
public final class WorkloadFixture {
    private static final String PERIOD = "2026-10-01/2026-10-31";

    private final String name;
    private Optional<String> owner = Optional.empty();
    private CallerSource source = CallerSource.KEY_ALIAS;
    private String provider = "openai";
    private String model = "gpt-4.1";
    private long requests = 1_000;
    private Verdict verdict = Verdict.KEEP;
    private String because = "a user waits for the answer";
    private String nextStep = "Leave it where it is.";
    private Optional<Tier> target = Optional.empty();
    private BigDecimal share = BigDecimal.ONE;
    private BigDecimal deferred = BigDecimal.ZERO;
    private BigDecimal waste = BigDecimal.ZERO;
    private BigDecimal unlined = BigDecimal.ZERO;
    private Recurrence recurrence = Recurrence.RECURRING;
    private WorkloadSpend.Unpriced unpriced = WorkloadSpend.Unpriced.NOTHING;
    private Optional<Decides> decides = Optional.empty();
    private Optional<SavingReport> saving = Optional.empty();
    private Optional<WaiverReport> waiver = Optional.empty();
    private Controls controls = Controls.NONE;
    private List<String> blockers = List.of();
    private List<String> recipe = List.of();
    private final List<Line> lines = new ArrayList<>();
    private final List<AnswerReport> answers = new ArrayList<>();

    public WorkloadFixture(String name) {
        this.name = name;
    }

    public WorkloadFixture owner(String who) {
        owner = Optional.of(who);
        return this;
    }

    public WorkloadFixture unattributed() {
        source = CallerSource.UNATTRIBUTED;
        return this;
    }

    public WorkloadFixture model(String itsProvider, String itsModel) {
        provider = itsProvider;
        model = itsModel;
        return this;
    }

    public WorkloadFixture requests(long calls) {
        requests = calls;
        return this;
    }

    public WorkloadFixture verdict(Verdict what, String why, String next) {
        verdict = what;
        because = why;
        nextStep = next;
        return this;
    }

    /// A realtime line: tokens × price per million.
    public WorkloadFixture line(TokenKind kind, long tokens, String perMillion) {
        BigDecimal price = new BigDecimal(perMillion);
        BigDecimal amount = price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
        BigDecimal half = amount.multiply(new BigDecimal("0.5"));
        lines.add(new Line(
                new Place(provider, model, Tier.STANDARD, "base"),
                Optional.of(kind),
                tokens,
                Optional.of(price),
                Optional.of(provider + "/" + model + "/standard/base/" + kind.id() + "/2025-04-14"),
                amount,
                Basis.PRICED,
                Optional.of(new Estimate(half, half, half))));
        return this;
    }

    /// Realtime spend as the source logged it, without a price row.
    public WorkloadFixture logged(String amount) {
        unlined = new BigDecimal(amount);
        lines.add(new Line(
                new Place(provider, model, Tier.STANDARD, "base"),
                Optional.empty(),
                requests,
                Optional.empty(),
                Optional.empty(),
                unlined,
                Basis.LOGGED,
                Optional.empty()));
        return this;
    }

    public WorkloadFixture deferred(String amount) {
        deferred = new BigDecimal(amount);
        lines.add(new Line(
                new Place(provider, model, Tier.BATCH, "base"),
                Optional.empty(),
                requests,
                Optional.empty(),
                Optional.empty(),
                deferred,
                Basis.LOGGED,
                Optional.empty()));
        return this;
    }

    public WorkloadFixture waste(String amount) {
        waste = new BigDecimal(amount);
        return this;
    }

    public WorkloadFixture oneOff() {
        recurrence = Recurrence.ONE_OFF;
        return this;
    }

    public WorkloadFixture unpriced(long calls, long tokens, String unknownModel) {
        unpriced = new WorkloadSpend.Unpriced(calls, tokens, List.of(unknownModel));
        return this;
    }

    public WorkloadFixture decides(QuestionId question, String monthly) {
        BigDecimal money = new BigDecimal(monthly);
        Estimate saved = new Estimate(money, money, money);
        String key = question.policyKey();
        decides = Optional.of(new Decides(
                question,
                money,
                money,
                List.of(
                        new Outcome(
                                key + ": 24h",
                                List.of("degradation: queue"),
                                Verdict.MOVE,
                                Optional.of(Tier.BATCH),
                                saved,
                                saved),
                        new Outcome(
                                key + ": 1s",
                                List.of(),
                                Verdict.KEEP,
                                Optional.empty(),
                                Estimate.ZERO,
                                Estimate.ZERO))));
        return this;
    }

    /// What a move would save over the window; a month saves the same, a one-off nothing.
    public WorkloadFixture saves(Tier tier, String movedShare, String low, String expected, String high) {
        target = Optional.of(tier);
        share = new BigDecimal(movedShare);
        Estimate window = new Estimate(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
        Estimate monthly = recurrence == Recurrence.ONE_OFF ? Estimate.ZERO : window;
        saving = Optional.of(new SavingReport(
                window,
                monthly,
                new BigDecimal(high),
                new BigDecimal("0.02"),
                Optional.empty(),
                List.of("completion times are assumed: prior of the catalog"),
                ReportFixtures.after(monthly, Estimate.ZERO, Optional.empty()),
                new QueueTurns(1, new BigDecimal("0.04"), BigDecimal.ZERO)));
        return this;
    }

    /// What its delay costs in a month, and its move once.
    public WorkloadFixture toll(Estimate deferralCost, String effort) {
        saving = saving.map(known -> with(
                known,
                known.deadlineAssumed(),
                ReportFixtures.after(known.monthly(), deferralCost, Optional.of(new BigDecimal(effort)))));
        return this;
    }

    private static SavingReport with(SavingReport known, Optional<String> deadline, AfterMove after) {
        return new SavingReport(
                known.window(),
                known.monthly(),
                known.naive(),
                known.missShare(),
                deadline,
                known.assumptions(),
                after,
                known.queue());
    }

    public WorkloadFixture deadlineAssumed(String deadline) {
        saving = saving.map(known -> with(known, Optional.of(deadline), known.after()));
        return this;
    }

    public WorkloadFixture waiver(WaiverReport excuse) {
        waiver = Optional.of(excuse);
        return this;
    }

    public WorkloadFixture controls(List<String> declared, List<String> missing) {
        controls = new Controls(
                declared,
                List.of(),
                missing,
                Stream.concat(
                                declared.stream().map(name -> detail(name, ControlStatus.DECLARED)),
                                missing.stream().map(name -> detail(name, ControlStatus.MISSING)))
                        .toList());
        return this;
    }

    private static ControlReport detail(String name, ControlStatus status) {
        return new ControlReport(name, status, "never rate-limited at peaks of 37 calls a minute");
    }

    public WorkloadFixture blockers(String... names) {
        blockers = List.of(names);
        return this;
    }

    public WorkloadFixture recipe(String... steps) {
        recipe = List.of(steps);
        return this;
    }

    public WorkloadFixture answer(QuestionId question, String value, Lean lean, Origin origin, EvidenceReport... seen) {
        answers.add(new AnswerReport(
                question,
                lean,
                Optional.of(new AnswerReport.Known(value, new BigDecimal("0.95"), origin, Optional.empty())),
                Optional.empty(),
                List.of(seen),
                Optional.of("Pauses in half of the sessions would turn it.")));
        return this;
    }

    public static EvidenceReport evidence(String signal, String found, String expected, Lean lean) {
        Optional<AnswerReport.Weight> weight = lean == Lean.BATCH
                ? Optional.of(new AnswerReport.Weight("sessions", "session-pauses.automated-weight", BigDecimal.ONE))
                : Optional.empty();
        return new EvidenceReport(signal, found, expected, 412, lean, PERIOD, Optional.of("±3 points"), weight);
    }

    public WorkloadReport build() {
        return new WorkloadReport(
                new Identity(
                        name,
                        owner,
                        new WorkloadReport.Key(
                                source,
                                source == CallerSource.UNATTRIBUTED ? "(unattributed)" : name,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        List.of(provider),
                        List.of(model)),
                usage(),
                spend(),
                decision(),
                sixAnswers(),
                new Arithmetic(lines, targets()),
                saving,
                new Handling(waiver, controls, recipe));
    }

    private WorkloadUsage usage() {
        return new WorkloadUsage(
                OptionalLong.of(requests),
                new TokenSums(
                        quantity(TokenKind.INPUT), quantity(TokenKind.CACHE_READ), 0, quantity(TokenKind.OUTPUT), 0),
                new Outcomes(requests, 0, 0, 0, 0, 0),
                Optional.of(new Percentiles(1_200, 4_800, 9_100)),
                Optional.empty(),
                Collections.nCopies(WorkloadUsage.HOURS, 1L),
                new Peaks(OptionalLong.of(12), OptionalLong.of(90_000)),
                recurrence);
    }

    private long quantity(TokenKind kind) {
        return lines.stream()
                .filter(line -> line.tokenKind().equals(Optional.of(kind)))
                .mapToLong(Line::quantity)
                .sum();
    }

    private BigDecimal realtime() {
        return lines.stream()
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(deferred);
    }

    private WorkloadSpend spend() {
        BigDecimal total = realtime().add(deferred);
        boolean once = recurrence == Recurrence.ONE_OFF;
        Estimate factor = once ? Estimate.ZERO : new Estimate(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
        return new WorkloadSpend(
                new TierSpend(total, realtime(), deferred, BigDecimal.ZERO, BigDecimal.ZERO),
                waste,
                realtime().subtract(waste),
                Optional.of(new BigDecimal("0.0125")),
                once ? BigDecimal.ZERO : realtime(),
                factor,
                unpriced,
                List.of("calls without a service tier are taken as standard"));
    }

    private Decision decision() {
        return new Decision(
                verdict,
                because,
                target,
                target.map(tier -> share),
                new Score(count(Lean.BATCH), count(Lean.REALTIME), count(Lean.NEITHER), 6 - answers.size()),
                blockers,
                decides,
                nextStep);
    }

    private long count(Lean lean) {
        return answers.stream().filter(answer -> answer.lean() == lean).count();
    }

    private List<AnswerReport> sixAnswers() {
        List<AnswerReport> six = new ArrayList<>();
        for (QuestionId question : QuestionId.values()) {
            six.add(answers.stream()
                    .filter(answer -> answer.question() == question)
                    .findFirst()
                    .orElseGet(() -> new AnswerReport(
                            question,
                            Lean.UNKNOWN,
                            Optional.empty(),
                            Optional.of("the log never holds it"),
                            List.of(),
                            Optional.empty())));
        }
        return six;
    }

    private List<Target> targets() {
        Target none = new Target(
                Tier.FLEX,
                Optional.empty(),
                Optional.of(new Unrated(Reason.NO_TIER, provider + "/" + model + ": no flex tier")));
        return saving.isEmpty() ? List.of(none) : List.of(none, rated(target.orElse(Tier.BATCH)));
    }

    private Target rated(Tier tier) {
        BigDecimal movable = realtime().subtract(waste);
        BigDecimal half = movable.multiply(new BigDecimal("0.5"));
        Estimate cost = new Estimate(half, half, half);
        return new Target(
                tier,
                Optional.of(new Rated(movable, BigDecimal.ZERO, cost, half, Estimate.ZERO, movable, cost, List.of())),
                Optional.empty());
    }
}
