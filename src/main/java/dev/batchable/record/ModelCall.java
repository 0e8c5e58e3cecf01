package dev.batchable.record;

import java.util.Optional;

/// Which model was asked for what, and where.
///
/// @param provider who sends the bill, in the canonical spelling of [Providers], where known
/// @param model the model name as the source spells it
/// @param region region or routing as the source spells it
/// @param count calls this row stands for; 1 except for batch rows
public record ModelCall(
        Optional<String> provider,
        Optional<String> model,
        Operation operation,
        Tier tier,
        Optional<String> region,
        long count) {}
