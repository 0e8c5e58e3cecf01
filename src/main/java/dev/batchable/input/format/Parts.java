package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Calls that stand in a trace, from the fields that tell where.
final class Parts {
    /// In the place of an absent parent.
    private static final Pattern NO_ID = Pattern.compile("0*");

    private Parts() {}

    /// What a table can tell about calls, the latency between start and end included.
    static Set<Field> told(FieldTable<Field> table) {
        Set<Field> told = EnumSet.of(Field.LATENCY);
        table.bindings().forEach(binding -> told.add(binding.field()));
        told.removeIf(Field::isPlace);
        return Set.copyOf(told);
    }

    /// @param format witness where the row names none
    /// @throws BadValueException where the row names no trace, or no call in it
    static Part call(Row<Field> raw, TrackedRow row, String format, Request facts) throws BadValueException {
        return new Part(
                trace(raw, row),
                new SourceRef(raw.file(), raw.line()),
                Part.Role.CALL,
                name(raw, row),
                raw.text(Field.PARENT).filter(id -> !NO_ID.matcher(id).matches()),
                raw.text(Field.WITNESS).orElse(format),
                facts);
    }

    static String trace(Row<Field> raw, TrackedRow row) throws BadValueException {
        return raw.text(Field.GROUP).orElseThrow(() -> row.bad(Field.GROUP, "the id of its trace"));
    }

    static String name(Row<Field> raw, TrackedRow row) throws BadValueException {
        return raw.text(Field.CALL).orElseThrow(() -> row.bad(Field.CALL, "the id by which others name it as parent"));
    }
}
