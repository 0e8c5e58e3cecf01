package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One span of a trace, whichever way it is written, seen through a table of [SpanAttributes].
final class Span {
    private static final Pattern STREAM = Pattern.compile("(?<!up|down)stream");
    private static final String UNSTREAMED = "dogenerate";
    /// Powers of ten to a millisecond of durations that OpenTelemetry defines, and of those that say `ms`.
    private static final int SECONDS = 3;
    private static final int MILLIS = 0;

    private final Row<Field> raw;
    private final TrackedRow row;
    private final SpanKind kind;

    private Span(Row<Field> raw, SpanKind kind) {
        this.raw = raw;
        this.row = new TrackedRow(raw);
        this.kind = kind;
    }

    /// Most spans of a trace are none of a model: nothing is done for them but to find that out.
    ///
    /// @param format witness of a span that names no instrumentation library
    static void read(Row<Field> row, RecordSink sink, String format) throws BadValueException {
        SpanKind kind = SpanKind.of(row);
        switch (kind.role()) {
            case CALL -> sink.part(new Span(row, kind).part(format));
            case WRAPPER -> Parts.around(row, sink, format, Ignored.WRAPPER);
            case TOOL -> sink.ignored(Ignored.TOOL_CALL);
            case OTHER -> Parts.around(row, sink, format, Ignored.OTHER_SPAN);
        }
    }

    private Part part(String format) throws BadValueException {
        String ownId = Parts.trace(raw, row) + '-' + Parts.name(raw, row);
        return Parts.call(raw, row, format, facts(ownId));
    }

    private Request facts(String ownId) throws BadValueException {
        Timing timing = timing();
        if (kind.operation() != Operation.UNKNOWN) {
            row.note(Field.OPERATION);
        }
        return CallDraft.of(row)
                .timing(timing)
                .provider(SpanProviders.of(row))
                .operation(kind.operation())
                .outcome(SpanOutcome.of(row, timing.latencyMillis().isPresent()))
                .streaming(streaming(timing))
                .identity(identity(ownId))
                .request();
    }

    private Timing timing() throws BadValueException {
        OptionalLong firstToken = TimeUnits.millis(row, Field.FIRST_TOKEN, this::firstTokenUnit);
        return Timings.of(row, Optional::empty, firstToken);
    }

    private Optional<Integer> firstTokenUnit() {
        return Optional.of(row.path(Field.FIRST_TOKEN).contains(".msTo") ? MILLIS : SECONDS);
    }

    private Identity identity(String ownId) {
        Optional<String> responseId = row.text(Field.REQUEST_ID);
        row.note(Field.REQUEST_ID);
        return new Identity(
                responseId.or(() -> Optional.of(ownId)),
                row.text(Field.SESSION),
                row.text(Field.USER),
                Optional.empty());
    }

    /// The flag; else the name of the span or of the function, which says `stream` where it does.
    private Streaming streaming(Timing timing) throws BadValueException {
        Optional<Boolean> flag = row.flag(Field.STREAM)
                .or(() -> raw.text(Field.OPERATION).flatMap(Span::streams))
                .or(() -> raw.text(Field.NAME).flatMap(Span::streams));
        if (flag.isPresent()) {
            row.note(Field.STREAM);
            return flag.orElseThrow() ? Streaming.STREAMED : Streaming.UNSTREAMED;
        }
        return timing.firstTokenShowsStreaming() ? Streaming.STREAMED : Streaming.UNKNOWN;
    }

    private static Optional<Boolean> streams(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        if (text.endsWith(UNSTREAMED)) {
            return Optional.of(false);
        }
        return STREAM.matcher(text).find() ? Optional.of(true) : Optional.empty();
    }
}
