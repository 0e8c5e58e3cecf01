package dev.batchable.cli;

import dev.batchable.report.AuditReport;
import dev.batchable.report.json.JsonReport;
import dev.batchable.report.json.ReportFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reports that an earlier run wrote.
final class SavedReports {
    private SavedReports() {}

    static AuditReport read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        } catch (NoSuchFileException missing) {
            throw new UsageException(
                    file + ": no such file; expected a report that 'batchable audit -o " + file + "' wrote");
        } catch (ReportFormatException unreadable) {
            throw new UsageException(file + ": " + unreadable.getMessage());
        }
    }
}
