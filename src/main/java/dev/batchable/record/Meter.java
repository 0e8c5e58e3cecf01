package dev.batchable.record;

import java.math.BigDecimal;
import java.util.Optional;

/// What a charge is for, as far as the bill tells.
///
/// @param provider who made the model or sends the bill, canonical where [Providers] knows it, else as billed
/// @param description the meter text verbatim, for people
/// @param model model name found in the meter text; empty where none was found: unknown, never guessed
/// @param tokenKind empty where the meter is not for tokens or does not say
/// @param tier UNKNOWN where the meter does not say; that is not STANDARD
/// @param tokens billed quantity in tokens, the unit's factor applied
/// @param artificialIntelligence whether this is a charge for model usage; all else is listed under `other`
public record Meter(
        String provider,
        String description,
        Optional<String> model,
        Optional<TokenKind> tokenKind,
        Tier tier,
        Optional<BigDecimal> tokens,
        boolean artificialIntelligence) {
    /// The same for a model that the bill names in a place of its own.
    public Meter withModel(String name) {
        return new Meter(provider, description, Optional.of(name), tokenKind, tier, tokens, artificialIntelligence);
    }
}
