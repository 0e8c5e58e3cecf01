package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import dev.batchable.record.Tokens;
import java.util.Optional;

/// Token counts of sources that are documented to tell the input without its cached parts; these are added
/// whether or not they exceed it, other than in [TokenCounts].
final class UncachedInput {
    private UncachedInput() {}

    static Optional<Tokens> read(TrackedRow row) throws BadValueException {
        Optional<Tokens> told = TokenCounts.read(row);
        long plain = row.count(Field.INPUT_TOKENS).orElse(0);
        return told.map(counts -> new Tokens(
                plain + counts.cacheRead() + counts.cacheWrite(),
                counts.cacheRead(),
                counts.cacheWrite5m(),
                counts.cacheWrite1h(),
                counts.output(),
                counts.reasoning()));
    }
}
