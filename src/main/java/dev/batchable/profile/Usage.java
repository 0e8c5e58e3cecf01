package dev.batchable.profile;

import dev.batchable.record.Tokens;
import java.math.BigDecimal;

/// Sums over calls of one rating key.
///
/// @param loggedCost sum of the costs the source logged, exact, in the key's cost currency; 0 where the key has
///     none
public record Usage(long requests, Tokens tokens, BigDecimal loggedCost) {
    public static final Usage NONE = new Usage(0, Tokens.NONE, BigDecimal.ZERO);

    public Usage plus(Usage other) {
        return new Usage(
                Math.addExact(requests, other.requests), tokens.plus(other.tokens), loggedCost.add(other.loggedCost));
    }
}
