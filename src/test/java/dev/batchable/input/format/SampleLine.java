package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Request;

/// One line of a sample of JSON lines, alone or with members told again: of two members of one name the reader takes
/// the later.
record SampleLine(String line) {
    /// @param index from 0
    static SampleLine of(String sample, int index) {
        return new SampleLine(Samples.text(sample).lines().toList().get(index));
    }

    /// @param members as in `"status": 200, "cached": true`
    SampleLine with(String members) {
        return new SampleLine(line.substring(0, line.lastIndexOf('}')) + ", " + members + "}");
    }

    SampleLine replacing(String text, String other) {
        assertThat(line).contains(text);
        return new SampleLine(line.replace(text, other));
    }

    ReadOnce read() {
        return ReadOnce.text(line + "\n");
    }

    Request request() {
        ReadOnce read = read();
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.collected().requests()).hasSize(1);
        return read.collected().requests().get(0);
    }

    /// Asserts that the line is left out for this reason.
    void isIgnoredAs(String reason) {
        assertThat(read().summary().ignored()).containsEntry(reason, 1L);
        assertThat(read().collected().requests()).isEmpty();
    }
}
