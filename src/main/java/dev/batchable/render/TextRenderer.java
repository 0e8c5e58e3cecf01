package dev.batchable.render;

import dev.batchable.report.AuditReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The report for people at a terminal: what it comes to first, then workload by workload, then what is not
/// known and what everything rests on.
final class TextRenderer implements Renderer {
    @Override
    public void render(AuditReport report, RenderOptions options, OutputStream out) throws IOException {
        out.write(text(report, options).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static String text(AuditReport report, RenderOptions options) {
        Page page = new Page(options.width());
        if (report.billAlone().isPresent()) {
            new BillAloneSection(report, report.billAlone().get()).write(page);
            new FindingsSection(report).write(page);
            new BasisSection(report).write(page);
            return page.toString();
        }
        new SummarySection(report).write(page);
        new WorkloadSection(report, options).write(page);
        new OwnerSection(report).write(page);
        new OpportunitiesSection(report).write(page);
        new FindingsSection(report).write(page);
        new UnknownSection(report).write(page);
        report.reconciliation().ifPresent(bill -> new BillSection(bill).write(page));
        new BasisSection(report).write(page);
        return page.toString();
    }
}
