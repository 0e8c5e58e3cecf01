package dev.batchable.input.format;

import dev.batchable.input.Head;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// By what a provider's own answers are recognised, in the head of a file.
final class ProviderAnswerMarks {
    static final String CHUNK = "chat.completion.chunk";

    /// Where loggers put an answer; the document itself first.
    private static final List<String> PLACES =
            List.of("", "response", "response_body", "response.body", "body", "output", "result", "completion");
    /// Marks of batch files, gateways and platforms that keep such answers in rows of their own.
    private static final List<String> FOREIGN = List.of(
            "custom_id",
            "processed_time",
            "call_type",
            "logging_time",
            "request_created_at",
            "ai_org",
            "op_name",
            "run_type");
    private static final Set<String> GEMINI_BATCH = Set.of("key", "response", "error", "status");

    private ProviderAnswerMarks() {}

    /// Whether it is a log of answers, whole ones or chunks.
    static boolean isLog(Head head) {
        return FOREIGN.stream().noneMatch(head::has)
                && !isGeminiBatch(head)
                && PLACES.stream().anyMatch(place -> isAnswer(head, place));
    }

    static boolean hasChunks(Head head) {
        return PLACES.stream().anyMatch(place -> head.says(ProviderAnswerFields.prefix(place) + "object", CHUNK));
    }

    /// The places at which the head shows answers; all where it shows none.
    static List<String> places(Head head) {
        List<String> found =
                PLACES.stream().filter(place -> isAnswer(head, place)).toList();
        return found.isEmpty() ? PLACES : found;
    }

    /// Results of Gemini's Batch API: a key, an answer, and no time.
    static boolean isGeminiBatch(Head head) {
        return head.has("key", "response") && GEMINI_BATCH.containsAll(head.header()) && isGeminiResponse(head);
    }

    /// Whether Gemini's usage stands at `response`.
    static boolean isGeminiResponse(Head head) {
        return head.has("response.usageMetadata.promptTokenCount")
                || head.has("response.usage_metadata.prompt_token_count");
    }

    private static boolean isAnswer(Head head, String place) {
        String at = ProviderAnswerFields.prefix(place);
        return Stream.of("chat.completion", CHUNK, "text_completion", "response")
                        .anyMatch(kind -> head.says(at + "object", kind))
                || (head.says(at + "object", "list") && head.has(at + "usage.total_tokens"))
                || (head.says(at + "type", "message") && head.has(at + "usage.input_tokens"))
                || head.has(at + "usageMetadata.promptTokenCount")
                || head.has(at + "usage_metadata.prompt_token_count");
    }
}
