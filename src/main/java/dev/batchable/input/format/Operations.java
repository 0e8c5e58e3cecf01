package dev.batchable.input.format;

import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a call asked for, from LiteLLM `call_type`, OpenTelemetry `gen_ai.operation.name`, or an endpoint such
/// as `/v1/embeddings`.
final class Operations {
    private record Sign(String part, Operation operation) {}

    /// The first part that occurs decides, so the order matters: `/v1/chat/completions` is a chat.
    private static final List<Sign> SIGNS = List.of(
            new Sign("embed", Operation.EMBEDDING),
            new Sign("rerank", Operation.RERANK),
            new Sign("moderation", Operation.MODERATION),
            new Sign("image", Operation.IMAGE),
            new Sign("audio", Operation.AUDIO),
            new Sign("speech", Operation.AUDIO),
            new Sign("transcri", Operation.AUDIO),
            new Sign("chat", Operation.CHAT),
            new Sign("message", Operation.CHAT),
            new Sign("response", Operation.CHAT),
            new Sign("generate_content", Operation.CHAT),
            new Sign("generatecontent", Operation.CHAT),
            new Sign("converse", Operation.CHAT),
            new Sign("invokemodel", Operation.CHAT),
            new Sign("text_completion", Operation.COMPLETION),
            new Sign("/completions", Operation.COMPLETION));

    private Operations() {}

    static Operation of(Optional<String> name) {
        return name.map(Operations::named).orElse(Operation.UNKNOWN);
    }

    static Operation of(TrackedRow row) {
        return row.decoded(Field.OPERATION, text -> Optional.of(named(text))).orElse(Operation.UNKNOWN);
    }

    private static Operation named(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        // LiteLLM calls a chat completion simply so.
        if (text.equals("completion") || text.equals("acompletion")) {
            return Operation.CHAT;
        }
        for (Sign sign : SIGNS) {
            if (text.contains(sign.part())) {
                return sign.operation();
            }
        }
        return Operation.OTHER;
    }

    /// Whether the operation only handles batches or files: `acreate_batch`, `aretrieve_file`, `GET
    /// /v1/batches`.
    static boolean isAdministration(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return text.contains("_batch")
                || text.contains("/batches")
                || text.contains("_file")
                || text.contains("/files");
    }
}
