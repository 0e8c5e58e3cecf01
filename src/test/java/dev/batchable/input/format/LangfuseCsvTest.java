package dev.batchable.input.format;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Samples;

/// The same observations as the table's export writes them as CSV: every cell quoted, times and maps as JSON text.
class LangfuseCsvTest implements FormatContract {
    @Override
    public String id() {
        return "langfuse";
    }

    @Override
    public String sample() {
        return Samples.text("langfuse/observations.csv");
    }
}
