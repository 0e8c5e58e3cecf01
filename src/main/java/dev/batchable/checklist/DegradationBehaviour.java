package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Spell;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happens during provider degradation? Observed from spells of failing calls and what the workload did in
/// them.
final class DegradationBehaviour implements Question {
    @Override
    public QuestionId id() {
        return QuestionId.DEGRADATION;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        List<Spell> spells =
                subject.showsMinutes() ? Spell.of(subject.profile().activity().series()) : List.of();
        List<Evidence> evidence = spells.isEmpty() ? List.of() : List.of(evidence(subject, spells));
        Optional<DeclaredAnswers.Degradation> declared = subject.declared().degradation();
        if (declared.isPresent()) {
            String value = declared.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return known(value, lean(declared.get()), 1, Answer.Origin.DECLARED, evidence);
        }
        Optional<String> tooLittle = subject.tooLittleData();
        if (tooLittle.isPresent() || spells.isEmpty()) {
            return new Answer.Unknown(id(), tooLittle.orElseGet(() -> why(subject)), evidence);
        }
        boolean retries = Rules.RETRIED_SHARE.reachedBy(
                (double) subject.profile().audience().retried() / failed(spells));
        return known(
                retries ? "retry" : "fail",
                retries ? Lean.BATCH : Lean.NEITHER,
                Rules.OBSERVED.value(),
                Answer.Origin.OBSERVED,
                evidence);
    }

    private static Lean lean(DeclaredAnswers.Degradation declared) {
        return switch (declared) {
            case QUEUE, RETRY -> Lean.BATCH;
            case FALLBACK, FAIL -> Lean.NEITHER;
            case USER_VISIBLE_ERROR -> Lean.REALTIME;
        };
    }

    private Answer known(String value, Lean lean, double confidence, Answer.Origin origin, List<Evidence> evidence) {
        return new Answer.Known(id(), value, lean, confidence, origin, Optional.empty(), evidence);
    }

    private static Evidence evidence(Subject subject, List<Spell> spells) {
        long continued = spells.stream().filter(Spell::continued).count();
        long requests = spells.stream().mapToLong(Spell::requests).sum();
        String found =
                Wording.plural(spells.size(), "spell") + " of failing calls, " + Wording.count(failed(spells)) + " of "
                        + Wording.count(requests) + " calls failed in them; went on in " + continued + ", "
                        + Wording.count(subject.profile().audience().retried()) + " calls retried overall";
        return subject.evidence(
                "spells",
                found,
                "retries where work can wait; one false minute in 1,000,000",
                spells.size(),
                Lean.NEITHER);
    }

    private static long failed(List<Spell> spells) {
        return spells.stream().mapToLong(Spell::failed).sum();
    }

    private static String why(Subject subject) {
        if (!subject.showsMinutes()) {
            return "the format never has it: buckets are wider than a minute";
        }
        boolean told = subject.profile().coverage().share(Field.STATUS) > 0
                || subject.profile().coverage().share(Field.HTTP_STATUS) > 0
                || subject.profile().coverage().share(Field.ERROR) > 0;
        return told
                ? "no spell of failing calls in the window"
                : Missing.of(subject.profile().coverage(), Field.STATUS, Field.HTTP_STATUS, Field.ERROR);
    }
}
