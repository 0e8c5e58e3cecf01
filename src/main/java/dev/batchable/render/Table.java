package dev.batchable.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows in columns: the first takes what the page leaves it and is shortened in the middle, the others are as
/// wide as their widest cell.
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST_FIRST = 12;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
        rows.add(this.columns.stream().map(Column::title).toList());
    }

    /// A column; figures are aligned to the right.
    record Column(String title, boolean figures) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column figures(String title) {
            return new Column(title, true);
        }
    }

    Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(SafeText.of(cell));
        }
        rows.add(row);
        return this;
    }

    /// The lines, the titles first, each within `width` columns.
    List<String> lines(int width) {
        int[] widths = widths(width);
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /// Whether no cell of `width` columns is shortened but those of the first column.
    boolean fits(int width) {
        return Arrays.stream(widths(width)).sum() + GAP.length() * (columns.size() - 1) <= width;
    }

    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        int others = 0;
        for (int i = 0; i < widths.length; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], SafeText.width(row.get(i)));
            }
            others += i == 0 ? 0 : widths[i] + GAP.length();
        }
        widths[0] = Math.min(widths[0], Math.max(NARROWEST_FIRST, width - others));
        return widths;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = SafeText.shortened(row.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP)
                    .append(
                            columns.get(i).figures()
                                    ? Page.rightAligned(cell, widths[i])
                                    : Page.padded(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
