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

/// What is the maximum acceptable latency?
final class MaxLatency implements Question {
    @Override
    public QuestionId id() {
        return QuestionId.MAX_LATENCY;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        List<Evidence> evidence = evidence(subject);
        Optional<Budget> budget = budget(subject, earlier);
        if (budget.isPresent()) {
            return known(subject, budget.get(), evidence);
        }
        if (subject.declared().maxLatency().isPresent()) {
            return new Answer.Unknown(
                    id(), "too little data: no three runs from which to measure the time left", evidence);
        }
        return Archetype.of(subject)
                .<Answer>map(archetype -> assumed(archetype, evidence))
                .orElseGet(() -> new Answer.Unknown(id(), why(subject), evidence));
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
                ? Schedule.of(subject)
                        .flatMap(schedule ->
                                Budget.observed(schedule, subject.policy().zone()))
                : Optional.empty();
    }

    private Answer known(Subject subject, Budget budget, List<Evidence> evidence) {
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
        if (rated.stream().anyMatch(target -> target.fits(budget.time()))) {
            return Lean.BATCH;
        }
        if (rated.isEmpty() && !budget.shorterThan(Rules.FITS_BATCH)) {
            return Lean.BATCH;
        }
        return Lean.REALTIME;
    }

    private Answer assumed(Archetype archetype, List<Evidence> evidence) {
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
        return subject.tooLittleData()
                .orElse(
                        subject.showsRuns()
                                ? "no log has it, and no runs on which nobody waits repeat steadily"
                                : "no log has it, and buckets wider than an hour show no runs");
    }

    private static List<Evidence> evidence(Subject subject) {
        return Schedule.of(subject)
                .flatMap(schedule -> schedule.period().map(period -> refutation(subject, schedule, period)))
                .map(List::of)
                .orElse(List.of());
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
