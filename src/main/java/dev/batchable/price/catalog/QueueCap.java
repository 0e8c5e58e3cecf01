package dev.batchable.price.catalog;

import java.util.OptionalLong;
import java.util.Set;

/// How much may be enqueued at once.
///
/// @param level the account it holds for, as the provider calls it, such as `tier 1`
/// @param models parts of model names it holds for, lower case; all models where there is none. Of several that match
///     the longest counts
/// @param most in `unit`; empty where the provider shows the figure to the account only
public record QueueCap(String level, Set<String> models, Unit unit, OptionalLong most, Source source) {
    public QueueCap {
        models = Set.copyOf(models);
    }

    /// What a cap counts.
    public enum Unit {
        REQUESTS,
        /// All prompt tokens of what is enqueued.
        INPUT_TOKENS
    }
}
