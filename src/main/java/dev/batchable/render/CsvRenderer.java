package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.WorkloadReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// One row per workload for spreadsheets and cost tools (RFC 4180, UTF-8). Columns carry the names that AWS
/// Cost Optimization Hub gives to the members of a recommendation wherever one means the same; every cell is
/// filled, with `unknown` or `none` where there is no value.
final class CsvRenderer implements Renderer {
    private static final String END_OF_RECORD = "\r\n";

    @Override
    public void render(AuditReport report, RenderOptions options, OutputStream out) throws IOException {
        out.write(text(report).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String text(AuditReport report) {
        List<CsvColumn> columns = CsvColumns.of(report);
        StringBuilder csv = new StringBuilder();
        csv.append(columns.stream().map(CsvColumn::name).collect(Collectors.joining(",")))
                .append(END_OF_RECORD);
        for (WorkloadReport workload : report.workloads()) {
            csv.append(columns.stream()
                            .map(column -> column.cell().of(workload).text())
                            .collect(Collectors.joining(",")))
                    .append(END_OF_RECORD);
        }
        return csv.toString();
    }
}
