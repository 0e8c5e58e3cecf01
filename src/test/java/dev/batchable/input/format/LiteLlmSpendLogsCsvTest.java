package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import org.junit.jupiter.api.Test;

/// The same rows as `COPY … TO STDOUT WITH (FORMAT csv, HEADER)` writes them, with JSON inside the cells.
class LiteLlmSpendLogsCsvTest implements FormatContract {
    @Override
    public String id() {
        return "litellm-spendlogs";
    }

    @Override
    public String sample() {
        return Samples.text("litellm-spendlogs/sample.csv");
    }

    @Test
    void readsTheSameAsFromLinesOfJson() {
        ReadOnce lines = ReadOnce.text(Samples.text("litellm-spendlogs/sample.jsonl"));
        ReadOnce table = ReadOnce.text(sample());
        assertThat(table.collected().records()).isEqualTo(lines.collected().records());
        assertThat(table.summary().ignored()).isEqualTo(lines.summary().ignored());
    }
}
