package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Incident;
import dev.batchable.checklist.evidence.Incidents;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Reaction.Behaviour;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happens during provider degradation? Observed from the provider's incidents, found over all workloads, and
/// what this one did in them.
final class DegradationBehaviour implements Question {
    private final List<Incident> incidents;

    DegradationBehaviour(List<Incident> incidents) {
        this.incidents = incidents;
    }

    @Override
    public QuestionId id() {
        return QuestionId.DEGRADATION;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        SeenReactions seen = SeenReactions.of(subject, incidents);
        List<Evidence> evidence = seen.evidence(Question.waitedFor(earlier));
        Optional<Degradation> declared = subject.declared().degradation();
        if (declared.isPresent()) {
            return declared(declared.get(), evidence);
        }
        Optional<Behaviour> shown = seen.shown();
        Optional<String> tooLittle = subject.tooLittleData();
        if (shown.isEmpty() || tooLittle.isPresent()) {
            return new Answer.Unknown(id(), tooLittle.orElseGet(() -> why(subject, seen)), evidence)
                    .changedBy(
                            "A declared `degradation`, or an incident in the logs in which at least three of its calls"
                                    + " fail and which shows whether they were made good.");
        }
        Lean lean = shown.get().isLater() ? Lean.BATCH : Lean.NEITHER;
        return known(shown.get().id(), lean, seen.confidence(), Answer.Origin.OBSERVED, evidence)
                .changedBy("Incidents in which it does otherwise, as soon as they are more than a third, or a declared"
                        + " `degradation`.");
    }

    private Answer declared(Degradation declared, List<Evidence> evidence) {
        return known(spelled(declared), lean(declared), 1, Answer.Origin.DECLARED, evidence)
                .changedBy("A declaration is taken as it is; spells in which failed calls were neither retried nor"
                        + " made up for would contradict one of `queue` or `retry`.");
    }

    /// What the logs show instead of a declared queue or retry; empty where they do not contradict it.
    static Optional<String> contradiction(Subject subject) {
        boolean promised = subject.declared()
                .degradation()
                .filter(declared -> declared == Degradation.QUEUE || declared == Degradation.RETRY)
                .isPresent();
        if (!promised) {
            return Optional.empty();
        }
        SeenReactions seen = SeenReactions.of(subject, Incidents.of(subject.profile()));
        return seen.shown().filter(shown -> shown == Behaviour.FAIL).map(fail -> seen.failures());
    }

    private static String spelled(Degradation declared) {
        return declared.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Lean lean(DeclaredAnswers.Degradation declared) {
        return switch (declared) {
            case QUEUE, RETRY -> Lean.BATCH;
            case FALLBACK, FAIL -> Lean.NEITHER;
            case USER_VISIBLE_ERROR -> Lean.REALTIME;
        };
    }

    private Answer.Known known(
            String value, Lean lean, double confidence, Answer.Origin origin, List<Evidence> evidence) {
        return new Answer.Known(id(), value, lean, confidence, origin, Optional.empty(), evidence);
    }

    private static String why(Subject subject, SeenReactions seen) {
        if (!subject.showsMinutes()) {
            return "the format never has it: buckets are wider than a minute";
        }
        if (!seen.isEmpty()) {
            return seen.unclear();
        }
        boolean told = subject.profile().coverage().share(Field.STATUS) > 0
                || subject.profile().coverage().share(Field.HTTP_STATUS) > 0
                || subject.profile().coverage().share(Field.ERROR) > 0;
        return told
                ? "no incident of its provider in the window"
                : Missing.of(subject.profile().coverage(), Field.STATUS, Field.HTTP_STATUS, Field.ERROR);
    }
}
