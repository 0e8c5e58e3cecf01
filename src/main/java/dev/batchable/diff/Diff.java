package dev.batchable.diff;

import dev.batchable.diff.Comparison.Spend;
import dev.batchable.diff.SavingChange.Saving;
import dev.batchable.diff.WorkloadChange.Standing;
import dev.batchable.report.AuditReport;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares two reports, [Subject] by subject.
public final class Diff {
    private final AuditReport old;
    private final AuditReport now;
    private final List<Subject> subjects;
    private final Footing footing;

    private Diff(AuditReport old, AuditReport now) {
        this.old = old;
        this.now = now;
        this.subjects = Subject.of(old, now);
        this.footing = Footing.of(old.basis().window(), now.basis().window());
    }

    /// @throws IncomparableException where currencies differ, the older report is of later days, or one of them
    ///     was made from a bill alone
    public static Comparison of(AuditReport old, AuditReport now) throws IncomparableException {
        Comparability.check(old, now);
        return new Diff(old, now).comparison();
    }

    private Comparison comparison() {
        List<WorkloadChange> changes = subjects.stream()
                .map(this::change)
                .sorted(Comparator.comparing(
                                (WorkloadChange change) -> change.change().abs())
                        .reversed()
                        .thenComparing(WorkloadChange::name))
                .toList();
        return new Comparison(
                old.basis(),
                now.basis(),
                footing,
                Comparability.notes(old, now, subjects),
                spend(changes),
                changes.stream().map(WorkloadChange::savings).reduce(Saving.NONE, Saving::plus),
                changes,
                moved(),
                new ServiceReview(old, now, subjects).changes());
    }

    private WorkloadChange change(Subject subject) {
        Work before = subject.old().work(footing.old());
        Work after = subject.now().work(footing.now());
        return new WorkloadChange(
                subject.name(),
                standing(subject.old(), before),
                standing(subject.now(), after),
                new Explanation(before, after, tier -> true).effects(),
                new SavingExplanation(subject.old(), subject.now()).saving());
    }

    private static Optional<Standing> standing(Side side, Work work) {
        return side.isPresent()
                ? Optional.of(new Standing(side.verdicts(), work.spend(), side.answered()))
                : Optional.empty();
    }

    private Spend spend(List<WorkloadChange> changes) {
        Effects effects = changes.stream().map(WorkloadChange::effects).reduce(Effects.NONE, Effects::plus);
        return new Spend(
                sum(changes.stream().map(WorkloadChange::oldSpend)),
                sum(changes.stream().map(WorkloadChange::newSpend)),
                effects,
                Volume.of(changes, footing));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<MovedWorkload> moved() {
        BigDecimal oldMonth = footing.old().multiply(footing.toMonth(), Footing.EXACT);
        BigDecimal newMonth = footing.now().multiply(footing.toMonth(), Footing.EXACT);
        return subjects.stream()
                .filter(Subject::isMoved)
                .map(subject -> new Realised(subject, oldMonth, newMonth).moved())
                .toList();
    }
}
