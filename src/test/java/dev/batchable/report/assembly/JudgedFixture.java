package dev.batchable.report.assembly;

import dev.batchable.checklist.Answer;
import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Toll;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.CallMatch;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.OutcomeUnit;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Missed;
import dev.batchable.price.Range;
import dev.batchable.price.RatedLine;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.price.Saving;
import dev.batchable.price.Spend;
import dev.batchable.price.TargetRating;
import dev.batchable.profile.Accounts;
import dev.batchable.profile.Activity;
import dev.batchable.profile.Audience;
import dev.batchable.profile.Coverage;
import dev.batchable.profile.InFlight;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.PromptSizes;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.Known;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.profile.Series;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.Strain;
import dev.batchable.profile.Timings;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadKey;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Builds one judged workload for tests of the assembly: its calls, its money, its verdict.
final class JudgedFixture {
    static final LocalDate DAY = LocalDate.parse("2026-10-05");
    private static final Toll NO_TOLL = new Toll(Optional.of(Range.ZERO), Optional.empty(), List.of());

    private final String name;
    private final SortedMap<RatingKey, SortedMap<LocalDate, Usage>> usage = new TreeMap<>();
    private final SortedMap<RatingKey, SortedMap<LocalDate, Usage>> repeats = new TreeMap<>();
    private final List<Series.Slot> slots = new ArrayList<>();
    private final List<Strain.Slot> strain = new ArrayList<>();
    private final List<RatedLine> lines = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<TargetRating> targets = new ArrayList<>();
    private CallerSource source = CallerSource.KEY_ALIAS;
    private Optional<String> owner = Optional.empty();
    private Optional<OutcomeUnit> outcome = Optional.empty();
    private SessionSample sessions = SessionSample.EMPTY;
    private Duration resolution = Duration.ofMinutes(1);
    private String model = "gpt-4.1";
    private Spend spend = Spend.ZERO;
    private Recurrence recurrence = Recurrence.RECURRING;
    private RatedWorkload.Unpriced unpriced = RatedWorkload.Unpriced.NOTHING;
    private Verdict verdict = Verdict.KEEP;
    private Optional<Judgement.Move> move = Optional.empty();
    private Optional<Judgement.Decides> decides = Optional.empty();
    private List<Judgement.Contradiction> contradictions = List.of();

    JudgedFixture(String name) {
        this.name = name;
    }

    JudgedFixture owner(String who) {
        owner = Optional.of(who);
        return this;
    }

    JudgedFixture outcome(OutcomeUnit unit, SessionSample sample) {
        outcome = Optional.of(unit);
        sessions = sample;
        return this;
    }

    JudgedFixture unattributed() {
        source = CallerSource.UNATTRIBUTED;
        return this;
    }

    JudgedFixture model(String itsName) {
        model = itsName;
        return this;
    }

    /// Calls of 1,000 prompt and 100 output tokens each.
    JudgedFixture calls(Tier tier, Outcome ended, long calls) {
        add(usage, tier, ended, calls, new Tokens(1_000 * calls, 0, 0, 0, 100 * calls, 0));
        return this;
    }

    /// Usage without a count of calls, as some exports give it.
    JudgedFixture uncounted(long tokens) {
        add(usage, Tier.STANDARD, Outcome.OK, 0, new Tokens(tokens, 0, 0, 0, 0, 0));
        return this;
    }

    JudgedFixture repeats(long calls) {
        add(repeats, Tier.STANDARD, Outcome.OK, calls, new Tokens(1_000 * calls, 0, 0, 0, 100 * calls, 0));
        return this;
    }

    private void add(
            SortedMap<RatingKey, SortedMap<LocalDate, Usage>> table,
            Tier tier,
            Outcome ended,
            long calls,
            Tokens tokens) {
        RatingKey key = new RatingKey(
                new ModelRef(Optional.of("openai"), Optional.of(model), Optional.empty()),
                tier,
                Operation.CHAT,
                ended,
                Streaming.UNSTREAMED,
                "base",
                Optional.empty(),
                new Known(Optional.empty(), TokenKnowledge.COMPLETE));
        table.computeIfAbsent(key, any -> new TreeMap<>())
                .merge(DAY, new Usage(calls, tokens, BigDecimal.ZERO), Usage::plus);
    }

    JudgedFixture minute(long minute, long requests, long tokens, long troubled) {
        slots.add(new Series.Slot(minute, requests, tokens, troubled));
        return this;
    }

    /// Of the minute's calls so many were refused for load or quota.
    JudgedFixture limited(long minute, long calls) {
        strain.add(new Strain.Slot(minute, calls, 0));
        return this;
    }

    JudgedFixture resolution(Duration width) {
        resolution = width;
        return this;
    }

    /// Spend by tier.
    JudgedFixture spends(String realtime, String deferred, String waste) {
        BigDecimal realtimeSpend = new BigDecimal(realtime);
        BigDecimal deferredSpend = new BigDecimal(deferred);
        spend = spend.plus(new Spend(
                realtimeSpend.add(deferredSpend),
                realtimeSpend,
                deferredSpend,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal(waste),
                realtimeSpend.subtract(new BigDecimal(waste))));
        return this;
    }

    JudgedFixture unknownTier(String amount) {
        BigDecimal figure = new BigDecimal(amount);
        BigDecimal none = BigDecimal.ZERO;
        spend = spend.plus(new Spend(figure, none, none, none, figure, none, none));
        return this;
    }

    JudgedFixture oneOff() {
        recurrence = Recurrence.ONE_OFF;
        return this;
    }

    JudgedFixture unpriced(long calls, long tokens, String... models) {
        unpriced = new RatedWorkload.Unpriced(calls, tokens, List.of(models));
        return this;
    }

    JudgedFixture line(Tier tier, String priceRow) {
        lines.add(new RatedLine(
                new RatedLine.Place("openai", model, tier, "base"),
                Optional.of(TokenKind.INPUT),
                1_000,
                Optional.of(new BigDecimal("2.00")),
                Optional.of(priceRow),
                new BigDecimal("0.002"),
                RatedLine.Basis.PRICED,
                Optional.empty()));
        return this;
    }

    JudgedFixture target(TargetRating rating) {
        targets.add(rating);
        return this;
    }

    JudgedFixture verdict(Verdict what) {
        verdict = what;
        return this;
    }

    /// A move of a share, and what that share saves.
    JudgedFixture moves(Tier target, String share, String low, String expected, String high) {
        Range saved = new Range(new BigDecimal(low), new BigDecimal(expected), new BigDecimal(high));
        Saving saving = new Saving(
                saved,
                recurrence == Recurrence.ONE_OFF ? Range.ZERO : saved,
                new BigDecimal(high),
                new Missed(
                        new Range(new BigDecimal("0.04"), new BigDecimal("0.02"), BigDecimal.ZERO),
                        new BigDecimal("0.02"),
                        1),
                List.of("completion times are assumed"));
        move = Optional.of(new Judgement.Move(
                target, new BigDecimal(share), saving, NO_TOLL, Optional.empty(), List.of("Submit it.")));
        return this;
    }

    JudgedFixture deadlineAssumed(String deadline) {
        move = move.map(known -> new Judgement.Move(
                known.target(), known.share(), known.saving(), known.toll(), Optional.of(deadline), known.recipe()));
        return this;
    }

    JudgedFixture decides(QuestionId question, String monthly) {
        decides = Optional.of(new Judgement.Decides(
                question,
                new BigDecimal(monthly),
                new BigDecimal(monthly),
                outcome(question, "no", Verdict.MOVE),
                outcome(question, "yes", Verdict.KEEP)));
        return this;
    }

    private static Judgement.Outcome outcome(QuestionId question, String value, Verdict then) {
        return new Judgement.Outcome(
                question.policyKey() + ": " + value, List.of(), then, Optional.empty(), Range.ZERO, Range.ZERO);
    }

    JudgedFixture answer(QuestionId question, Lean lean, Optional<QuestionId> derivedFrom) {
        answers.add(new Answer.Known(
                question,
                "no",
                lean,
                0.123456,
                Answer.Origin.OBSERVED,
                derivedFrom,
                List.of(new Evidence("streaming", "none", "some", 7, "2026-10-01/2026-10-31", lean))));
        return this;
    }

    JudgedFixture open(QuestionId question) {
        answers.add(new Answer.Unknown(question, "too little data", List.of()));
        return this;
    }

    JudgedFixture contradicted(QuestionId question) {
        contradictions = List.of(new Judgement.Contradiction(question, "no", "90 % of calls streamed"));
        return this;
    }

    Judgement build() {
        return new Judgement(
                rated(),
                answers,
                verdict,
                move,
                List.of(),
                decides,
                new Judgement.Advice(
                        "it is so",
                        "Do it.",
                        new Judgement.Controls(
                                List.of("headroom"),
                                List.of("fallback"),
                                List.of("degraded-mode"),
                                List.of(new Judgement.ControlDetail(
                                        "headroom", Judgement.ControlStatus.DECLARED, "none seen"))),
                        contradictions));
    }

    private RatedWorkload rated() {
        BigDecimal factor = recurrence == Recurrence.ONE_OFF ? BigDecimal.ZERO : BigDecimal.ONE;
        return new RatedWorkload(
                profile(),
                spend,
                recurrence,
                new Range(factor, factor, factor),
                lines,
                targets,
                unpriced,
                List.of("calls without a service tier are taken as standard"));
    }

    private WorkloadProfile profile() {
        Instant noon = Instant.parse("2026-10-05T12:00:00Z");
        boolean anonymous = source == CallerSource.UNATTRIBUTED;
        return new WorkloadProfile(
                new WorkloadKey(
                        source,
                        anonymous ? WorkloadKey.UNATTRIBUTED : name,
                        Optional.empty(),
                        Optional.empty(),
                        anonymous ? Optional.of("openai") : Optional.empty(),
                        anonymous ? Optional.of(name) : Optional.empty()),
                rule(),
                new UsageTable(usage),
                new UsageTable(repeats),
                new Timings(
                        Optional.of(new Timings.Percentiles(10, 20, 30, 5)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Activity(
                        Collections.nCopies(Activity.HOURS, 2L),
                        Series.of(slots),
                        byModel(),
                        InFlight.NONE,
                        resolution,
                        slots.isEmpty() ? noon : minute(slots.get(0)),
                        slots.isEmpty() ? noon : minute(slots.get(slots.size() - 1))),
                new Audience(0, sessions, Map.of(), 0),
                new Coverage(1, Map.of(), Map.of(), 1, 0));
    }

    private static Instant minute(Series.Slot slot) {
        return Instant.ofEpochSecond(slot.minute() * 60);
    }

    /// All minutes are those of the model that was named last.
    private Map<ModelRef, ModelActivity> byModel() {
        ModelRef asked = new ModelRef(Optional.of("openai"), Optional.of(model), Optional.empty());
        return Map.of(
                asked, new ModelActivity(Series.of(slots), Strain.of(strain), Accounts.UNTOLD, PromptSizes.UNTOLD));
    }

    private Optional<WorkloadRule> rule() {
        return Optional.of(new WorkloadRule(
                1,
                name,
                new CallMatch(Map.of(), Optional.empty()),
                new WorkloadRule.Ownership(owner, Optional.empty(), outcome, Optional.empty()),
                Optional.empty(),
                DeclaredAnswers.NONE,
                List.of(),
                List.of()));
    }
}
