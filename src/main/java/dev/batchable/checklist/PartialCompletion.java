package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.record.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Can it be partially completed asynchronously?
final class PartialCompletion implements Question {
    static final String WHOLE = "whole";
    static final String NONE = "none";

    @Override
    public QuestionId id() {
        return QuestionId.PARTIAL_ASYNC;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        Optional<Chains> chains = Chains.of(subject);
        List<Evidence> evidence =
                chains.map(found -> List.of(found.evidence(subject))).orElse(List.of());
        if (subject.declared().partialAsync().isPresent()) {
            return declared(subject.declared().partialAsync().get().share(), evidence);
        }
        if (chains.filter(Chains::prevail).isPresent()
                && subject.tooLittleData().isEmpty()) {
            return new Answer.Known(
                    id(),
                    NONE,
                    Lean.REALTIME,
                    Rules.OBSERVED.value(),
                    Answer.Origin.OBSERVED,
                    Optional.empty(),
                    evidence);
        }
        return Question.known(earlier, QuestionId.USER_WAITING)
                .filter(waiting -> UserWaiting.surely(waiting, UserWaiting.NO))
                .<Answer>map(waiting -> derived(waiting, evidence))
                .orElseGet(() -> new Answer.Unknown(id(), why(subject), evidence));
    }

    /// The share that can follow later: strictly between none and whole.
    static Optional<BigDecimal> share(Subject subject) {
        return subject.declared()
                .partialAsync()
                .map(partial -> partial.share())
                .filter(share -> share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0);
    }

    private Answer declared(BigDecimal share, List<Evidence> evidence) {
        String value = share.signum() == 0
                ? NONE
                : share.compareTo(BigDecimal.ONE) == 0
                        ? WHOLE
                        : share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        Lean lean = share.signum() == 0 ? Lean.REALTIME : Lean.BATCH;
        return new Answer.Known(id(), value, lean, 1, Answer.Origin.DECLARED, Optional.empty(), evidence);
    }

    /// What nobody waits for can be completed later as a whole.
    private Answer derived(Answer.Known waiting, List<Evidence> evidence) {
        return new Answer.Known(
                id(),
                WHOLE,
                Lean.BATCH,
                waiting.confidence(),
                waiting.origin(),
                Optional.of(QuestionId.USER_WAITING),
                evidence);
    }

    private static String why(Subject subject) {
        String missing = Missing.of(subject.profile().coverage(), Field.SESSION, Field.LATENCY);
        return missing.isEmpty() ? "sessions show neither chains nor calls that nobody waits for" : missing;
    }
}
