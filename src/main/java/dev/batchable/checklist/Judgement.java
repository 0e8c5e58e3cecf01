package dev.batchable.checklist;

import dev.batchable.price.Range;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Saving;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The checklist's result for one workload.
///
/// @param answers six, in the order of [QuestionId]
/// @param blockers names as in the policy, such as `zero-retention`, or `no-batch-price`, `cache-loss`
public record Judgement(
        RatedWorkload workload,
        List<Answer> answers,
        Verdict verdict,
        Optional<Move> move,
        List<String> blockers,
        Optional<Decides> decides,
        Advice advice) {
    /// What the reader is told.
    ///
    /// @param because why, in one clause without a full stop
    /// @param nextStep what to do now, one imperative sentence
    /// @param contradictions declarations that the logs contradict
    public record Advice(String because, String nextStep, Controls controls, List<Contradiction> contradictions) {
        public Advice {
            contradictions = List.copyOf(contradictions);
        }
    }

    /// Critical-path controls of what stays realtime: `headroom`, `fallback`, `degraded-mode`.
    ///
    /// @param declared said by the owner in the policy
    /// @param seen shown by the logs
    /// @param missing neither declared nor seen
    /// @param details one for each control, with what the logs hold about it
    public record Controls(
            List<String> declared, List<String> seen, List<String> missing, List<ControlDetail> details) {
        public static final Controls NOT_CHECKED = new Controls(List.of(), List.of(), List.of(), List.of());

        public Controls {
            declared = List.copyOf(declared);
            seen = List.copyOf(seen);
            missing = List.copyOf(missing);
            details = List.copyOf(details);
        }
    }

    /// One critical-path control.
    ///
    /// @param found what the logs show of it, in words with figures; also where it is declared or missing
    public record ControlDetail(String name, ControlStatus status, String found) {}

    /// Whether a control is in place.
    public enum ControlStatus {
        /// Said by the owner; whatever the logs show.
        DECLARED,
        OBSERVED,
        MISSING
    }

    /// A declared answer that the logs contradict.
    ///
    /// @param observed what the logs show instead, in words with figures
    public record Contradiction(QuestionId question, String declared, String observed) {}

    /// What a move would do; present for `move` and `split`, and for other verdicts where a target is rated,
    /// then outside all totals.
    ///
    /// @param share of spend that moves, 0–1
    /// @param saving of that share
    /// @param deadlineAssumed the deadline that was assumed and not declared, such as `results by 08:30 instead
    ///     of 03:00`
    /// @param toll what it costs besides
    /// @param recipe steps, one sentence each
    public record Move(
            Tier target,
            BigDecimal share,
            Saving saving,
            Toll toll,
            Optional<String> deadlineAssumed,
            List<String> recipe) {
        public Move {
            recipe = List.copyOf(recipe);
        }
    }

    /// The one missing fact that would decide, and what follows from either answer.
    ///
    /// @param window money over the days read that hangs on it, expected
    /// @param monthly the same per month; zero for what does not recur
    public record Decides(
            QuestionId question, BigDecimal window, BigDecimal monthly, Outcome favourable, Outcome unfavourable) {}

    /// What would follow if a question were answered.
    ///
    /// @param answer the answer supposed, in the policy's words, such as `user_waiting: no`
    /// @param together other answers without which it would not lead there, in the same words
    /// @param target of the recommended move, where there is one
    /// @param window saving recommended over the days read; zero where nothing is recommended
    /// @param monthly the same per month
    public record Outcome(
            String answer, List<String> together, Verdict verdict, Optional<Tier> target, Range window, Range monthly) {
        public Outcome {
            together = List.copyOf(together);
        }
    }

    public Judgement {
        answers = List.copyOf(answers);
        blockers = List.copyOf(blockers);
    }

    public String because() {
        return advice.because();
    }

    public String nextStep() {
        return advice.nextStep();
    }

    /// Whether the move is recommended, so that its saving counts in totals.
    public boolean recommended() {
        return verdict == Verdict.MOVE || verdict == Verdict.SPLIT;
    }
}
