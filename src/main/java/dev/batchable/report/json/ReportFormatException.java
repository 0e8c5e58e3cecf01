package dev.batchable.report.json;

/// A file that is no report, or not one of this version. The message names the place as a JSON path such as
/// `$.workloads[3].spend`, what was found there, and what was expected.
public final class ReportFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportFormatException(String path, String problem) {
        super(path + ": " + problem);
    }
}
