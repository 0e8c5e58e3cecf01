package dev.batchable.input.format;

import dev.batchable.input.FieldTable;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What ties the spans of a trace together. It is told by no [Field], since it says nothing about a call; formats
/// of spans bind it to fields of buckets and batch rows, which no span can be, and read it past the [TrackedRow].
final class SpanFields {
    static final Field TRACE = Field.BUCKET_SECONDS;
    static final Field SPAN = Field.CACHE_HIT;
    static final Field PARENT = Field.FAILED_COUNT;
    /// The instrumentation that reports the span.
    static final Field SCOPE = Field.CURRENCY;

    private static final Set<Field> TIES = Set.of(TRACE, SPAN, PARENT, SCOPE);
    /// What root spans have for a parent: Datadog writes the word, OpenTelemetry zeros.
    private static final Predicate<String> NO_PARENT =
            id -> id.equals("undefined") || id.chars().allMatch(c -> c == '0');

    private SpanFields() {}

    /// The fields of a table that tell something about a call, and the latency that follows from its end.
    static Set<Field> ofCalls(FieldTable<Field> table) {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        table.bindings().forEach(binding -> fields.add(binding.field()));
        fields.removeAll(TIES);
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
        Optional<String> parent = row.text(PARENT).filter(NO_PARENT.negate());
        return new Part(
                row.text(TRACE).orElseGet(row::file),
                new SourceRef(row.file(), row.line()),
                role,
                row.text(SPAN).orElseGet(() -> Long.toString(row.line())),
                parent,
                row.text(SCOPE).orElse(witness),
                facts);
    }
}
