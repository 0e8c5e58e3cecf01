package dev.batchable.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;

/// Where a command prints and what it knows of its surroundings.
///
/// @param out the report
/// @param err progress and messages
record Console(OutputStream out, PrintWriter err, Map<String, String> environment) {
    /// Used where the terminal does not tell its width.
    private static final int DEFAULT_WIDTH = 100;
    /// Below this, tables cannot be read; above, lines cannot.
    private static final int MIN_WIDTH = 80;

    private static final int MAX_WIDTH = 200;

    int width(Optional<Integer> wanted) {
        int width = wanted.or(this::terminalWidth).orElse(DEFAULT_WIDTH);
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
    }

    private Optional<Integer> terminalWidth() {
        return Optional.ofNullable(environment.get("COLUMNS"))
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
    }

    void note(String message) {
        err.println("batchable: " + message);
    }
}
