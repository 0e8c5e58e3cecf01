package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Limits;
import dev.batchable.record.Field;
import dev.batchable.record.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Token counts out of Langfuse's `usageDetails`, a map whose keys are free.
///
/// By Langfuse's convention every key counts tokens of its own, and the input is the sum of all keys that begin
/// with `input` (<https://langfuse.com/docs/observability/features/token-and-cost-tracking>); providers' names for
/// cached tokens begin with `cache_`. All other keys were taken from a span as they were, such as
/// `prompt_details.cache_read`, and count part of what is counted already.
final class LangfuseUsage {
    private static final String TOTAL = "total";

    private long input;
    private long output;
    private long cacheRead;
    private long cacheWrite;
    private long cacheWrite5m;
    private long cacheWrite1h;
    private long reasoning;
    /// Parts of the input, and of the output, that may be counted already.
    private long partsIn;
    private long partsOut;

    private LangfuseUsage() {}

    /// Empty where nothing is counted: Langfuse fills in zeros for calls whose usage it does not know.
    ///
    /// @param details the map's entries as `key:count`
    static Optional<Tokens> of(TrackedRow row, List<String> details) throws BadValueException {
        LangfuseUsage usage = new LangfuseUsage();
        for (String entry : details) {
            int colon = entry.lastIndexOf(':');
            if (colon < 0) {
                throw new BadValueException("usageDetails", entry, "a map of counts");
            }
            String key = entry.substring(0, colon).toLowerCase(Locale.ROOT);
            usage.add(row, key, count(key, entry.substring(colon + 1)));
        }
        return Optional.of(usage.tokens()).filter(tokens -> tokens.total() > 0);
    }

    private static long count(String key, String text) throws BadValueException {
        try {
            double count = Double.parseDouble(text);
            if (count >= 0 && count <= Limits.MAX_COUNT && count == Math.rint(count)) {
                return (long) count;
            }
        } catch (NumberFormatException e) {
            throw bad(key, text);
        }
        throw bad(key, text);
    }

    private static BadValueException bad(String key, String text) {
        return new BadValueException("usageDetails." + key, text, "a whole number");
    }

    private void add(TrackedRow row, String key, long count) {
        if (key.startsWith(TOTAL)) {
            return;
        }
        boolean whole = key.indexOf('.') < 0;
        if (key.contains("cache")) {
            addCached(row, key, count);
            addInput(row, whole && (key.startsWith("input") || key.startsWith("cache_")), count);
        } else if (key.contains("reasoning") || key.contains("thoughts")) {
            row.note(Field.REASONING_TOKENS);
            reasoning += count;
            // Gemini counts its thoughts apart from its candidates.
            addOutput(row, whole && (key.startsWith("output") || key.startsWith("thoughts")), count);
        } else if (key.startsWith("input") || key.startsWith("prompt")) {
            addInput(row, whole, count);
        } else if (key.startsWith("output") || key.startsWith("completion") || key.startsWith("candidates")) {
            addOutput(row, whole, count);
        }
    }

    private void addCached(TrackedRow row, String key, long count) {
        if (!key.contains("creation") && !key.contains("write")) {
            row.note(Field.CACHE_READ_TOKENS);
            cacheRead += count;
        } else if (key.contains("1h")) {
            row.note(Field.CACHE_WRITE_1H_TOKENS);
            cacheWrite1h += count;
        } else {
            row.note(Field.CACHE_WRITE_TOKENS);
            cacheWrite5m += key.contains("5m") ? count : 0;
            cacheWrite += key.contains("5m") ? 0 : count;
        }
    }

    private void addInput(TrackedRow row, boolean whole, long count) {
        if (whole) {
            row.note(Field.INPUT_TOKENS);
            input += count;
        } else {
            partsIn += count;
        }
    }

    private void addOutput(TrackedRow row, boolean whole, long count) {
        if (whole) {
            row.note(Field.OUTPUT_TOKENS);
            output += count;
        } else {
            partsOut += count;
        }
    }

    private Tokens tokens() {
        // Told both as a whole and by their time to live, cache writes are counted once.
        long twice = cacheWrite == cacheWrite5m + cacheWrite1h ? cacheWrite : 0;
        return new Tokens(
                withParts(input - Math.min(input, twice), partsIn),
                cacheRead,
                cacheWrite5m + cacheWrite - twice,
                cacheWrite1h,
                withParts(output, partsOut),
                reasoning);
    }

    /// Parts that exceed what should hold them were not counted in it.
    private static long withParts(long whole, long parts) {
        return parts > whole ? whole + parts : whole;
    }
}
