package dev.batchable.input;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The beginning of a file as format detection sees it, decompressed and without byte-order mark.
///
/// @param shape what the text is made of
/// @param header column names of a CSV file, or the top-level keys of the first JSON documents, in the order
///     seen
/// @param paths dotted paths of all keys seen in the first JSON documents, those inside JSON text values
///     included; the columns for CSV
/// @param inArrays dotted paths of keys that stand in arrays of objects, as if the array were its element; in
///     a list of `{key, value}` objects every key counts as one
/// @param values what stood at the paths whose last key tells the kind of a document ([#KINDS]); never content
public record Head(
        Shape shape, List<String> header, Set<String> paths, Set<String> inArrays, Map<String, Set<String>> values) {
    /// Keys whose values name a kind of document rather than hold content.
    static final Set<String> KINDS = Set.of(
            "object", "type", "schemaType", "messageType", "category", "op_name", "run_type", "span_kind", "method");

    public enum Shape {
        CSV,
        /// One JSON document a line.
        JSON_LINES,
        /// One array of documents, or one document that may be an envelope.
        JSON_DOCUMENT
    }

    public Head {
        header = List.copyOf(header);
        paths = Set.copyOf(paths);
        inArrays = Set.copyOf(inArrays);
        values = Map.copyOf(values);
    }

    /// A head without arrays and kinds, such as that of a CSV file.
    public static Head flat(Shape shape, List<String> header, Set<String> paths) {
        return new Head(shape, header, paths, Set.of(), Map.of());
    }

    public boolean has(String... wanted) {
        for (String path : wanted) {
            if (!paths.contains(path)) {
                return false;
            }
        }
        return true;
    }

    /// Whether one of the first documents held this value at a path whose last key is one of [#KINDS].
    public boolean says(String path, String value) {
        return values.getOrDefault(path, Set.of()).contains(value);
    }

    /// Whether a key stands at the path, in an array or outside.
    public boolean anywhere(String path) {
        return paths.contains(path) || inArrays.contains(path);
    }

    /// The same head of a file that does not have this name.
    Head without(String name) {
        return new Head(
                shape,
                header.stream().filter(other -> !other.equals(name)).toList(),
                others(paths, name),
                others(inArrays, name),
                values);
    }

    /// The same head of a file that does not say this.
    Head withoutValue(String path, String value) {
        Map<String, Set<String>> fewer = new HashMap<>(values);
        fewer.put(path, others(values.getOrDefault(path, Set.of()), value));
        return new Head(shape, header, paths, inArrays, fewer);
    }

    private static Set<String> others(Set<String> names, String name) {
        Set<String> others = new HashSet<>(names);
        others.remove(name);
        return others;
    }
}
