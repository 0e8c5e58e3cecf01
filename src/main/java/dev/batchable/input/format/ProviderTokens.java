package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import dev.batchable.record.Tokens;
import java.util.Optional;

/// Token counts of a provider's own answer, in whose names lies what they include.
///
/// OpenAI counts cached tokens within the input and reasoning within the output. Anthropic counts cache reads and
/// writes beside the input. Gemini counts thoughts beside the candidates, and what its tools brought into the prompt
/// beside the prompt: its total is the sum of the four.
final class ProviderTokens {
    private ProviderTokens() {}

    /// Empty where the answer tells no count at all.
    static Optional<Tokens> read(TrackedRow row) throws BadValueException {
        if (isGemini(row)) {
            long prompt = row.count(Field.INPUT_TOKENS).orElse(0)
                    + row.count(Field.TOOL_TOKENS).orElse(0);
            return TokenCounts.readAddingReasoning(row).map(told -> told.withInput(prompt));
        }
        return isAnthropic(row) ? TokenCounts.readAddingCache(row) : TokenCounts.read(row);
    }

    static boolean isGemini(TrackedRow row) {
        return isOfGemini(row.path(Field.INPUT_TOKENS)) || isOfGemini(row.path(Field.OUTPUT_TOKENS));
    }

    private static boolean isOfGemini(String path) {
        return path.contains("usageMetadata.") || path.contains("usage_metadata.");
    }

    private static boolean isAnthropic(TrackedRow row) throws BadValueException {
        return row.path(Field.INPUT_TOKENS).endsWith("usage.input_tokens")
                && (row.path(Field.CACHE_READ_TOKENS).endsWith("cache_read_input_tokens")
                        || row.path(Field.CACHE_WRITE_TOKENS).contains("cache_creation")
                        || row.count(Field.CACHE_WRITE_1H_TOKENS).isPresent());
    }
}
