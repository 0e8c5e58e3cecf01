package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import dev.batchable.record.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Token counts of one row in the project's sense: input with its cached parts, output with its reasoning.
///
/// Providers differ in whether the input count includes cache reads and writes, and gateways do not always say
/// which they took. Part cannot exceed the whole: where the cached tokens exceed the input, the input was told
/// without them and they are added; likewise reasoning that exceeds the output. Where they do not exceed it,
/// the field is taken as the whole, as OpenAI, OpenTelemetry and LiteLLM define it.
final class TokenCounts {
    private static final Set<Field> ALL = Collections.unmodifiableSet(EnumSet.of(
            Field.INPUT_TOKENS,
            Field.CACHE_READ_TOKENS,
            Field.CACHE_WRITE_TOKENS,
            Field.CACHE_WRITE_1H_TOKENS,
            Field.OUTPUT_TOKENS,
            Field.REASONING_TOKENS));

    private TokenCounts() {}

    /// Takes back every count, where those that stand there count nothing.
    static void forget(TrackedRow row) {
        ALL.forEach(row::forget);
    }

    /// Empty where the row tells no count at all. A count that is missing beside others is 0 here and absent
    /// from the row's present fields.
    static Optional<Tokens> read(TrackedRow row) throws BadValueException {
        OptionalLong input = row.count(Field.INPUT_TOKENS);
        OptionalLong output = row.count(Field.OUTPUT_TOKENS);
        OptionalLong cacheRead = row.count(Field.CACHE_READ_TOKENS);
        OptionalLong cacheWrite = row.count(Field.CACHE_WRITE_TOKENS);
        OptionalLong cacheWrite1h = row.count(Field.CACHE_WRITE_1H_TOKENS);
        OptionalLong reasoning = row.count(Field.REASONING_TOKENS);
        if (Collections.disjoint(row.present(), ALL)) {
            return Optional.empty();
        }
        long hour = cacheWrite1h.orElse(0);
        long minutes = fiveMinutes(row, cacheWrite, hour);
        long cached = cacheRead.orElse(0) + minutes + hour;
        return Optional.of(new Tokens(
                whole(input, cached),
                cacheRead.orElse(0),
                minutes,
                hour,
                whole(output, reasoning.orElse(0)),
                reasoning.orElse(0)));
    }

    /// The same where the source is known to leave cache reads and writes out of its input, as Anthropic and Bedrock
    /// do: they are added, however small they are.
    static Optional<Tokens> readAddingCache(TrackedRow row) throws BadValueException {
        long told = row.count(Field.INPUT_TOKENS).orElse(0);
        return read(row).map(counts -> counts.withInput(told + counts.cacheRead() + counts.cacheWrite()));
    }

    /// The same where the source is known to leave reasoning out of its output, as Gemini does.
    static Optional<Tokens> readAddingReasoning(TrackedRow row) throws BadValueException {
        long told = row.count(Field.OUTPUT_TOKENS).orElse(0);
        return read(row).map(counts -> counts.withOutput(told + counts.reasoning()));
    }

    /// Writes told beside one-hour writes are the total of both, unless their name says five minutes.
    private static long fiveMinutes(TrackedRow row, OptionalLong written, long hour) {
        long all = written.orElse(0);
        boolean total = hour > 0
                && all >= hour
                && !row.path(Field.CACHE_WRITE_TOKENS).toLowerCase(Locale.ROOT).contains("5m");
        return total ? all - hour : all;
    }

    private static long whole(OptionalLong told, long part) {
        long count = told.orElse(0);
        return part > count ? count + part : count;
    }
}
