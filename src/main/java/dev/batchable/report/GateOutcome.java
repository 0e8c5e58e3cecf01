package dev.batchable.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Whether the audit met the limits it was held to.
public record GateOutcome(Status status, List<RuleOutcome> rules) {
    public static final GateOutcome NOT_ASKED = new GateOutcome(Status.NOT_ASKED, List.of());

    public GateOutcome {
        rules = List.copyOf(rules);
    }

    public enum Status {
        NOT_ASKED,
        PASSED,
        WARNED,
        FAILED,
        /// Coverage or the undecided share do not allow a judgement.
        INCONCLUSIVE
    }

    /// One limit.
    ///
    /// @param rule its option without dashes, such as `fail-above`
    /// @param limit in `unit`
    /// @param actual in `unit`; empty where it is unknown
    /// @param unit such as `USD/month`, `share` (0–1) or `workloads`
    /// @param text one sentence for people
    public record RuleOutcome(
            String rule, BigDecimal limit, Optional<BigDecimal> actual, String unit, Status status, String text) {
        public RuleOutcome {
            limit = Decimals.canonical(limit);
            actual = Decimals.canonical(actual);
        }
    }
}
