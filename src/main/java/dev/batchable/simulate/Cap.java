package dev.batchable.simulate;

import dev.batchable.price.catalog.QueueCap;

/// How much may wait in a queue at once.
///
/// @param origin where the figure comes from, such as `tier 1, the smallest documented level`
public record Cap(QueueCap.Unit unit, long most, String origin) {
    long of(Batch batch) {
        return unit == QueueCap.Unit.REQUESTS ? batch.requests() : batch.inputTokens();
    }

    /// Reads `requests:200000` or `tokens:5000000`.
    ///
    /// @throws IllegalArgumentException for anything else; the message holds an example
    public static Cap parse(String text) {
        String[] parts = text.split(":", 2);
        boolean requests = parts[0].equals("requests");
        if (parts.length != 2 || !(requests || parts[0].equals("tokens")) || !parts[1].matches("[1-9][0-9]{0,14}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no cap of a queue; expected requests:200000 or tokens:5000000 (prompt tokens)");
        }
        QueueCap.Unit unit = requests ? QueueCap.Unit.REQUESTS : QueueCap.Unit.INPUT_TOKENS;
        return new Cap(unit, Long.parseLong(parts[1]), "given by --queue-cap");
    }
}
