package dev.batchable.input.format;

import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a span stands for. Only the innermost spans of model calls count: those around them repeat their tokens.
///
/// @param operation of a call; UNKNOWN for all else
record SpanKind(Role role, Operation operation) {
    enum Role {
        CALL,
        /// An agent, a workflow, a chain: calls stand below it.
        WRAPPER,
        TOOL,
        OTHER
    }

    private static final SpanKind NONE = of(Role.OTHER);
    /// By the words of `gen_ai.operation.name`, `openinference.span.kind`, `llm.request.type`,
    /// `traceloop.span.kind` and `ai.operationId`, in lower case; no two of them use a word differently.
    private static final Map<String, SpanKind> WORDS = words();

    private static SpanKind of(Role role) {
        return new SpanKind(role, Operation.UNKNOWN);
    }

    private static SpanKind call(Operation operation) {
        return new SpanKind(Role.CALL, operation);
    }

    /// By what the span says it is; where it says nothing, or a word that is not known, a span with a model and with
    /// tokens or an error is a call.
    static SpanKind of(Row<Field> row) {
        return row.decoded(Field.OPERATION, SpanKind::told)
                .or(() -> row.decoded(Field.NAME, SpanKind::named))
                .orElseGet(() -> isTelling(row) ? call(operation(row)) : NONE);
    }

    private static Optional<SpanKind> told(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /// A span's name decides where it is one of the AI SDK, which may add a blank and the name of a function; anybody
    /// may call a span `chat`.
    static Optional<SpanKind> named(String name) {
        int blank = name.indexOf(' ');
        return name.startsWith("ai.") ? told(blank < 0 ? name : name.substring(0, blank)) : Optional.empty();
    }

    private static boolean isTelling(Row<Field> row) {
        return row.text(Field.MODEL).isPresent()
                && (row.text(Field.INPUT_TOKENS).isPresent()
                        || row.text(Field.OUTPUT_TOKENS).isPresent()
                        || row.text(Field.STATUS).filter(SpanOutcome::isError).isPresent());
    }

    /// By convention a span's name begins with the operation.
    private static Operation operation(Row<Field> row) {
        Optional<String> word = row.text(Field.OPERATION);
        if (word.isPresent()) {
            return Operations.of(word);
        }
        Operation operation = Operations.of(row.text(Field.NAME));
        return operation == Operation.OTHER ? Operation.UNKNOWN : operation;
    }

    private static Map<String, SpanKind> words() {
        Map<String, SpanKind> words = new HashMap<>();
        List.of("chat", "generate_content", "llm", "completion", "acompletion")
                .forEach(word -> words.put(word, call(Operation.CHAT)));
        words.put("text_completion", call(Operation.COMPLETION));
        List.of("embeddings", "embedding", "aembedding").forEach(word -> words.put(word, call(Operation.EMBEDDING)));
        List.of("rerank", "reranker").forEach(word -> words.put(word, call(Operation.RERANK)));
        List.of("invoke_agent", "invoke_workflow", "plan", "chain", "agent", "workflow", "task")
                .forEach(word -> words.put(word, of(Role.WRAPPER)));
        List.of("execute_tool", "tool", "ai.toolcall").forEach(word -> words.put(word, of(Role.TOOL)));
        List.of("create_agent", "retrieval", "retriever", "guardrail", "evaluator", "prompt")
                .forEach(word -> words.put(word, NONE));
        aiSdk(words);
        return Map.copyOf(words);
    }

    /// Each function of the AI SDK has a span around those of its calls
    /// (<https://ai-sdk.dev/docs/ai-sdk-core/telemetry>).
    private static void aiSdk(Map<String, SpanKind> words) {
        Map<String, Operation> calls = Map.of(
                "ai.generatetext.dogenerate", Operation.CHAT,
                "ai.streamtext.dostream", Operation.CHAT,
                "ai.generateobject.dogenerate", Operation.CHAT,
                "ai.streamobject.dostream", Operation.CHAT,
                "ai.embed.doembed", Operation.EMBEDDING,
                "ai.embedmany.doembed", Operation.EMBEDDING,
                "ai.rerank.dorerank", Operation.RERANK);
        calls.forEach((word, operation) -> {
            words.put(word, call(operation));
            words.put(word.substring(0, word.lastIndexOf('.')), of(Role.WRAPPER));
        });
    }
}
