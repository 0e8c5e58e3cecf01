package dev.batchable.evaluation;

import dev.batchable.checklist.Answer;
import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;

/// What the checklist makes of a workload, as far as it is evaluated.
///
/// @param waiting the answer to the first question
record Opinion(Verdict verdict, Answer waiting, String because) {
    static final double SURE = 0.9;

    static Opinion of(Judgement judgement) {
        return new Opinion(judgement.verdict(), waiting(judgement), judgement.because());
    }

    private static Answer waiting(Judgement judgement) {
        return judgement.answers().stream()
                .filter(answer -> answer.question() == QuestionId.USER_WAITING)
                .findFirst()
                .orElseThrow();
    }

    boolean moves() {
        return verdict == Verdict.MOVE || verdict == Verdict.SPLIT;
    }

    boolean says(String value) {
        return waiting instanceof Answer.Known known && known.value().equals(value);
    }

    boolean sure() {
        return confidence() >= SURE;
    }

    boolean unknown() {
        return waiting instanceof Answer.Unknown;
    }

    /// 0 where there is no answer.
    double confidence() {
        return waiting instanceof Answer.Known known ? known.confidence() : 0;
    }

    String answer() {
        return waiting instanceof Answer.Known known
                ? String.format(java.util.Locale.ROOT, "%s %.2f", known.value(), known.confidence())
                : "unknown: " + ((Answer.Unknown) waiting).why();
    }
}
