package dev.batchable.report;

import java.util.List;
import java.util.Optional;

/// The whole result of an audit as data. Whatever prints, compares or judges an audit needs this and nothing
/// else. Written and read by [dev.batchable.report.json.JsonReport]; its members are described in
/// `docs/report.schema.json`. Unknown is empty, never zero; figures are exact and in [Basis#currency] unless
/// said otherwise.
///
/// @param workloads by [WorkloadReport#atStake()], then realtime spend, largest first, then by name
public record AuditReport(
        Basis basis,
        Sources sources,
        Totals totals,
        SavingTotals savings,
        List<WorkloadReport> workloads,
        Appendix appendix,
        Optional<ReconciliationReport> reconciliation,
        Conclusions conclusions) {
    /// Version of the JSON shape; a reader refuses any other.
    public static final int SCHEMA_VERSION = 1;

    public AuditReport {
        workloads = List.copyOf(workloads);
    }

    /// The same figures with other conclusions drawn from them.
    public AuditReport withConclusions(Conclusions other) {
        return new AuditReport(basis, sources, totals, savings, workloads, appendix, reconciliation, other);
    }

    /// The bill, where nothing but a bill was read: it tells spend by tier, and no more.
    public Optional<ReconciliationReport> billAlone() {
        return reconciliation.filter(bill -> workloads.isEmpty());
    }

    public Optional<WorkloadReport> workload(String name) {
        return workloads.stream().filter(w -> w.name().equals(name)).findFirst();
    }
}
