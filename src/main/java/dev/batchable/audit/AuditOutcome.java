package dev.batchable.audit;

import dev.batchable.report.AuditReport;
import java.util.List;

/// How an audit ended.
///
/// @param unusable why the input as a whole is unusable: a named path that could not be read, or nothing usable
///     in all of it; empty where it is usable. The report says what the rest holds.
/// @param empty whether not one unit could be used, so that the report says nothing
public record AuditOutcome(AuditReport report, List<String> unusable, boolean empty) {
    public AuditOutcome {
        unusable = List.copyOf(unusable);
    }
}
