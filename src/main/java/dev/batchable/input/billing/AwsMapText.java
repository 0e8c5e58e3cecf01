package dev.batchable.input.billing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Maps as Athena prints them: `{feature=Batch Inference, model=Nova Pro}`. Values may hold commas; what follows one
/// without an equals sign belongs to the value before it.
final class AwsMapText {
    private static final String SEPARATOR = ", ";

    private AwsMapText() {}

    /// Empty for text that is no such map, JSON above all.
    static Optional<Map<String, String>> read(String text) {
        if (!text.startsWith("{") || !text.endsWith("}") || text.startsWith("{\"")) {
            return Optional.empty();
        }
        Map<String, String> entries = new HashMap<>();
        String key = "";
        for (String part : text.substring(1, text.length() - 1).split(SEPARATOR, -1)) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                key = part.substring(0, equals).strip();
                entries.put(key, part.substring(equals + 1).strip());
            } else {
                entries.computeIfPresent(key, (same, value) -> value + SEPARATOR + part);
            }
        }
        return Optional.of(entries);
    }
}
