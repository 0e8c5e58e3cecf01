package dev.batchable.input.billing;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.util.Optional;

/// What one meter text says by itself.
///
/// @param kind empty where the text names none, or names a commitment or storage rather than tokens
/// @param tier UNKNOWN where no word of the text names one
/// @param countsTokens whether the text speaks of tokens at all
record MeterText(Optional<String> model, Optional<TokenKind> kind, Tier tier, boolean countsTokens) {}
