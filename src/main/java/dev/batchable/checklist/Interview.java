package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Incident;
import dev.batchable.checklist.evidence.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts all questions to one workload, in their order, so that later ones see the answers to earlier ones.
final class Interview {
    private final List<Question> questions;

    Interview(QuotaDomains domains, List<Incident> incidents, AfterAnswers afterAnswers) {
        questions = List.of(
                new UserWaiting(),
                new MaxLatency(),
                new DeferralCost(),
                new QuotaDomain(domains),
                new DegradationBehaviour(incidents),
                new PartialCompletion(afterAnswers));
    }

    /// Six answers.
    ///
    /// @param given answers that are there already, or are supposed
    List<Answer> answers(Subject subject, Map<QuestionId, Answer> given) {
        List<Answer> answers = new ArrayList<>();
        for (Question question : questions) {
            Answer known = given.get(question.id());
            answers.add(known == null ? question.answer(subject, List.copyOf(answers)) : known);
        }
        return List.copyOf(answers);
    }
}
