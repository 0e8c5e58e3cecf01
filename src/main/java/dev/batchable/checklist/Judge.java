package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.Spend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The verdict: the first rule that matches, in the order of [Verdict]. It errs towards `undecided`.
final class Judge {
    private Judge() {}

    /// @param choice the target of a move or split
    /// @param because one clause
    record Ruling(Verdict verdict, Optional<Case.Choice> choice, List<String> blockers, String because) {
        static Ruling of(Verdict verdict, String because) {
            return new Ruling(verdict, Optional.empty(), List.of(), because);
        }

        static Ruling of(Verdict verdict, Case.Choice choice, String because) {
            return new Ruling(verdict, Optional.of(choice), List.of(), because);
        }
    }

    static Ruling rule(Case workload) {
        return deferred(workload)
                .or(() -> blocked(workload))
                .or(() -> keep(workload))
                .or(() -> split(workload))
                .or(() -> move(workload))
                .orElseGet(() -> Ruling.of(Verdict.UNDECIDED, whyUndecided(workload)));
    }

    private static Optional<Ruling> deferred(Case workload) {
        Spend spend = workload.subject().workload().spend();
        boolean deferred = spend.total().signum() > 0
                && spend.deferred().compareTo(spend.total().multiply(BigDecimal.valueOf(Rules.DEFERRED_SHARE.value())))
                        >= 0;
        return deferred
                ? Optional.of(Ruling.of(Verdict.DEFERRED, "at least 95 % of its spend is on batch or flex already"))
                : Optional.empty();
    }

    private static Optional<Ruling> blocked(Case workload) {
        if (!workload.nobodyWaits() || workload.instant()) {
            return Optional.empty();
        }
        List<String> blockers = workload.queueTooSmall()
                ? List.of(Obstacles.QUEUE_CAP)
                : workload.open().isEmpty() ? obstacles(workload) : cacheLoss(workload);
        return blockers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ruling(
                        Verdict.BLOCKED,
                        Optional.empty(),
                        blockers,
                        "it could wait, but " + String.join(", ", blockers) + " stands in the way"));
    }

    /// Those of the tiers that would save something; of all tiers where none has a price.
    static List<String> obstacles(Case workload) {
        List<Target> saving = workload.rated().stream()
                .filter(choice -> choice.saving().window().expected().signum() > 0)
                .map(Case.Choice::target)
                .toList();
        List<Target> targets = workload.rated().isEmpty() ? Target.of(workload.subject()) : saving;
        return targets.stream()
                .flatMap(target -> Obstacles.of(workload.subject(), target).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> cacheLoss(Case workload) {
        List<Case.Choice> candidates = workload.budget().isPresent() ? workload.fitting() : workload.open();
        boolean lost = !candidates.isEmpty()
                && candidates.stream()
                        .allMatch(choice -> choice.saving().window().low().signum() <= 0);
        return lost ? List.of(Obstacles.CACHE_LOSS) : List.of();
    }

    private static Optional<Ruling> keep(Case workload) {
        if (workload.userWaits()) {
            return Optional.of(Ruling.of(Verdict.KEEP, "a user waits on it"));
        }
        if (workload.instant()) {
            return Optional.of(Ruling.of(Verdict.KEEP, "results are needed within a minute"));
        }
        Spend spend = workload.subject().workload().spend();
        List<Case.Choice> rated = workload.rated();
        boolean nothingSaved = !rated.isEmpty()
                && rated.stream()
                        .allMatch(choice -> choice.saving().window().expected().signum() <= 0);
        boolean nothingSpent = spend.total().signum() > 0
                && spend.realtime().signum() == 0
                && spend.unknownTier().signum() == 0;
        return nothingSaved || nothingSpent
                ? Optional.of(Ruling.of(
                        Verdict.KEEP, nothingSpent ? "it has no realtime spend" : "a move would save nothing"))
                : Optional.empty();
    }

    private static Optional<Ruling> split(Case workload) {
        return PartialCompletion.share(workload)
                .filter(share -> workload.leansBatch())
                .flatMap(share -> first(workload)
                        .map(choice ->
                                new Case.Choice(choice.target(), choice.saving().times(share), share)))
                .map(choice -> Ruling.of(
                        Verdict.SPLIT,
                        choice,
                        Wording.percent(choice.share().doubleValue()) + " of it can follow later and fits "
                                + choice.target().tier().id()));
    }

    private static Optional<Ruling> move(Case workload) {
        boolean ready = workload.nobodyWaits() && workload.leansBatch();
        return first(workload)
                .filter(choice -> ready)
                .map(choice -> Ruling.of(
                        Verdict.MOVE,
                        choice,
                        "nobody waits on it, and its budget of "
                                + Wording.duration(workload.budgetOrDay()) + " fits "
                                + choice.target().tier().id()));
    }

    /// The fitting target that saves most and saves surely.
    private static Optional<Case.Choice> first(Case workload) {
        return workload.fitting().stream()
                .filter(choice -> choice.saving().window().low().signum() > 0)
                .findFirst();
    }

    private static String whyUndecided(Case workload) {
        if (workload.subject().workload().spend().unknownTier().signum() > 0
                && workload.rated().isEmpty()) {
            return "the tier it ran on is not told";
        }
        if (workload.rated().isEmpty()) {
            return "no cheaper tier has a known price for it";
        }
        if (!workload.nobodyWaits()) {
            return "it is not certain whether a user waits on it";
        }
        if (workload.budget().isEmpty()) {
            return "no maximum latency is known";
        }
        if (workload.delayCostsMore()) {
            return "its delay is declared to cost more than a move saves";
        }
        if (workload.fitting().isEmpty()) {
            return "its budget of " + Wording.duration(workload.budgetOrDay()) + " fits no cheaper tier";
        }
        return "only " + workload.batchLeans() + " independent answers lean batch, and three are needed";
    }
}
