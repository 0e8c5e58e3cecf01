package dev.batchable.checklist;

import dev.batchable.profile.Coverage;
import dev.batchable.record.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Which facts a source lacks, and whether it could ever have them.
final class Missing {
    private Missing() {}

    /// Such as `the format never has stream, user; this file lacks session`; blank where all are there.
    static String of(Coverage coverage, Field... fields) {
        String never = names(Arrays.stream(fields)
                .filter(field -> coverage.provided().getOrDefault(field, 0L) == 0)
                .toList());
        String lacking = names(Arrays.stream(fields)
                .filter(field -> coverage.provided().getOrDefault(field, 0L) > 0)
                .filter(field -> coverage.seen().getOrDefault(field, 0L) == 0)
                .toList());
        String both = never.isEmpty() || lacking.isEmpty() ? "" : "; ";
        return (never.isEmpty() ? "" : "the format never has " + never)
                + both
                + (lacking.isEmpty() ? "" : "this file lacks " + lacking);
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(Field::text).collect(Collectors.joining(", "));
    }
}
