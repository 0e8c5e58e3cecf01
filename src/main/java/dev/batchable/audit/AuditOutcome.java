package dev.batchable.audit;

import dev.batchable.report.AuditReport;
import java.util.List;

/// How an audit ended.
///
/// @param unusable why the input as a whole is unusable: a named path that could not be read, or nothing usable
///     in all of it; empty where it is usable. The report says what the rest holds.
public record AuditOutcome(AuditReport report, List<String> unusable) {
    public AuditOutcome {
        unusable = List.copyOf(unusable);
    }
}
