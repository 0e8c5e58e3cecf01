package dev.batchable.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables of Markdown.
final class Tables {
    private Tables() {}

    /// Rows by the titles of their columns.
    static List<Map<String, String>> rows(String table) {
        List<String> lines = table.lines().toList();
        List<String> titles = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < titles.size(); i++) {
                row.put(titles.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String[] parts = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
        return Arrays.stream(parts).map(String::strip).toList();
    }
}
