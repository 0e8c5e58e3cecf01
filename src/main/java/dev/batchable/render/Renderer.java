package dev.batchable.render;

import dev.batchable.report.AuditReport;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a report in one form. The same report and options give the same bytes.
public interface Renderer {
    /// Writes the report and leaves the stream open.
    void render(AuditReport report, RenderOptions options, OutputStream out) throws IOException;
}
