package dev.batchable.profile;

import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// What a price can depend on, so that sums can be rated exactly after aggregation.
///
/// @param band context or time-of-day band as the [RatingScheme] names it
/// @param epoch the day from which the price row in force holds; empty for models without a price
public record RatingKey(
        ModelRef model,
        Tier tier,
        Operation operation,
        Outcome outcome,
        Streaming streaming,
        String band,
        Optional<LocalDate> epoch,
        Known known)
        implements Comparable<RatingKey> {
    /// The model that was asked, as far as the source tells.
    ///
    /// @param provider canonical name; empty where the source does not tell
    /// @param model as the source spells it; empty where the source does not tell
    public record ModelRef(Optional<String> provider, Optional<String> model, Optional<String> region) {}

    /// What is known of the calls under one key.
    ///
    /// @param costCurrency currency of the logged cost; empty where there is none, or where it is exactly 0
    ///     although tokens flowed, which means missing
    public record Known(Optional<String> costCurrency, TokenKnowledge tokens) {}

    /// Whether the token counts needed for a price are there.
    public enum TokenKnowledge {
        COMPLETE,
        /// One of input and output is missing although the operation has both.
        PARTIAL,
        NONE
    }

    private static final Comparator<RatingKey> ORDER = Comparator.comparing(
                    (RatingKey key) -> key.model.provider().orElse(""))
            .thenComparing(key -> key.model.model().orElse(""))
            .thenComparing(key -> key.model.region().orElse(""))
            .thenComparing(RatingKey::tier)
            .thenComparing(RatingKey::operation)
            .thenComparing(RatingKey::outcome)
            .thenComparing(RatingKey::streaming)
            .thenComparing(RatingKey::band)
            .thenComparing(key -> key.epoch.orElse(LocalDate.MIN))
            .thenComparing(key -> key.known.costCurrency().orElse(""))
            .thenComparing(key -> key.known.tokens());

    @Override
    public int compareTo(RatingKey other) {
        return ORDER.compare(this, other);
    }
}
