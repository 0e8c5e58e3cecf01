package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The answer to one question about one workload.
public sealed interface Answer {
    QuestionId question();

    Lean lean();

    /// What was looked at, whether it decided anything or not.
    List<Evidence> evidence();

    /// What would change the answer, one sentence; empty for an answer that is only supposed.
    Optional<String> change();

    /// An answer with its lean.
    ///
    /// @param value in the vocabulary of the policy, such as `no`, `4h`, `queue`
    /// @param confidence 0–1
    /// @param derivedFrom another question whose answer this one follows from; the two count once
    record Known(
            QuestionId question,
            String value,
            Lean lean,
            double confidence,
            Origin origin,
            Optional<QuestionId> derivedFrom,
            List<Evidence> evidence,
            Optional<String> change)
            implements Answer {
        public Known {
            evidence = List.copyOf(evidence);
        }

        public Known(
                QuestionId question,
                String value,
                Lean lean,
                double confidence,
                Origin origin,
                Optional<QuestionId> derivedFrom,
                List<Evidence> evidence) {
            this(question, value, lean, confidence, origin, derivedFrom, evidence, Optional.empty());
        }

        Known changedBy(String what) {
            return new Known(question, value, lean, confidence, origin, derivedFrom, evidence, Optional.of(what));
        }
    }

    /// No answer, and why.
    ///
    /// @param why which fact is missing: the format never has it, this file lacks it, or there is too little
    ///     data
    record Unknown(QuestionId question, String why, List<Evidence> evidence, Optional<String> change)
            implements Answer {
        public Unknown {
            evidence = List.copyOf(evidence);
        }

        public Unknown(QuestionId question, String why, List<Evidence> evidence) {
            this(question, why, evidence, Optional.empty());
        }

        Unknown changedBy(String what) {
            return new Unknown(question, why, evidence, Optional.of(what));
        }

        @Override
        public Lean lean() {
            return Lean.UNKNOWN;
        }
    }

    /// Where an answer comes from, strongest first.
    enum Origin {
        /// Said by the owner in the policy.
        DECLARED,
        /// Shown by the logs.
        OBSERVED,
        /// A named default, such as a use-case archetype; never suffices alone for a move.
        ASSUMED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
