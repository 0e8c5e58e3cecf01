package dev.batchable.input;

import java.util.List;
import java.util.Set;

/// The beginning of a file as format detection sees it, decompressed and without byte-order mark.
///
/// @param shape what the text is made of
/// @param header column names of a CSV file, or the top-level keys of the first JSON documents, in the order
///     seen
/// @param paths dotted paths of all keys seen in the first JSON documents, those inside JSON text values
///     included; the columns for CSV
public record Head(Shape shape, List<String> header, Set<String> paths) {
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
    }

    public boolean has(String... wanted) {
        for (String path : wanted) {
            if (!paths.contains(path)) {
                return false;
            }
        }
        return true;
    }
}
