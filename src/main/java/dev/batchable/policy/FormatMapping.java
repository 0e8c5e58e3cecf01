package dev.batchable.policy;

import java.util.Map;

/// A user's own log format: which files, and the column or path of each field.
///
/// @param map field in lower case (`timestamp`, `input_tokens`, `key`, …) → column or dotted path
public record FormatMapping(int line, String name, Glob files, Map<String, String> map) {
    public FormatMapping {
        map = Map.copyOf(map);
    }
}
