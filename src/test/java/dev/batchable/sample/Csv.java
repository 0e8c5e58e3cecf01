package dev.batchable.sample;

import java.util.List;
import java.util.stream.Collectors;

/// Rows of comma-separated values, quoted where they must be (RFC 4180).
final class Csv {
    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        boolean quoted = text.contains(",") || text.contains("\"") || text.contains("\n");
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
