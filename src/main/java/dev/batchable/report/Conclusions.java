package dev.batchable.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The judgement of the gate, what else was noticed, and what everything rests on.
///
/// @param opportunities money beside the savings, the dearest first; in no total
/// @param assumptions one sentence each, without repetition
public record Conclusions(
        GateOutcome gate, List<Finding> findings, List<String> assumptions, List<Opportunity> opportunities) {
    public Conclusions {
        findings = List.copyOf(findings);
        assumptions = List.copyOf(assumptions);
        opportunities = List.copyOf(opportunities);
    }

    /// Something a reader should know.
    ///
    /// @param id stable name of the kind of finding, such as `declaration-contradicted`
    /// @param subject what it is about: a workload, model, file or waiver
    /// @param text one sentence
    /// @param money what it is about in money, in the report's currency
    public record Finding(String id, Severity severity, String subject, String text, Optional<BigDecimal> money) {
        public Finding {
            money = Decimals.canonical(money);
        }
    }

    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
