package dev.batchable.record;

/// Token quantities of one call or of many together; counts, never negative.
///
/// @param input all prompt tokens, `cacheRead`, `cacheWrite5m` and `cacheWrite1h` included
/// @param cacheRead prompt tokens served from the provider's prompt cache
/// @param cacheWrite5m prompt tokens written to the prompt cache for five minutes, or for a time the source
///     does not tell
/// @param cacheWrite1h prompt tokens written to the prompt cache for an hour
/// @param output output tokens, `reasoning` included
/// @param reasoning output tokens spent on reasoning, where the source tells them
public record Tokens(long input, long cacheRead, long cacheWrite5m, long cacheWrite1h, long output, long reasoning) {
    public static final Tokens NONE = new Tokens(0, 0, 0, 0, 0, 0);

    public Tokens {
        if (input < 0 || cacheRead < 0 || cacheWrite5m < 0 || cacheWrite1h < 0 || output < 0 || reasoning < 0) {
            throw new IllegalArgumentException("token counts must not be negative");
        }
    }

    /// @throws ArithmeticException where a sum leaves the range of a long
    public Tokens plus(Tokens other) {
        return new Tokens(
                Math.addExact(input, other.input),
                Math.addExact(cacheRead, other.cacheRead),
                Math.addExact(cacheWrite5m, other.cacheWrite5m),
                Math.addExact(cacheWrite1h, other.cacheWrite1h),
                Math.addExact(output, other.output),
                Math.addExact(reasoning, other.reasoning));
    }

    /// The same with another count of the input.
    public Tokens withInput(long all) {
        return new Tokens(all, cacheRead, cacheWrite5m, cacheWrite1h, output, reasoning);
    }

    /// The same with another count of the output.
    public Tokens withOutput(long all) {
        return new Tokens(input, cacheRead, cacheWrite5m, cacheWrite1h, all, reasoning);
    }

    public long cacheWrite() {
        return cacheWrite5m + cacheWrite1h;
    }

    /// Prompt tokens that neither came from nor went to the prompt cache.
    public long plainInput() {
        return Math.max(0, input - cacheRead - cacheWrite());
    }

    public long total() {
        return input + output;
    }
}
