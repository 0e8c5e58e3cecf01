package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/// Spans and traces of observability platforms as parts, from the fields that tell where they stand.
final class TraceParts {
    /// What root spans have for a parent: Datadog writes the word, OpenTelemetry zeros.
    private static final Predicate<String> NO_PARENT =
            id -> id.equals("undefined") || id.chars().allMatch(c -> c == '0');

    private TraceParts() {}

    /// The fields of a table that tell something about a call, and the latency that follows from its end.
    static Set<Field> told(FieldTable<Field> table) {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        table.bindings().forEach(binding -> fields.add(binding.field()));
        fields.removeIf(Field::isPlace);
        if (fields.contains(Field.END)) {
            fields.add(Field.LATENCY);
        }
        return fields;
    }

    /// The span as a call. A span without a trace belongs to its file, and one without an id is told by its line.
    ///
    /// @param witness who reports it where the span does not say
    static Part call(Row<Field> row, String witness, Request facts) {
        return part(row, Part.Role.CALL, witness, facts);
    }

    /// What holds for all calls of the trace.
    static Part context(Row<Field> row, String witness, Request facts) {
        return part(row, Part.Role.CONTEXT, witness, facts);
    }

    private static Part part(Row<Field> row, Part.Role role, String witness, Request facts) {
        return new Part(
                row.text(Field.GROUP).orElseGet(row::file),
                new SourceRef(row.file(), row.line()),
                role,
                row.text(Field.CALL).orElseGet(() -> Long.toString(row.line())),
                row.text(Field.PARENT).filter(NO_PARENT.negate()),
                row.text(Field.WITNESS).orElse(witness),
                facts);
    }
}
