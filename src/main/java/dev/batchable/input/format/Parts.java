package dev.batchable.input.format;

import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.function.Predicate;

/// Units as parts of calls, from the fields that tell where they stand.
final class Parts {
    /// What root spans have for a parent: Datadog writes the word, OpenTelemetry zeros.
    private static final Predicate<String> NO_PARENT =
            id -> id.equals("undefined") || id.chars().allMatch(c -> c == '0');

    private Parts() {}

    /// The unit as a call, or as part of one.
    ///
    /// @param witness who reports it where the unit does not say
    static Part call(Row<Field> row, String witness, Request facts) {
        return of(row, Part.Role.CALL, name(row), witness, facts);
    }

    /// What holds for the calls of its group.
    static Part context(Row<Field> row, String witness, Request facts) {
        return of(row, Part.Role.CONTEXT, name(row), witness, facts);
    }

    /// A unit without a group belongs to its file.
    ///
    /// @param call names the call within the group
    static Part of(Row<Field> row, Part.Role role, String call, String witness, Request facts) {
        return new Part(
                row.text(Field.GROUP).orElseGet(row::file),
                new SourceRef(row.file(), row.line()),
                role,
                call,
                row.text(Field.PARENT).filter(NO_PARENT.negate()),
                row.text(Field.WITNESS).orElse(witness),
                facts);
    }

    /// What a unit says that it is called; others are told by their lines.
    private static String name(Row<Field> row) {
        return row.text(Field.CALL).orElseGet(() -> nameByLine(row));
    }

    static String nameByLine(Row<Field> row) {
        return "line " + row.line();
    }
}
