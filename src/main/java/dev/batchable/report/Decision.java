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
    /// @param monthly the money it decides, per month
    public record Decides(QuestionId question, BigDecimal monthly) {
        public Decides {
            monthly = Decimals.canonical(monthly);
        }
    }
}
