package dev.batchable.report;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What to do with a workload, and why.
///
/// @param because one clause without a full stop
/// @param target the tier to move to, or the one the saving was reckoned for
/// @param share of spend that moves, 0–1; present with `target`
/// @param nextStep what to do now, one sentence
public record Decision(
        Verdict verdict,
        String because,
        Optional<Tier> target,
        Optional<BigDecimal> share,
        Score score,
        List<String> blockers,
        Optional<Decides> decides,
        String nextStep) {
    public Decision {
        share = Decimals.canonical(share);
        blockers = List.copyOf(blockers);
    }

    /// Answers by lean; an answer that follows from another is counted with it, once.
    public record Score(long batch, long realtime, long neither, long unknown) {}

    /// The one missing fact that would decide.
    ///
    /// @param monthly the money it decides, per month; 0 for what does not recur
    /// @param window the money it decides over the days read
    /// @param outcomes what follows from either answer, the one in favour of a move first
    public record Decides(QuestionId question, BigDecimal monthly, BigDecimal window, List<Outcome> outcomes) {
        public Decides {
            monthly = Decimals.canonical(monthly);
            window = Decimals.canonical(window);
            outcomes = List.copyOf(outcomes);
        }
    }

    /// What would follow from an answer.
    ///
    /// @param answer in the policy's words, such as `user_waiting: no`
    /// @param together other answers without which it would not lead there
    /// @param monthly saving recommended then; 0 where nothing is recommended
    public record Outcome(
            String answer,
            List<String> together,
            Verdict verdict,
            Optional<Tier> target,
            Estimate monthly,
            Estimate window) {
        public Outcome {
            together = List.copyOf(together);
        }
    }
}
