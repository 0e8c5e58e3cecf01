package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.record.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What a format can tell about calls.
final class Provided {
    private Provided() {}

    /// The fields of a table, those that say where a unit stands left out, and the latency that follows from the end.
    ///
    /// @param more what the format concludes from other fields
    static Set<Field> by(FieldTable<Field> table, Field... more) {
        EnumSet<Field> told = EnumSet.noneOf(Field.class);
        told.addAll(table.fields());
        told.addAll(Set.of(more));
        if (told.contains(Field.END)) {
            told.add(Field.LATENCY);
        }
        return closed(told);
    }

    /// The fields of a table whose rows are buckets, whose end tells their width.
    static Set<Field> byBuckets(FieldTable<Field> table) {
        EnumSet<Field> told = EnumSet.of(Field.BUCKET_SECONDS);
        told.addAll(table.fields());
        return closed(told);
    }

    /// Whatever names of any field may tell, but for some.
    static Set<Field> byNames(Field... less) {
        EnumSet<Field> told = EnumSet.allOf(Field.class);
        told.removeAll(Set.of(less));
        return closed(told);
    }

    private static Set<Field> closed(EnumSet<Field> told) {
        told.removeIf(Field::isPlace);
        return Collections.unmodifiableSet(told);
    }
}
