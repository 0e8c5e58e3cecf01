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
    public record Controls(List<String> declared, List<String> seen, List<String> missing) {
        public static final Controls NOT_CHECKED = new Controls(List.of(), List.of(), List.of());

        public Controls {
            declared = List.copyOf(declared);
            seen = List.copyOf(seen);
            missing = List.copyOf(missing);
        }
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
