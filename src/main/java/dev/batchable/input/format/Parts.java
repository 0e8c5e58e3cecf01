package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Units as parts of calls, and spans around calls, from the fields that tell where they stand.
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
                parent(row),
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

    /// Hands on what a span that is no call tells of who waits for the calls of its trace: the session and the user,
    /// and the outermost one the user agent, since spans inside name the libraries that they call with.
    ///
    /// @param reason to ignore it where it tells nothing of that
    static void around(Row<Field> raw, RecordSink sink, String witness, String reason) throws BadValueException {
        TrackedRow row = new TrackedRow(raw);
        Identity who = new Identity(Optional.empty(), row.text(Field.SESSION), row.text(Field.USER), Optional.empty());
        Optional<String> agent = parent(raw).isEmpty() ? row.text(Field.USER_AGENT) : Optional.empty();
        if (row.present().isEmpty() || raw.text(Field.START).isEmpty()) {
            sink.ignored(reason);
        } else {
            sink.part(context(raw, witness, facts(row, who, agent)));
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

    private static Optional<String> parent(Row<Field> row) {
        return row.text(Field.PARENT).filter(NO_PARENT.negate());
    }
}
