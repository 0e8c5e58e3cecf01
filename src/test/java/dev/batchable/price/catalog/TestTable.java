package dev.batchable.price.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Tables of test resources: a heading, then one row per line, whose last cell may hold commas.
final class TestTable {
    private TestTable() {}

    static List<List<String>> rows(String name, int cells) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TestTable.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", cells)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
