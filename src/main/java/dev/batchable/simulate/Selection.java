package dev.batchable.simulate;

import dev.batchable.checklist.Deferral;
import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.Usage;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which workloads are simulated: recommended moves, and of those asked for by name the undecided ones as a
/// supposition. Nothing that a user waits on is, whatever is asked.
final class Selection {
    private final Judged judged;
    private final SimulationRequest request;
    private final List<Chosen> chosen = new ArrayList<>();
    private final List<Simulation.LeftOut> leftOut = new ArrayList<>();

    private Selection(Judged judged, SimulationRequest request) {
        this.judged = judged;
        this.request = request;
    }

    /// Both by name.
    record Result(List<Chosen> chosen, List<Simulation.LeftOut> leftOut) {}

    static Result of(Judged judged, SimulationRequest request) {
        Selection selection = new Selection(judged, request);
        judged.judgements().stream()
                .filter(selection::asked)
                .sorted(Comparator.comparing(Selection::name))
                .forEach(selection::select);
        boolean hints = selection.chosen.isEmpty() && request.workloads().isEmpty();
        return new Result(selection.chosen, hints ? undecided(judged) : selection.leftOut);
    }

    private boolean asked(Judgement judgement) {
        return request.workloads().map(glob -> glob.matches(name(judgement))).orElse(judgement.recommended());
    }

    private static String name(Judgement judgement) {
        return judgement.workload().profile().key().name();
    }

    /// Where nothing is movable: what to declare.
    private static List<Simulation.LeftOut> undecided(Judged judged) {
        return judged.judgements().stream()
                .filter(judgement -> judgement.verdict() == Verdict.UNDECIDED)
                .map(judgement -> new Simulation.LeftOut(
                        name(judgement),
                        judgement.verdict(),
                        Wording.capitalized(judgement.because()) + ". " + judgement.nextStep()))
                .sorted(Comparator.comparing(Simulation.LeftOut::workload))
                .toList();
    }

    private void select(Judgement judgement) {
        refusal(judgement)
                .ifPresentOrElse(
                        reason -> leftOut.add(new Simulation.LeftOut(name(judgement), judgement.verdict(), reason)),
                        () -> choose(judgement));
    }

    private Optional<String> refusal(Judgement judgement) {
        WorkloadProfile profile = judgement.workload().profile();
        if (!judgement.recommended() && (Deferral.waitedFor(judgement) || judgement.verdict() != Verdict.UNDECIDED)) {
            return Optional.of(Wording.capitalized(judgement.because()) + ".");
        }
        if (Resolution.minutes(profile) > Resolution.WIDEST_MINUTES) {
            return Optional.of("Its log tells only sums of "
                    + Wording.duration(Duration.ofMinutes(Resolution.minutes(profile)))
                    + ", which show no arrivals; export buckets of an hour or less, or requests.");
        }
        return profile.activity().byModel().isEmpty()
                ? Optional.of("No synchronous calls are in the log.")
                : Optional.empty();
    }

    private void choose(Judgement judgement) {
        Tier target = request.target()
                .or(() -> judgement.move().map(Judgement.Move::target))
                .orElse(Tier.BATCH);
        Deferral deferral = Deferral.of(judgement, target, judged.policy(), judged.settings());
        TierRule rule = judged.settings()
                .tierRules()
                .apply(mainModel(judgement.workload().profile()), target);
        if (rule instanceof TierRule.NotOffered notOffered) {
            leave(judgement, Wording.capitalized(notOffered.reason()) + ".");
            return;
        }
        budget(deferral)
                .ifPresentOrElse(
                        budget -> chosen.add(chosen(deferral, rule, budget)),
                        () -> leave(
                                judgement,
                                "No maximum latency is known: declare `max_latency`, or suppose one with"
                                        + " --assume-latency 24h."));
    }

    private void leave(Judgement judgement, String reason) {
        leftOut.add(new Simulation.LeftOut(name(judgement), judgement.verdict(), reason));
    }

    /// A budget and who says so.
    private record Budget(Duration time, String origin) {}

    private Optional<Budget> budget(Deferral deferral) {
        return request.deadline()
                .map(time -> new Budget(time, "given by --deadline"))
                .or(() -> deferral.budget()
                        .map(known -> new Budget(
                                known.time(),
                                known.origin().id()
                                        + known.deadline()
                                                .map(text -> ": " + text)
                                                .orElse(""))))
                .or(() -> request.assumedLatency().map(time -> new Budget(time, "assumed by --assume-latency")));
    }

    private Chosen chosen(Deferral deferral, TierRule rule, Budget budget) {
        Submission submission = deferral.target() == Tier.FLEX
                ? new Submission.AtOnce()
                : request.submission()
                        .orElseGet(() -> DerivedRule.of(budget.time(), Chosen.completion(deferral, rule)));
        return new Chosen(deferral, rule, budget.time(), budget.origin(), submission, Assumed.of(deferral, rule));
    }

    private static ModelRef mainModel(WorkloadProfile profile) {
        return profile.activity().byModel().keySet().stream()
                .max(Comparator.comparingLong((ModelRef model) -> calls(profile, model))
                        .thenComparing(ModelRef::toString))
                .orElseThrow();
    }

    private static long calls(WorkloadProfile profile, ModelRef model) {
        Usage usage = profile.usage().total(key -> key.model().equals(model));
        return usage.requests();
    }
}
