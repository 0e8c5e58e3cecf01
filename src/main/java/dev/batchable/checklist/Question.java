package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import java.util.List;
import java.util.Optional;

/// One of the six questions. Declared beats observed beats assumed; else the answer is unknown, and says why.
sealed interface Question
        permits UserWaiting, MaxLatency, DeferralCost, QuotaDomain, DegradationBehaviour, PartialCompletion {
    QuestionId id();

    /// The answer for one workload.
    ///
    /// @param earlier answers to the questions before this one, in their order
    Answer answer(Subject subject, List<Answer> earlier);

    /// The known answer to one question among those given.
    static Optional<Answer.Known> known(List<Answer> answers, QuestionId question) {
        return answers.stream()
                .filter(answer -> answer.question() == question)
                .filter(Answer.Known.class::isInstance)
                .map(Answer.Known.class::cast)
                .findFirst();
    }

    /// Whether users wait, as far as the answers tell.
    static boolean waitedFor(List<Answer> answers) {
        return known(answers, QuestionId.USER_WAITING)
                .filter(answer -> answer.lean() == Lean.REALTIME)
                .isPresent();
    }
}
