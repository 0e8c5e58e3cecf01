package dev.batchable.input.format;

import dev.batchable.record.Operation;
import java.util.Locale;
import java.util.Optional;

/// LiteLLM's `call_type`: the name of the function in its SDK that served the call, with a leading `a` for the
/// asynchronous form of most.
///
/// @param name in lower case; empty where the row names none
record LiteLlmCallType(String name) {
    static LiteLlmCallType of(Optional<String> text) {
        return new LiteLlmCallType(text.orElse("").strip().toLowerCase(Locale.ROOT));
    }

    /// Of a call passed through, and of the calls inside a batch, LiteLLM does not tell what they asked for.
    Operation operation() {
        boolean told = !name.isEmpty() && !isBatch() && !name.contains("pass");
        return told ? Operations.of(Optional.of(name)) : Operation.UNKNOWN;
    }

    /// `acreate_batch`, `aretrieve_batch`, `alist_batches` …
    boolean isBatch() {
        return name.contains("batch");
    }

    /// `acreate_file`, `afile_content` …
    boolean isFile() {
        return name.contains("file");
    }

    /// `call_mcp_tool`, `list_mcp_tools`
    boolean isTool() {
        return name.contains("mcp_tool");
    }
}
