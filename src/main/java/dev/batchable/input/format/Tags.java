package dev.batchable.input.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tags written `key:value` or `key=value`.
final class Tags {
    private static final Set<String> WORKLOAD_KEYS = Set.of("workload", "feature", "use_case");

    private Tags() {}

    /// The value of the first tag that names a workload.
    static Optional<String> workload(List<String> tags) {
        for (String tag : tags) {
            Optional<String> workload = workload(tag);
            if (workload.isPresent()) {
                return workload;
            }
        }
        return Optional.empty();
    }

    /// What stands behind the first tag `key:…` that holds anything.
    static Optional<String> value(List<String> tags, String key) {
        return tags.stream()
                .filter(tag -> tag.startsWith(key + ':'))
                .map(tag -> tag.substring(key.length() + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> workload(String tag) {
        int colon = tag.indexOf(':');
        int equals = tag.indexOf('=');
        int cut = colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
        if (cut <= 0) {
            return Optional.empty();
        }
        String key = tag.substring(0, cut).strip().toLowerCase(Locale.ROOT).replace('-', '_');
        String value = tag.substring(cut + 1).strip();
        return WORKLOAD_KEYS.contains(key) && !value.isEmpty() ? Optional.of(value) : Optional.empty();
    }
}
