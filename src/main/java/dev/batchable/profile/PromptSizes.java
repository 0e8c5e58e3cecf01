package dev.batchable.profile;

import dev.batchable.profile.sketch.Histogram;

/// How long the prompts of answered calls were, in tokens, and how much of them came from the provider's prompt
/// cache; from histograms of two significant digits (error at most 1 %, upwards).
///
/// @param calls answered calls that told their prompt tokens
/// @param low the length that 95 % of the prompts reach; 0 without calls
/// @param hits calls among them that read from the cache
/// @param lowRead what 95 % of the hits read at least; 0 without hits
public record PromptSizes(long calls, long low, long hits, long lowRead) {
    public static final PromptSizes UNTOLD = new PromptSizes(0, 0, 0, 0);

    /// A prefix that many calls share cannot be longer than the shortest of their prompts; a twentieth is left to
    /// odd ones, such as health checks.
    private static final double LOW_PERCENT = 5;

    static PromptSizes of(Histogram prompts, Histogram reads) {
        return new PromptSizes(prompts.count(), low(prompts), reads.count(), low(reads));
    }

    private static long low(Histogram sizes) {
        return sizes.count() == 0 ? 0 : sizes.percentile(LOW_PERCENT);
    }
}
