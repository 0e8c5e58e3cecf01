package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.json.JsonReport;
import java.io.IOException;
import java.io.OutputStream;

/// `report.json`: everything, for programs, `explain --from` and `--baseline`.
final class JsonRenderer implements Renderer {
    @Override
    public void render(AuditReport report, RenderOptions options, OutputStream out) throws IOException {
        JsonReport.write(report, out);
    }
}
