package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Schedule;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.LatencyBudget;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is the maximum acceptable latency?
///
/// A budget, which a move needs, is declared or read from a schedule. Where callers give up within a minute, the
/// answer is that time and leans realtime; it is no budget, since it tells of today's calls and not of the work.
final class MaxLatency implements Question {
    @Override
    public QuestionId id() {
        return QuestionId.MAX_LATENCY;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        List<Evidence> evidence = evidence(subject);
        Optional<Budget> budget = budget(subject, earlier);
        String change = change(subject);
        if (budget.isPresent()) {
            return known(subject, budget.get(), evidence).changedBy(change);
        }
        if (subject.declared().maxLatency().isPresent()) {
            return new Answer.Unknown(
                            id(), "too little data: no three runs from which to measure the time left", evidence)
                    .changedBy(change);
        }
        return givenUp(subject, earlier, evidence)
                .or(() -> Archetype.of(subject).map(archetype -> assumed(archetype, evidence)))
                .<Answer>map(known -> known.changedBy(change))
                .orElseGet(() -> new Answer.Unknown(id(), why(subject), evidence).changedBy(change));
    }

    /// Where nobody waits, a timeout is a matter of the client's settings and tells nothing.
    private Optional<Answer.Known> givenUp(Subject subject, List<Answer> earlier, List<Evidence> evidence) {
        boolean nobodyWaits = Question.known(earlier, QuestionId.USER_WAITING)
                .filter(waiting -> waiting.lean() == Lean.BATCH)
                .isPresent();
        return nobodyWaits || subject.tooLittleData().isPresent()
                ? Optional.empty()
                : new Patience(subject)
                        .limit()
                        .map(limit -> new Answer.Known(
                                id(),
                                Wording.duration(limit),
                                Lean.REALTIME,
                                Rules.OBSERVED.value(),
                                Answer.Origin.OBSERVED,
                                Optional.empty(),
                                evidence));
    }

    private static String change(Subject subject) {
        return Target.shortestKept(Target.of(subject))
                .map(time -> "A declared `max_latency` of its results: from " + Wording.duration(time)
                        + " on it leans batch.")
                .orElse("A declared `max_latency` of its results, and a price for a cheaper tier that keeps it.");
    }

    /// The budget, declared or observed. Runs show a deadline only where nobody waits on them: people who come
    /// every morning make runs too.
    static Optional<Budget> budget(Subject subject, List<Answer> earlier) {
        if (subject.declared().maxLatency().isPresent()) {
            return Budget.declared(subject);
        }
        boolean nobodyWaits = Question.known(earlier, QuestionId.USER_WAITING)
                .filter(answer -> answer.value().equals(UserWaiting.NO))
                .filter(answer -> answer.origin() != Answer.Origin.ASSUMED)
                .isPresent();
        return nobodyWaits && subject.tooLittleData().isEmpty()
                ? subject.schedule()
                        .flatMap(schedule ->
                                Budget.observed(schedule, subject.policy().zone()))
                : Optional.empty();
    }

    private Answer.Known known(Subject subject, Budget budget, List<Evidence> evidence) {
        double confidence = budget.origin() == Answer.Origin.DECLARED ? 1 : Rules.OBSERVED.value();
        Optional<LatencyBudget> declared = subject.declared().maxLatency();
        String value = declared.isPresent() && declared.get() instanceof LatencyBudget.By by
                ? Wording.clock(by.time())
                : Wording.duration(budget.time());
        return new Answer.Known(
                id(), value, lean(subject, budget), confidence, budget.origin(), Optional.empty(), evidence);
    }

    private static Lean lean(Subject subject, Budget budget) {
        List<Target> rated = Target.of(subject).stream()
                .filter(target -> target.rated().isPresent())
                .toList();
        if (rated.stream().anyMatch(target -> target.atOnce().fits(budget.time()))) {
            return Lean.BATCH;
        }
        if (rated.isEmpty() && !budget.shorterThan(Rules.FITS_BATCH)) {
            return Lean.BATCH;
        }
        return Lean.REALTIME;
    }

    private Answer.Known assumed(Archetype archetype, List<Evidence> evidence) {
        boolean canWait = archetype == Archetype.CAN_WAIT;
        return new Answer.Known(
                id(),
                canWait ? "24h" : "10s",
                canWait ? Lean.BATCH : Lean.REALTIME,
                Rules.ARCHETYPE.value(),
                Answer.Origin.ASSUMED,
                Optional.empty(),
                evidence);
    }

    private static String why(Subject subject) {
        String runs = subject.showsRuns()
                ? "no runs on which nobody waits repeat steadily"
                : "buckets wider than an hour show no runs";
        return subject.tooLittleData()
                .orElseGet(() -> "no log has it; " + runs + "; " + new Patience(subject).missing());
    }

    private static List<Evidence> evidence(Subject subject) {
        Optional<Evidence> runs = subject.schedule()
                .flatMap(schedule -> schedule.period().map(period -> refutation(subject, schedule, period)));
        return Stream.concat(runs.stream(), new Patience(subject).evidence().stream())
                .toList();
    }

    private static Evidence refutation(Subject subject, Schedule schedule, Duration period) {
        Duration rest = period.minus(schedule.length());
        String deadline = Budget.observed(schedule, subject.policy().zone())
                .flatMap(Budget::assumedDeadline)
                .orElse("no time between runs");
        return subject.evidence(
                "run-repeats",
                "runs every " + Wording.duration(period) + ", nine in ten done in "
                        + Wording.duration(schedule.length()),
                "refutes " + Tier.BATCH.id() + " slower than " + Wording.duration(rest) + "; supports " + deadline,
                schedule.runs().size(),
                Lean.NEITHER);
    }
}
