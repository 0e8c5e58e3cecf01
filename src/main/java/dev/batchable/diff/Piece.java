package dev.batchable.diff;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Optional;

/// One quantity and what it cost, on the footing of the comparison.
///
/// @param model provider, model and context band
/// @param kind empty where spend is known by the call only
record Piece(String model, Tier tier, Optional<TokenKind> kind, BigDecimal quantity, BigDecimal amount) {}
