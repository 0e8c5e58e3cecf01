package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.record.Field;
import dev.batchable.record.Tokens;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Token counts of a provider's own answer, in whose names lies what they include.
///
/// OpenAI counts cached tokens within the input and reasoning within the output. Anthropic counts cache reads and
/// writes beside the input. Gemini counts thoughts beside the candidates, and what its tools brought into the prompt
/// beside the prompt: its total is the sum of the four.
final class ProviderAnswerTokens {
    private ProviderAnswerTokens() {}

    /// Adds the places of the counts to a table.
    ///
    /// @param answer path of the answer, with a dot where it is not the document itself
    static void bind(FieldTable.Builder<Field> table, String answer) {
        String usage = answer + "usage.";
        table.field(Field.INPUT_TOKENS, usage + "prompt_tokens", usage + "input_tokens", usage + "total_tokens")
                .field(Field.OUTPUT_TOKENS, usage + "completion_tokens", usage + "output_tokens");
        bindParts(table, usage);
        bindGemini(table, name -> answer + "usageMetadata." + name);
        bindGemini(table, name -> answer + "usage_metadata." + spelledInPython(name));
    }

    /// Adds the places of counts within input and output alone.
    ///
    /// @param usage path of the usage, with a dot
    static void bindParts(FieldTable.Builder<Field> table, String usage) {
        table.field(
                        Field.CACHE_READ_TOKENS,
                        usage + "prompt_tokens_details.cached_tokens",
                        usage + "input_tokens_details.cached_tokens",
                        usage + "cache_read_input_tokens",
                        usage + "prompt_cache_hit_tokens")
                .field(
                        Field.CACHE_WRITE_TOKENS,
                        usage + "cache_creation_input_tokens",
                        usage + "cache_creation.ephemeral_5m_input_tokens",
                        usage + "prompt_tokens_details.cache_write_tokens",
                        usage + "input_tokens_details.cache_write_tokens")
                .field(Field.CACHE_WRITE_1H_TOKENS, usage + "cache_creation.ephemeral_1h_input_tokens")
                .field(
                        Field.REASONING_TOKENS,
                        usage + "completion_tokens_details.reasoning_tokens",
                        usage + "output_tokens_details.reasoning_tokens");
    }

    private static void bindGemini(FieldTable.Builder<Field> table, UnaryOperator<String> place) {
        table.field(Field.INPUT_TOKENS, place.apply("promptTokenCount"))
                .field(Field.OUTPUT_TOKENS, place.apply("candidatesTokenCount"))
                .field(Field.CACHE_READ_TOKENS, place.apply("cachedContentTokenCount"))
                .field(Field.TOOL_TOKENS, place.apply("toolUsePromptTokenCount"))
                .field(Field.REASONING_TOKENS, place.apply("thoughtsTokenCount"));
    }

    private static String spelledInPython(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

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
