package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.ReadOnce;
import dev.batchable.record.Request;

/// Rows of a log of no particular tool.
final class GenericRow {
    private GenericRow() {}

    /// The request of a row that has a start and a model beside the named cells.
    static Request request(String names, String cells) {
        ReadOnce read = row(names, cells);
        assertThat(read.collected().problems()).isEmpty();
        return read.collected().requests().get(0);
    }

    static ReadOnce row(String names, String cells) {
        return ReadOnce.text("timestamp,model," + names + "\n2026-10-01T08:00:00Z,gpt-4o," + cells + "\n");
    }

    static String problem(String names, String cells) {
        ReadOnce read = row(names, cells);
        assertThat(read.tiesOut()).isTrue();
        return read.collected().problems().get(0).reason();
    }
}
