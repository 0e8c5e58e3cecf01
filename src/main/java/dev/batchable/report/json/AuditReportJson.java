package dev.batchable.report.json;

import dev.batchable.report.AuditReport;

/// The members of a report, in the order of its schema. One such class per part holds writing and reading side
/// by side, so that the two cannot drift apart unseen.
final class AuditReportJson {
    private AuditReportJson() {}

    static void write(AuditReport report, JsonOut out) {
        out.value("schemaVersion", (long) AuditReport.SCHEMA_VERSION);
        BasisJson.write(report.basis(), out);
        SourcesJson.write(report.sources(), out);
        out.object("totals", report.totals(), TotalsJson::write)
                .object("savings", report.savings(), TotalsJson::writeSavings)
                .objects("workloads", report.workloads(), WorkloadJson::write);
        AppendixJson.write(report.appendix(), out);
        out.objectOrNull("reconciliation", report.reconciliation(), ReconciliationJson::write);
        ConclusionsJson.write(report.conclusions(), out);
    }

    static AuditReport read(JsonIn in) {
        long version = in.count("schemaVersion");
        if (version != AuditReport.SCHEMA_VERSION) {
            throw new ReportFormatException(
                    "$.schemaVersion",
                    "expected " + AuditReport.SCHEMA_VERSION + ", found " + version
                            + "; use the batchable version that wrote the report, or audit again");
        }
        return new AuditReport(
                BasisJson.read(in),
                SourcesJson.read(in),
                in.object("totals", TotalsJson::read),
                in.object("savings", TotalsJson::readSavings),
                in.objects("workloads", WorkloadJson::read),
                AppendixJson.read(in),
                in.objectOrNull("reconciliation", ReconciliationJson::read),
                ConclusionsJson.read(in));
    }
}
