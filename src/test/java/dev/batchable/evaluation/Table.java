package dev.batchable.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table in Markdown.
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
        row((Object[]) columns);
        lines.add(Stream.of(columns).map(column -> "---|").collect(Collectors.joining("", "|", "")));
    }

    Table row(Object... cells) {
        lines.add(Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
