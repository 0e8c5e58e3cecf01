package dev.batchable.sample;

/// Tokens of one call; `input` without its cached parts.
record TokenCount(long input, long cacheRead, long cacheWrite, long output) {
    static final TokenCount NONE = new TokenCount(0, 0, 0, 0);

    static TokenCount of(long input, long output) {
        return new TokenCount(input, 0, 0, output);
    }

    /// OpenAI caches the longest prefix it has seen, in steps of 128 tokens.
    static TokenCount withPrefix(long prompt, long prefix, long output) {
        long read = Math.min(prompt, prefix) / 128 * 128;
        return new TokenCount(prompt - read, read, 0, output);
    }

    long prompt() {
        return input + cacheRead + cacheWrite;
    }

    long of(SampleModel.Kind kind) {
        return switch (kind) {
            case INPUT -> input;
            case CACHE_READ -> cacheRead;
            case CACHE_WRITE -> cacheWrite;
            case OUTPUT -> output;
        };
    }
}
