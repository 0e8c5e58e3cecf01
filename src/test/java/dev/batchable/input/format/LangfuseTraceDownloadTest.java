package dev.batchable.input.format;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Samples;

/// The same observations as the download of their trace, one document that holds them all.
class LangfuseTraceDownloadTest implements FormatContract {
    @Override
    public String id() {
        return "langfuse";
    }

    @Override
    public String sample() {
        return Samples.text("langfuse/trace.json");
    }
}
