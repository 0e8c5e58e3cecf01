package dev.batchable.report;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.evidence.Lean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The answer to one question about one workload.
///
/// @param known empty where there is no answer
/// @param why which fact is missing; present exactly where there is no answer
/// @param evidence what was looked at, whether it decided anything or not
/// @param change what would change the answer, one sentence
public record AnswerReport(
        QuestionId question,
        Lean lean,
        Optional<Known> known,
        Optional<String> why,
        List<EvidenceReport> evidence,
        Optional<String> change) {
    /// @throws IllegalArgumentException where an answer is both or neither given and explained away
    public AnswerReport {
        evidence = List.copyOf(evidence);
        if (known.isPresent() == why.isPresent()) {
            throw new IllegalArgumentException(
                    "an answer has a value, or a reason why there is none: " + question.id());
        }
    }

    /// The answer itself.
    ///
    /// @param value in the vocabulary of the policy, such as `no`, `4h`, `queue`
    /// @param confidence 0–1
    /// @param derivedFrom the question whose answer this one follows from
    public record Known(String value, BigDecimal confidence, Origin source, Optional<QuestionId> derivedFrom) {
        public Known {
            confidence = Decimals.canonical(confidence);
        }
    }

    /// One thing looked at.
    ///
    /// @param expected what would have pointed the other way, or was needed to decide
    /// @param samples how many calls, sessions or runs it rests on
    /// @param period days it was seen over, such as `2026-10-01/2026-10-31`
    /// @param error how far the figure found may be off; empty where it is an exact count
    /// @param weight what it adds to the log-odds of the answer; empty where it adds nothing
    public record EvidenceReport(
            String signal,
            String found,
            String expected,
            long samples,
            Lean lean,
            String period,
            Optional<String> error,
            Optional<Weight> weight) {}

    /// A part of the log-odds that nobody waits.
    ///
    /// @param family the signals with which it counts together, up to a cap
    /// @param rule the id of the rule that holds figure and source
    /// @param logOdds natural log-odds, positive where nobody waits
    public record Weight(String family, String rule, BigDecimal logOdds) {
        public Weight {
            logOdds = Decimals.canonical(logOdds);
        }
    }
}
