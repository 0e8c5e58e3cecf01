package dev.batchable.input.format;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Samples;

/// The same observations as the blob storage integration writes them.
class LangfuseBlobStorageTest implements FormatContract {
    @Override
    public String id() {
        return "langfuse";
    }

    @Override
    public String sample() {
        return Samples.text("langfuse/blob.jsonl");
    }
}
