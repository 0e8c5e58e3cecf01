package dev.batchable.input.format;

import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a caller told Portkey about a call. It comes as an object, or as the two columns in which Portkey keeps it:
/// keys, and values at the same places.
///
/// @param columns whether it comes as those
/// @param entries `key:value` where it does
record PortkeyMetadata(boolean columns, List<String> entries) {
    static final String OBJECT = "metadata";
    static final String KEYS = "metadata.key";
    static final String VALUES = "metadata.value";
    /// The key by which Portkey tells end users apart.
    private static final String USER = "_user:";

    /// @param row whose TAGS may stand at [#KEYS] and whose DETAIL at [#VALUES]
    static PortkeyMetadata of(Row<Field> row) {
        boolean columns = row.text(Field.DETAIL).isPresent();
        List<String> keys = columns ? row.list(Field.TAGS) : List.of();
        List<String> values = row.list(Field.DETAIL);
        // Blank values are left out, and then nobody knows which belongs to which.
        int pairs = keys.size() == values.size() ? keys.size() : 0;
        return new PortkeyMetadata(
                columns,
                IntStream.range(0, pairs)
                        .mapToObj(i -> keys.get(i) + ':' + values.get(i))
                        .toList());
    }

    Optional<String> user() {
        return entries.stream()
                .filter(entry -> entry.startsWith(USER))
                .map(entry -> entry.substring(USER.length()))
                .findFirst();
    }
}
