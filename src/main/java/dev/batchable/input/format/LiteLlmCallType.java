package dev.batchable.input.format;

import dev.batchable.record.Operation;
import java.util.Locale;
import java.util.Map;

/// LiteLLM's `call_type`: the name of the function in its SDK that served the call, with a leading `a` for the
/// asynchronous form of most.
///
/// @param name in lower case
record LiteLlmCallType(String name) {
    /// `completion` is a chat completion; the older kind is `text_completion`.
    private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
            Map.entry("completion", Operation.CHAT),
            Map.entry("responses", Operation.CHAT),
            Map.entry("anthropic_messages", Operation.CHAT),
            Map.entry("generate_content", Operation.CHAT),
            Map.entry("generate_content_stream", Operation.CHAT),
            Map.entry("text_completion", Operation.COMPLETION),
            Map.entry("embedding", Operation.EMBEDDING),
            Map.entry("image_generation", Operation.IMAGE),
            Map.entry("image_edit", Operation.IMAGE),
            Map.entry("image_variation", Operation.IMAGE),
            Map.entry("speech", Operation.AUDIO),
            Map.entry("transcription", Operation.AUDIO),
            Map.entry("_arealtime", Operation.AUDIO),
            Map.entry("rerank", Operation.RERANK),
            Map.entry("moderation", Operation.MODERATION),
            // What was passed through is not said, and a batch may hold chat, embeddings or anything else.
            Map.entry("pass_through_endpoint", Operation.UNKNOWN),
            Map.entry("llm_passthrough_route", Operation.UNKNOWN));

    static LiteLlmCallType of(String text) {
        return new LiteLlmCallType(text.strip().toLowerCase(Locale.ROOT));
    }

    Operation operation() {
        if (name.isEmpty() || isBatch()) {
            return Operation.UNKNOWN;
        }
        Operation exact = OPERATIONS.get(name);
        if (exact != null) {
            return exact;
        }
        String synchronous = name.startsWith("a") ? name.substring(1) : name;
        return OPERATIONS.getOrDefault(synchronous, Operation.OTHER);
    }

    /// `acreate_batch`, `aretrieve_batch`, `alist_batches` …
    boolean isBatch() {
        return name.contains("batch");
    }

    /// `acreate_file`, `afile_content` …
    boolean isFile() {
        return name.contains("file");
    }

    boolean isTool() {
        return name.contains("mcp_tool");
    }
}
