package dev.batchable.input;

import java.util.Optional;

/// A head and what else is needed to cut the text into units.
///
/// @param delimiter of CSV cells
/// @param envelope key of the array that holds the units of a JSON document
record Detected(Head head, char delimiter, Optional<String> envelope) {
    private static final char NO_DELIMITER = '\0';

    static Detected csv(Head head, char delimiter) {
        return new Detected(head, delimiter, Optional.empty());
    }

    static Detected json(Head head, Optional<String> envelope) {
        return new Detected(head, NO_DELIMITER, envelope);
    }

    UnitCutter cutter(Text text, int chunkBytes) {
        return switch (head.shape()) {
            case CSV -> new CsvCutter(text, chunkBytes, delimiter);
            case JSON_LINES -> new LineCutter(text, chunkBytes);
            case JSON_DOCUMENT -> new DocumentCutter(text, chunkBytes, envelope);
        };
    }

    <F extends Enum<F>> UnitReader<F> reader(PathTree<F> tree, JsonWalk walk, Nesting nesting) {
        if (head.shape() == Head.Shape.CSV) {
            return new CsvRows<>(delimiter, head.header(), tree, nesting.emptyRow());
        }
        return nesting.isFlat() ? new JsonLines<>(tree, walk) : new NestedJson<>(tree, walk, nesting);
    }

    /// Whether files with this head have such a path: for CSV, whether a column is the path or its beginning.
    boolean holds(String path, Nesting nesting) {
        if (head.shape() != Head.Shape.CSV) {
            return nesting.seenByUnits(head).contains(withoutElements(path));
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            if (head.paths().contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutElements(String path) {
        return path.replace('.' + FieldTable.FIRST, "")
                .replace('.' + FieldTable.ANY, "")
                .replace('.' + FieldTable.EACH, "")
                .replace('.' + FieldTable.COUNT, "");
    }
}
