package dev.batchable.input;

import dev.batchable.input.billing.BillingFormats;
import dev.batchable.input.format.LogFormats;
import dev.batchable.input.format.Refusals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One reading with all formats of the project and what came of it.
public record ReadOnce(ReadingResult result, Collected collected) {
    public static final Formats FORMATS =
            new Formats(LogFormats.specific(), BillingFormats.all(), Refusals.all(), LogFormats::generic);

    public static ReadOnce text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ReadOnce bytes(byte[] bytes) {
        return sources(ReadingOptions.threads(1), Source.stream("in", () -> new ByteArrayInputStream(bytes)));
    }

    public static ReadOnce sources(ReadingOptions options, Source... sources) {
        Collected collected = new Collected();
        return new ReadOnce(new Reading(FORMATS, options).read(List.of(sources), collected), collected);
    }

    public InputSummary summary() {
        return result.inputs().get(0);
    }

    public long units() {
        return result.inputs().isEmpty() ? 0 : summary().counts().units();
    }

    /// Whether units = records + ignored + duplicates + problems.
    public boolean tiesOut() {
        return result.inputs().stream().allMatch(input -> {
            InputSummary.Counts counts = input.counts();
            long ignored =
                    input.ignored().values().stream().mapToLong(Long::longValue).sum();
            return counts.units() == counts.records() + ignored + counts.duplicates() + counts.problems();
        });
    }
}
