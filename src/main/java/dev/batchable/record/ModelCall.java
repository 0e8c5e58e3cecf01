package dev.batchable.record;

import java.util.Optional;

/// Which model was asked for what, and where.
///
/// @param provider who sends the bill, in the canonical spelling of [Providers], where known
/// @param model the model name as the source spells it
/// @param region region or routing as the source spells it
/// @param account whose rate limits and bill it is at the provider: organization, account, subscription, resource or
///     project, as the source spells it
/// @param count calls this row stands for; 1 except for batch rows
public record ModelCall(
        Optional<String> provider,
        Optional<String> model,
        Operation operation,
        Tier tier,
        Optional<String> region,
        Optional<String> account,
        long count) {
    /// Of an account that is not told.
    public ModelCall(
            Optional<String> provider,
            Optional<String> model,
            Operation operation,
            Tier tier,
            Optional<String> region,
            long count) {
        this(provider, model, operation, tier, region, Optional.empty(), count);
    }
}
