package dev.batchable.policy;

import dev.batchable.record.Field;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A user's own log format: which files, and the column or path of each field.
///
/// @param line line of `batchable.yaml`, or [#COMMAND_LINE]
/// @param map field name ([#fieldNames]) → column or dotted path
public record FormatMapping(int line, String name, Glob files, Map<String, String> map) {
    /// Stands as the line of a mapping that was given by option.
    public static final int COMMAND_LINE = 0;

    public FormatMapping {
        map = Map.copyOf(map);
    }

    /// Every name that a `map` may use: the fields in lower case (`input_tokens`, `user`, …), and the plainer
    /// `timestamp` for [Field#START] and `key` for [Field#KEY_ALIAS].
    public static SortedMap<String, Field> fieldNames() {
        SortedMap<String, Field> names = new TreeMap<>();
        for (Field field : Field.values()) {
            if (!field.isPlace()) {
                names.put(field.name().toLowerCase(Locale.ROOT), field);
            }
        }
        names.put("timestamp", Field.START);
        names.put("key", Field.KEY_ALIAS);
        return Collections.unmodifiableSortedMap(names);
    }
}
