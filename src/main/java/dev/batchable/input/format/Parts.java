package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// Calls that stand in a trace and spans around them, from the fields that tell where.
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
        return part(raw, row, Part.Role.CALL, format, facts);
    }

    private static Part part(Row<Field> raw, TrackedRow row, Part.Role role, String format, Request facts)
            throws BadValueException {
        return new Part(
                trace(raw, row),
                new SourceRef(raw.file(), raw.line()),
                role,
                name(raw, row),
                parent(raw),
                raw.text(Field.WITNESS).orElse(format),
                facts);
    }

    /// Hands on what a span that is no call tells of who waits for the calls of its trace: the session and the user,
    /// and the outermost one the user agent, since spans inside name the libraries that they call with.
    ///
    /// @param reason to ignore it where it tells nothing of that
    static void around(Row<Field> raw, RecordSink sink, String format, String reason) throws BadValueException {
        TrackedRow row = new TrackedRow(raw);
        Identity who = new Identity(Optional.empty(), row.text(Field.SESSION), row.text(Field.USER), Optional.empty());
        Optional<String> agent = parent(raw).isEmpty() ? row.text(Field.USER_AGENT) : Optional.empty();
        if (row.present().isEmpty() || raw.text(Field.START).isEmpty()) {
            sink.ignored(reason);
        } else {
            sink.part(part(raw, row, Part.Role.CONTEXT, format, facts(row, who, agent)));
        }
    }

    private static Request facts(TrackedRow row, Identity who, Optional<String> agent) throws BadValueException {
        return ContextDraft.of(row, who, PlainCaller.of(Optional.empty(), agent))
                .timing(new Timing(Timings.start(row), OptionalLong.empty(), OptionalLong.empty()))
                .tier(Tier.STANDARD)
                .region(Optional.empty())
                .count(1)
                .streaming(Streaming.UNKNOWN)
                .retries(OptionalInt.empty())
                .request();
    }

    private static Optional<String> parent(Row<Field> raw) {
        return raw.text(Field.PARENT).filter(id -> !NO_ID.matcher(id).matches());
    }

    static String trace(Row<Field> raw, TrackedRow row) throws BadValueException {
        return raw.text(Field.GROUP).orElseThrow(() -> row.bad(Field.GROUP, "the id of its trace"));
    }

    static String name(Row<Field> raw, TrackedRow row) throws BadValueException {
        return raw.text(Field.CALL).orElseThrow(() -> row.bad(Field.CALL, "the id by which others name it as parent"));
    }
}
