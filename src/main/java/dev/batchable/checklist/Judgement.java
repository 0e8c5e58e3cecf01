package dev.batchable.checklist;

import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Saving;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The checklist's result for one workload.
///
/// @param answers six, in the order of [QuestionId]
/// @param because why, in one clause without a full stop
/// @param nextStep what to do now, one sentence
public record Judgement(
        RatedWorkload workload,
        List<Answer> answers,
        Verdict verdict,
        Optional<Move> move,
        List<String> blockers,
        Optional<Decides> decides,
        String because,
        String nextStep) {
    /// What a move would do; present for `move` and `split`, and for other verdicts where a target is rated,
    /// then outside all totals.
    ///
    /// @param share of spend that moves, 0–1
    /// @param deadlineAssumed the deadline that was assumed and not declared, such as `results by 08:30 instead
    ///     of 03:00`
    /// @param recipe steps, one sentence each
    public record Move(
            Tier target, BigDecimal share, Saving saving, Optional<String> deadlineAssumed, List<String> recipe) {
        public Move {
            recipe = List.copyOf(recipe);
        }
    }

    /// The one missing fact that would decide, and the monthly money it decides.
    public record Decides(QuestionId question, BigDecimal monthly) {}

    public Judgement {
        answers = List.copyOf(answers);
        blockers = List.copyOf(blockers);
    }

    /// Whether the move is recommended, so that its saving counts in totals.
    public boolean recommended() {
        return verdict == Verdict.MOVE || verdict == Verdict.SPLIT;
    }
}
